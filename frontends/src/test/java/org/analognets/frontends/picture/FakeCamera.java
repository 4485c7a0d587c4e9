package org.analognets.frontends.picture;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.analognets.frontends.picture.testing.FrameSourceKit;

/** A camera that shows the kit's picture, with a little noise, and may break as real ones do. */
final class FakeCamera {
  private final String name;
  private final Dimension[] sizes;
  private Dimension size = new Dimension();
  private int openings;
  private boolean refusing;
  private boolean frozen;
  private boolean blind;
  private int pictures;

  FakeCamera(String name, Dimension... sizes) {
    this.name = name;
    this.sizes = sizes;
  }

  /** A driver that has some cameras, as long as they are in the list. */
  static final class Driver implements WebcamDriver {
    private final List<FakeCamera> plugged;

    Driver(FakeCamera... cameras) {
      plugged = new ArrayList<>(List.of(cameras));
    }

    void unplug() {
      plugged.clear();
    }

    @Override
    public List<WebcamDevice> getDevices() {
      return plugged.stream().<WebcamDevice>map(FakeCamera::device).toList();
    }

    @Override
    public boolean isThreadSafe() {
      return true;
    }
  }

  /** Refuses to be opened, as a camera does that another program uses. */
  FakeCamera refusing() {
    refusing = true;
    return this;
  }

  /** Goes on giving the last picture, as the native library does after a camera is lost. */
  void freeze() {
    frozen = true;
  }

  /** Gives nothing any more. */
  void blind() {
    blind = true;
  }

  boolean isOpen() {
    return openings > 0;
  }

  /** Size that was asked for last. */
  Dimension size() {
    return size;
  }

  private BufferedImage shoot() {
    BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_3BYTE_BGR);
    image.createGraphics().drawImage(Images.plain(24, 16, FrameSourceKit.COLOUR), 0, 0, null);
    pictures += frozen ? 0 : 1;
    image.setRGB(12, 8, pictures);
    return image;
  }

  /** The camera as Webcam Capture sees it; drivers make a new one of these each time. */
  WebcamDevice device() {
    return new Device();
  }

  private final class Device implements WebcamDevice {
    private boolean open;

    @Override
    public String getName() {
      return name;
    }

    @Override
    public Dimension[] getResolutions() {
      return sizes;
    }

    @Override
    public Dimension getResolution() {
      return size;
    }

    @Override
    public void setResolution(Dimension wanted) {
      size = wanted;
    }

    @Override
    public BufferedImage getImage() {
      return blind ? null : shoot();
    }

    @Override
    public void open() {
      if (refusing) {
        throw new WebcamException("Cannot start native grabber!");
      }
      open = true;
      openings++;
    }

    @Override
    public void close() {
      open = false;
      openings--;
    }

    @Override
    public void dispose() {
      close();
    }

    @Override
    public boolean isOpen() {
      return open;
    }
  }
}
