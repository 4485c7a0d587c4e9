package org.analognets.pipeline.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.analognets.frontends.picture.BrokenPictureException;
import org.analognets.frontends.picture.FrameSource;
import org.analognets.frontends.picture.FrameStream;
import org.analognets.frontends.picture.Picture;
import org.analognets.frontends.picture.PictureException;

/** Files that are a list: pictures, broken ones among them, possibly an unreadable end. */
public final class PictureList implements FrameSource {

  private final List<Optional<Picture>> entries = new ArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private boolean damaged;

  public static PictureList of(List<Picture> pictures) {
    PictureList list = new PictureList();
    pictures.forEach(picture -> list.entries.add(Optional.of(picture)));
    return list;
  }

  /** Puts a broken picture at a place, counted from 0. */
  public PictureList brokenAt(int place) {
    entries.add(place, Optional.empty());
    return this;
  }

  /** The files can't be read any more where the list ends. */
  public PictureList damaged() {
    damaged = true;
    return this;
  }

  public int timesOpened() {
    return opened.get();
  }

  @Override
  public String name() {
    return "pictures/";
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public FrameStream open() {
    opened.incrementAndGet();
    Iterator<Optional<Picture>> rest = entries.iterator();
    return new FrameStream() {
      @Override
      public Optional<Picture> next() throws PictureException {
        if (!rest.hasNext()) {
          if (damaged) {
            throw new PictureException("pictures/: unmounted");
          }
          return Optional.empty();
        }
        Optional<Picture> picture = rest.next();
        if (picture.isEmpty()) {
          throw new BrokenPictureException("pictures/x.jpg: cut off");
        }
        return picture;
      }

      @Override
      public void close() {}
    };
  }
}
