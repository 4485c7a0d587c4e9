package org.analognets.training.dataset;

/** What is known of a picture. */
public enum PersonLabel {
  NO_PERSON,
  PERSON,
  /** Nobody has looked at it. */
  UNLABELLED
}
