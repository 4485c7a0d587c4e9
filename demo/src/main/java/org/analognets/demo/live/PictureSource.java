package org.analognets.demo.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.analognets.demo.bundled.Bundled;
import org.analognets.frontends.picture.Camera;
import org.analognets.frontends.picture.Cameras;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.IpCameraSource;
import org.analognets.frontends.picture.PictureException;
import org.analognets.frontends.picture.PictureFiles;

/** The places that pictures come from, as users write them. */
public final class PictureSource {
  /** The first camera. */
  public static final String CAMERA = "webcam";

  /** The bundled pictures. */
  public static final String BUNDLED = "bundled";

  private static final String NAMED = CAMERA + ":";

  private PictureSource() {}

  /**
   * A source by its id: {@value #CAMERA}, {@code webcam:NAME}, {@value #BUNDLED}, an address of a
   * network camera, a file or a folder.
   *
   * @param framesPerSecond how many pictures are taken of files in a second
   * @throws IOException one line, when there is no such camera or file
   */
  public static FrameSource of(String id, double framesPerSecond) throws IOException {
    if (id.equals(CAMERA)) {
      return Cameras.standard();
    }
    if (id.equals(BUNDLED)) {
      return Bundled.pictures();
    }
    if (id.startsWith(NAMED)) {
      return Cameras.choose(id.substring(NAMED.length()));
    }
    return IpCameraSource.isAddress(id)
        ? IpCameraSource.of(id)
        : PictureFiles.source(Path.of(id), framesPerSecond);
  }

  /** The cameras that are there now, and the bundled pictures. */
  public static List<SourceChoice> choices() {
    List<SourceChoice> choices = new ArrayList<>();
    for (Camera camera : cameras()) {
      choices.add(new SourceChoice(NAMED + camera.name(), camera.name()));
    }
    choices.add(new SourceChoice(BUNDLED, "bundled pictures"));
    return choices;
  }

  private static List<Camera> cameras() {
    try {
      return Cameras.list();
    } catch (PictureException noneToBeHad) {
      return List.of(); // whoever asks for one is told why
    }
  }
}
