package org.analognets.training.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import org.analognets.analog.network.AnalogNets;
import org.analognets.analog.network.Shape;
import org.analognets.analog.random.Randoms;
import org.analognets.frontends.picture.Picture;
import org.analognets.training.engine.ExampleSource;

/**
 * Training examples for persons: pictures drawn by the weight of their source, augmented, with targets
 * between the label and what another network thinks of the picture.
 *
 * <p>Classes are balanced: the weights of pictures with and without persons are brought to the same sum,
 * a target in between counting in parts to both.
 * Some empty scenes get a narrow picture pasted in, of a person or of none, so that neither the paste nor the
 * scene tells the answer.
 */
public final class PictureExamples implements ExampleSource {
  private static final Shape INPUT = AnalogNets.VWW_INPUT;

  private static final double PASTE_SHARE = 0.25;
  private static final double PASTED_PERSON_SHARE = 0.6;

  /** From here on a picture is taken to be of one narrow thing. */
  private static final double NARROW_ASPECT = 1.7;

  private final List<LabelledPicture> pictures;
  private final List<LabelledPicture> narrowPersons;
  private final List<LabelledPicture> narrowOthers;
  private final PersonTargets targets;
  private final PictureAugmentation augmentation;
  private final int examples;
  private final long seed;
  private final double[] cumulative;

  /**
   * @param pictures to learn from
   * @param examples in an epoch
   */
  public PictureExamples(
      List<LabelledPicture> pictures, PictureAugmentation augmentation, int examples, long seed) {
    this.pictures = List.copyOf(pictures);
    this.targets = new PersonTargets(pictures);
    this.augmentation = augmentation;
    this.examples = examples;
    this.seed = seed;
    List<LabelledPicture> narrow = pictures.stream().filter(PictureExamples::isNarrow).toList();
    this.narrowPersons = narrow.stream().filter(p -> p.label() == PersonLabel.PERSON).toList();
    this.narrowOthers = narrow.stream().filter(p -> p.label() == PersonLabel.NO_PERSON).toList();
    this.cumulative = cumulativeWeights();
  }

  /** What a checkpoint must agree with. */
  public String settings() {
    return String.join(
        ", ",
        augmentation.settings(),
        PersonTargets.settings(),
        "pasted " + PASTE_SHARE + " " + PASTED_PERSON_SHARE);
  }

  @Override
  public int examplesPerEpoch() {
    return examples;
  }

  @Override
  public Reader reader() {
    PicturePaster paster = new PicturePaster(INPUT.height(), INPUT.width());
    float[] scratch = new float[INPUT.size()];
    return (epoch, index, features, target) -> {
      RandomGenerator random = Randoms.derive(seed, "picture", epoch, index);
      LabelledPicture drawn = pictures.get(draw(epoch, index));
      Picture picture = drawn.picture();
      augmentation.place(picture, augmentation.crop(picture, random), features, random);
      double person = targets.person(drawn);
      if (takesPaste(drawn) && random.nextDouble() < PASTE_SHARE) {
        boolean aPerson = random.nextDouble() < PASTED_PERSON_SHARE;
        paster.paste(pick(aPerson ? narrowPersons : narrowOthers, random), features, random);
        person = aPerson ? PersonTargets.CERTAINTY : person;
      }
      augmentation.disturb(features, scratch, random);
      target[0] = (float) (1 - person);
      target[1] = (float) person;
    };
  }

  /** Each epoch goes through the weights evenly, in an order and from a start of its own. */
  private int draw(int epoch, int index) {
    int place = Permutation.of(Randoms.key(seed, "order", epoch), examples, index % examples);
    double start = Randoms.derive(seed, "start", epoch).nextDouble();
    double at = (place + start) / examples * cumulative[cumulative.length - 1];
    int found = java.util.Arrays.binarySearch(cumulative, at);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }

  private double[] cumulativeWeights() {
    double persons = 0;
    double others = 0;
    for (LabelledPicture picture : pictures) {
      double weight = targets.weight(picture);
      double person = targets.person(picture);
      persons += weight * person;
      others += weight * (1 - person);
    }
    double[] sums = new double[pictures.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      double person = targets.person(pictures.get(i));
      double balance = persons > 0 && others > 0 ? person / persons + (1 - person) / others : 1;
      sum += targets.weight(pictures.get(i)) * balance;
      sums[i] = sum;
    }
    return sums;
  }

  private boolean takesPaste(LabelledPicture picture) {
    return picture.label() == PersonLabel.NO_PERSON
        && !isNarrow(picture)
        && !narrowPersons.isEmpty()
        && !narrowOthers.isEmpty();
  }

  private static boolean isNarrow(LabelledPicture picture) {
    return picture.picture().height() >= NARROW_ASPECT * picture.picture().width();
  }

  private static Picture pick(List<LabelledPicture> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size())).picture();
  }
}
