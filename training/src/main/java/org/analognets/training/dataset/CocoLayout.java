package org.analognets.training.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pictures with object boxes in the layout of MS-COCO, labelled by the rule of Visual Wake Words: a person is
 * in a picture when the box of one covers more than {@value #SMALLEST_PART} of it.
 *
 * <p>{@code instances_NAME.json} lies in the folder or in its {@code annotations}; a picture in {@code
 * images/NAME}, {@code NAME}, {@code images} or the folder itself.
 */
final class CocoLayout {
  /** Part of a picture that a person's box must exceed. */
  static final double SMALLEST_PART = 0.005;

  private static final Pattern ANNOTATIONS = Pattern.compile("instances_(.+)\\.json");
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private CocoLayout() {}

  /** The files of boxes that a folder holds, sorted. */
  static List<Path> annotations(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path place : List.of(folder, folder.resolve("annotations"))) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          files.filter(file -> name(file).matches()).sorted().forEach(found::add);
        }
      }
    }
    return found;
  }

  static List<LabelledPicture> read(Path folder, List<Path> annotations, PictureLoader loader)
      throws IOException {
    List<LabelledPicture> pictures = new ArrayList<>();
    for (Path file : annotations) {
      pictures.addAll(read(folder, file, loader));
    }
    return pictures;
  }

  private static List<LabelledPicture> read(Path folder, Path file, PictureLoader loader)
      throws IOException {
    Instances instances = parse(file);
    Map<Long, Double> largest = largestPersons(file, instances);
    Matcher matcher = name(file);
    String part = matcher.matches() ? matcher.group(1) : "";
    List<LabelledPicture> pictures = new ArrayList<>();
    for (Image image : instances.images()) {
      double size = (double) image.width() * image.height();
      boolean person = largest.getOrDefault(image.id(), 0.0) > SMALLEST_PART * size;
      Path picture = find(folder, part, image.fileName());
      pictures.add(
          new LabelledPicture(
              folder.relativize(picture).toString(),
              "coco",
              "coco_" + image.id(),
              person ? PersonLabel.PERSON : PersonLabel.NO_PERSON,
              OptionalDouble.empty(),
              loader.read(picture)));
    }
    return pictures;
  }

  private static Instances parse(Path file) throws IOException {
    try {
      return JSON.readValue(file.toFile(), Instances.class);
    } catch (JacksonException wrong) {
      throw new IOException(
          file + ": can't be read as COCO's annotations: " + wrong.getOriginalMessage(), wrong);
    }
  }

  /** Area in pixels of each picture's largest person. */
  private static Map<Long, Double> largestPersons(Path file, Instances instances)
      throws IOException {
    OptionalLong person =
        instances.categories().stream()
            .filter(category -> category.name().equals("person"))
            .mapToLong(Category::id)
            .findFirst();
    if (person.isEmpty()) {
      throw new IOException(file + ": has no category 'person'");
    }
    Map<Long, Double> largest = new HashMap<>();
    for (Annotation annotation : instances.annotations()) {
      if (annotation.categoryId() == person.getAsLong()) {
        largest.merge(annotation.imageId(), annotation.area(file), Math::max);
      }
    }
    return largest;
  }

  private static Path find(Path folder, String part, String name) throws IOException {
    List<Path> places =
        List.of(
            folder.resolve("images").resolve(part),
            folder.resolve(part),
            folder.resolve("images"),
            folder);
    for (Path place : places) {
      if (Files.isRegularFile(place.resolve(name))) {
        return place.resolve(name);
      }
    }
    throw new IOException(folder + ": has no picture " + name + ", which its annotations name");
  }

  private static Matcher name(Path file) {
    return ANNOTATIONS.matcher(file.getFileName().toString());
  }

  /** What is needed of a file; an absent list is empty. */
  record Instances(List<Image> images, List<Annotation> annotations, List<Category> categories) {
    Instances {
      images = images == null ? List.of() : images;
      annotations = annotations == null ? List.of() : annotations;
      categories = categories == null ? List.of() : categories;
    }
  }

  record Image(long id, @JsonProperty("file_name") String fileName, int width, int height) {}

  record Category(long id, String name) {}

  /** A box: left, top, width and height in pixels. */
  record Annotation(
      @JsonProperty("image_id") long imageId,
      @JsonProperty("category_id") long categoryId,
      @JsonProperty("bbox") List<Double> box) {

    double area(Path file) throws IOException {
      if (box == null || box.size() != 4) {
        throw new IOException(file + ": a person in picture " + imageId + " has no box of 4");
      }
      return box.get(2) * box.get(3);
    }
  }
}
