package org.analognets.frontends.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif"})
  void losslessFormatsKeepEveryColour(String format) throws IOException {
    BufferedImage image = new BufferedImage(3, 8, BufferedImage.TYPE_BYTE_INDEXED);
    image.setRGB(0, 0, 0xff0000);
    image.setRGB(1, 0, 0x00ff00);
    image.setRGB(2, 0, 0x0000ff);
    image.setRGB(0, 7, 0xffffff);
    Path file = Files.write(directory.resolve("p." + format), Images.encoded(image, format));
    Picture picture = PictureFile.read(file);
    assertThat(picture.width()).isEqualTo(3);
    assertThat(picture.height()).isEqualTo(8);
    int[] expected = new int[3 * 3 * 8];
    Arrays.setAll(expected, i -> i == 0 || i == 4 || i == 8 || i / 3 == 21 ? 255 : 0);
    assertThat(values(picture)).containsExactly(expected);
  }

  @Test
  void aJpegIsReadToWithinItsLoss() throws IOException {
    Picture picture = decode(Images.encoded(Images.plain(16, 8, 0xc86432), "jpg"));
    assertThat(picture.at(15, 7, 0)).isBetween(197, 203);
    assertThat(picture.at(15, 7, 1)).isBetween(97, 103);
    assertThat(picture.at(15, 7, 2)).isBetween(47, 53);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void greyKeepsItsStoredValueInAllChannels(String format) throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 64; i++) {
      image.getRaster().setSample(i % 8, i / 8, 0, 100);
    }
    assertThat(values(decode(Images.encoded(image, format)))).hasSize(192).containsOnly(100);
  }

  @Test
  void sixteenBitAreRoundedToEight() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 0x7f00, 0xffff});
    assertThat(values(decode(Images.encoded(image, "png"))))
        .containsExactly(0, 0, 0, 127, 127, 127, 255, 255, 255);
  }

  @Test
  void whatIsTransparentShowsWhite() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00ff0000);
    image.setRGB(1, 0, 0x33ff0000);
    image.setRGB(2, 0, 0xffff0000);
    assertThat(values(decode(Images.encoded(image, "png"))))
        .containsExactly(255, 255, 255, 255, 204, 204, 255, 0, 0);
  }

  @Test
  void ofSeveralFramesTheFirstIsTaken() throws IOException {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(gif)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      writer.writeToSequence(new IIOImage(Images.plain(1, 1, 0xff0000), null, null), null);
      writer.writeToSequence(new IIOImage(Images.plain(1, 1, 0x0000ff), null, null), null);
      writer.endWriteSequence();
    }
    assertThat(values(decode(gif.toByteArray()))).containsExactly(255, 0, 0);
  }

  static Stream<byte[]> damaged() throws IOException {
    byte[] jpeg = Images.encoded(Images.plain(200, 200, 0x336699), "jpg");
    byte[] png = Images.encoded(Images.plain(200, 200, 0x336699), "png");
    return Stream.of(
        new byte[0],
        "<html>not found</html>".getBytes(StandardCharsets.US_ASCII),
        Arrays.copyOf(jpeg, jpeg.length / 2),
        Arrays.copyOf(jpeg, 10),
        Arrays.copyOf(png, png.length / 2),
        Images.pngClaiming(-1, 1),
        cmykJpeg());
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void aDamagedFileIsToldInOneLine(byte[] bytes) {
    assertThatThrownBy(() -> decode(bytes))
        .isInstanceOf(BrokenPictureException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("test: ")
        .contains("; ")
        .hasLineCount(1);
  }

  @Test
  void hugePicturesAreRefusedByTheirHeader() {
    assertThatThrownBy(() -> decode(Images.pngClaiming(40_000, 30_000)))
        .isInstanceOf(BrokenPictureException.class)
        .hasMessage("test: 40000 x 30000 pixels are more than 50 megapixels; scale it down");
  }

  @Test
  void hugeFilesAreRefusedUnread() throws IOException {
    Path file = directory.resolve("huge.png");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(64_000_001);
    }
    assertThatThrownBy(() -> PictureFile.read(file))
        .isInstanceOf(BrokenPictureException.class)
        .hasMessage(file + ": more than 64 MB; scale it down");
  }

  @Test
  void missingFilesAndFoldersAreNamed() {
    Path missing = directory.resolve("missing.png");
    assertThatThrownBy(() -> PictureFile.read(missing))
        .hasMessage(missing + ": no such file; check the path");
    assertThatThrownBy(() -> PictureFile.read(directory))
        .hasMessage(directory + ": is a folder; name a picture");
  }

  /** Damage anywhere shows as nothing but a broken picture. */
  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp", "gif"})
  void noDamagedByteEscapesAsAnotherError(String format) {
    byte[] whole = Images.encoded(Images.plain(9, 7, 0x336699), format);
    for (int at = 0; at < whole.length; at++) {
      byte[] bytes = whole.clone();
      bytes[at] ^= (byte) 0xa5;
      Throwable error = catchThrowableOfType(Throwable.class, () -> decode(bytes));
      if (error != null) {
        assertThat(error).as("byte %d", at).isInstanceOf(BrokenPictureException.class);
      }
    }
  }

  private static byte[] cmykJpeg() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
      writer.setOutput(out);
      Raster inks = Raster.createInterleavedRaster(0, 8, 8, 4, null);
      writer.write(new IIOImage(inks, null, null));
    }
    return jpeg.toByteArray();
  }

  private static Picture decode(byte[] bytes) throws BrokenPictureException {
    return PictureFile.decode(bytes, "test");
  }

  private static int[] values(Picture picture) {
    int[] values = new int[picture.rgb().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = picture.rgb()[i] & 0xff;
    }
    return values;
  }
}
