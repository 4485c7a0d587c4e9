package org.analognets.training.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.analognets.analog.random.Randoms;

/**
 * Pictures to learn from and pictures to watch, no scene in both.
 *
 * <p>Where a set is gathered from several sources, source and label go together, so that a network can
 * score well by knowing the source. Then only pictures from COCO are watched: Visual Wake Words is made of
 * them. Without any, each scene counts.
 *
 * @param training labelled or not
 * @param validation labelled
 */
public record PictureSplit(List<LabelledPicture> training, List<LabelledPicture> validation) {
  private static final Pattern COCO = Pattern.compile("coco.*|tinycoco|minicoco|rknn|vqa|imgcap");
  private static final long SEED = 1;

  public PictureSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /**
   * Splits by a hash of the scene's name.
   *
   * @param share of the scenes that can be watched, in 0..1
   */
  public static PictureSplit of(List<LabelledPicture> pictures, double share) {
    boolean anyCoco = pictures.stream().anyMatch(PictureSplit::fromCoco);
    Predicate<LabelledPicture> watched =
        picture ->
            picture.label() != PersonLabel.UNLABELLED
                && (!anyCoco || fromCoco(picture))
                && place(picture.scene()) < share;
    Set<String> scenes = new HashSet<>();
    pictures.stream().filter(watched).forEach(picture -> scenes.add(picture.scene()));
    List<LabelledPicture> training = new ArrayList<>();
    List<LabelledPicture> validation = new ArrayList<>();
    for (LabelledPicture picture : pictures) {
      if (watched.test(picture)) {
        validation.add(picture);
      } else if (!scenes.contains(picture.scene())) {
        training.add(picture);
      }
    }
    return new PictureSplit(training, validation);
  }

  static boolean fromCoco(LabelledPicture picture) {
    return COCO.matcher(picture.source()).matches();
  }

  private static double place(String scene) {
    return (Randoms.key(SEED, scene) >>> 11) * 0x1.0p-53;
  }
}
