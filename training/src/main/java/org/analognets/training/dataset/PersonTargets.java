package org.analognets.training.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often a picture is drawn and how probable a person in it is taken to be: between its label and what
 * another network, the teacher, thinks of it.
 *
 * <p>A teacher that leans to one side would pass its leaning on. So its logits are shifted to where, on the
 * labelled pictures, it misses as many persons as it sees without there being one.
 */
final class PersonTargets {
  /**
   * How often a picture is drawn by its source, 1 where none is named: photographs of all kinds often,
   * the many alike ones of streets and single persons seldom.
   */
  private static final Map<String, Double> WEIGHTS =
      Map.ofEntries(
          Map.entry("coco128y", 3.0),
          Map.entry("cocomini", 3.0),
          Map.entry("cocominikp", 3.0),
          Map.entry("tinycoco", 3.0),
          Map.entry("coco128d", 3.0),
          Map.entry("rknn", 3.0),
          Map.entry("vqa", 3.0),
          Map.entry("imgcap", 3.0),
          Map.entry("minicoco", 1.5),
          Map.entry("apvoc", 1.5),
          Map.entry("apweb", 0.6),
          Map.entry("pennfudan", 0.8),
          Map.entry("lsped", 0.35),
          Map.entry("inrianeg", 0.3),
          Map.entry("inriacrop", 0.12),
          Map.entry("slickgeek", 0.25));

  /** Sources whose pictures the teacher knows badly: tight crops and tiny persons. */
  private static final Set<String> LABEL_ONLY = Set.of("inriacrop", "slickgeek", "minicoco");

  /** What a label is worth: a few are wrong. */
  static final double CERTAINTY = 0.97;

  private static final double TEACHER_SHARE = 0.6;
  private static final double SURE_LOGIT = 6;

  private final double shift;

  /** Finds the teacher's leaning on the labelled ones of these pictures. */
  PersonTargets(List<LabelledPicture> pictures) {
    this.shift = -balancedLogit(pictures);
  }

  /** What a checkpoint must agree with. */
  static String settings() {
    return "certainty " + CERTAINTY + " teacher " + TEACHER_SHARE;
  }

  double weight(LabelledPicture picture) {
    return WEIGHTS.getOrDefault(picture.source(), 1.0);
  }

  double person(LabelledPicture picture) {
    double label = picture.label() == PersonLabel.PERSON ? CERTAINTY : 1 - CERTAINTY;
    boolean labelled = picture.label() != PersonLabel.UNLABELLED;
    if (!asksTeacher(picture)) {
      return labelled ? label : 0.5;
    }
    double teacher = 1 / (1 + Math.exp(-logit(picture) - shift));
    return labelled ? label + TEACHER_SHARE * (teacher - label) : teacher;
  }

  private static boolean asksTeacher(LabelledPicture picture) {
    return picture.teacherPerson().isPresent() && !LABEL_ONLY.contains(picture.source());
  }

  private static double logit(LabelledPicture picture) {
    double p = picture.teacherPerson().orElse(0.5);
    double logit = Math.log(p / (1 - p));
    return Math.max(-SURE_LOGIT, Math.min(SURE_LOGIT, logit));
  }

  /** Where the weights of missed persons and of false ones, each as a part of its class, cross. */
  private double balancedLogit(List<LabelledPicture> pictures) {
    List<LabelledPicture> judged = new ArrayList<>();
    double persons = 0;
    double others = 0;
    for (LabelledPicture picture : pictures) {
      if (picture.label() != PersonLabel.UNLABELLED && asksTeacher(picture)) {
        judged.add(picture);
        persons += picture.label() == PersonLabel.PERSON ? weight(picture) : 0;
        others += picture.label() == PersonLabel.NO_PERSON ? weight(picture) : 0;
      }
    }
    if (persons == 0 || others == 0) {
      return 0;
    }
    judged.sort(Comparator.comparingDouble(PersonTargets::logit));
    double missed = 0;
    double seen = 1;
    for (LabelledPicture picture : judged) {
      boolean person = picture.label() == PersonLabel.PERSON;
      missed += person ? weight(picture) / persons : 0;
      seen -= person ? 0 : weight(picture) / others;
      if (missed >= seen) {
        return logit(picture);
      }
    }
    return 0;
  }
}
