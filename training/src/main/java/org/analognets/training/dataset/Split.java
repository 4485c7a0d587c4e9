package org.analognets.training.dataset;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The three parts of Speech Commands; a speaker's clips are all in one of them. */
public enum Split {
  TRAINING,
  VALIDATION,
  TESTING;

  private static final int VALIDATION_PERCENT = 10;
  private static final int TESTING_PERCENT = 10;
  private static final long MAX_PER_CLASS = (1L << 27) - 1;

  /** How users and reports write it. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The official rule: SHA-1 of the file name before "_nohash_", modulo 2^27, as a percentage; below
   * 10 validation, below 20 testing, else training (Speech Commands, Warden 2018).
   *
   * @param fileName with or without folders
   */
  public static Split of(String fileName) {
    String base = fileName.substring(fileName.lastIndexOf('/') + 1);
    int mark = base.indexOf("_nohash_");
    String speaker = mark >= 0 ? base.substring(0, mark) : base;
    BigInteger hash = new BigInteger(1, sha1(speaker));
    double percent =
        hash.mod(BigInteger.valueOf(MAX_PER_CLASS + 1)).longValue() * (100.0 / MAX_PER_CLASS);
    if (percent < VALIDATION_PERCENT) {
      return VALIDATION;
    }
    return percent < VALIDATION_PERCENT + TESTING_PERCENT ? TESTING : TRAINING;
  }

  private static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
