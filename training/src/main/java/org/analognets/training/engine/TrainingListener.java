package org.analognets.training.engine;

/** Told how a training goes; called from the training thread. */
public interface TrainingListener {

  /** A stage begins, or goes on after a restart. */
  void stageStarted(Stage stage, int epochsDone, int stepsPerEpoch);

  /** A step is done; steps count from 1 in each epoch. */
  void step(Stage stage, int epoch, int step, double meanLoss);

  /** An epoch is done; epochs count from 1. */
  void epoch(Stage stage, int epoch, double meanLoss, double validationAccuracy);
}
