package org.analognets.analog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.analognets.analog.chip.AonCim;
import org.analognets.analog.chip.Chip;
import org.analognets.analog.chip.DriftCompensation;
import org.analognets.analog.converter.Converter;
import org.analognets.analog.device.DeviceModel;
import org.analognets.analog.device.PcmModel;
import org.analognets.analog.model.Model;
import org.analognets.analog.model.RandomModels;
import org.analognets.analog.random.Randoms;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChipFileTest {
  private static final int LENGTH_AT = 12;
  private static final int CRC_AT = 20;
  private static final int HEADER = 24;
  private static final double DAY = 86_400;
  private static final Instant BIRTH = Instant.parse("2026-03-01T12:00:00.000000007Z");
  private static final Model KWS = RandomModels.kws(1);
  private static final float[] TENSOR =
      RandomModels.input(KWS.network().input(), Randoms.derive(1, "tensor"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("chip.bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pcm", "hermes", "ideal"})
  void sameChipGivesTheSameAnswersBitForBit(String device) throws IOException {
    Chip chip = AonCim.defaults().withDeviceModel(DeviceModel.named(device)).program(KWS, 5);
    ChipFile.write(file, new StoredChip(chip, BIRTH));
    Chip read = ChipFile.read(file).chip();
    Chip again = AonCim.defaults().withDeviceModel(DeviceModel.named(device)).program(KWS, 5);
    for (double age : new double[] {25, DAY, 365 * DAY}) {
      assertThat(read.infer(TENSOR, age).logits()).isEqualTo(again.infer(TENSOR, age).logits());
    }
  }

  @Test
  void networkOfResidualAddsSurvivesToo() throws IOException {
    Model vww = RandomModels.vww(2);
    float[] tensor = RandomModels.input(vww.network().input(), Randoms.derive(2, "tensor"));
    Chip chip = AonCim.defaults().program(vww, 6);
    ChipFile.write(file, new StoredChip(chip, BIRTH));
    assertThat(ChipFile.read(file).chip().infer(tensor, DAY).logits())
        .isEqualTo(chip.infer(tensor, DAY).logits());
  }

  @Test
  void settingsModelSeedAndBirthSurvive() throws IOException {
    AonCim settings =
        AonCim.defaults()
            .withArray(1100, 600, 8)
            .withConverter(Converter.ideal())
            .withDeviceModel(new PcmModel(2, 30))
            .withCompensation(DriftCompensation.COLUMN);
    ChipFile.write(file, new StoredChip(settings.program(KWS, -7), BIRTH));
    StoredChip read = ChipFile.read(file);
    assertThat(read.birth()).isEqualTo(BIRTH);
    assertThat(read.chip().settings()).isEqualTo(settings);
    assertThat(read.chip().seed()).isEqualTo(-7);
    assertThat(read.chip().model()).isEqualTo(KWS);
    assertThat(read.chip().devices().get(0).devicesPerPolarity()).isEqualTo(2);
  }

  @Test
  void ageGoesOnFromBirth() {
    StoredChip stored = new StoredChip(AonCim.defaults().program(KWS, 1), BIRTH);
    assertThat(stored.ageSeconds(BIRTH.plusSeconds(3600))).isEqualTo(3600);
    assertThat(stored.ageSeconds(BIRTH.plusMillis(1500))).isCloseTo(1.5, within(1e-9));
    assertThat(stored.ageSeconds(BIRTH.minusSeconds(2))).isEqualTo(-2);
  }

  @Test
  void everyFlippedBitOfThePayloadIsFound() throws IOException {
    byte[] good = written();
    for (int at = HEADER; at < good.length; at += good.length / 9) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      assertThatRead(bad).hasMessageContaining("is damaged: its CRC does not fit");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 23, 24, 1000, 2_000_000})
  void aTruncatedFileIsCutShort(int length) throws IOException {
    assertThatRead(Arrays.copyOf(written(), length)).hasMessageContaining("is cut short");
  }

  @Test
  void aFileThatGoesOnIsRefused() throws IOException {
    byte[] good = written();
    assertThatRead(Arrays.copyOf(good, good.length + 1)).hasMessageContaining("after its end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CHI", "this is no chip file, whatever it is called"})
  void aForeignFileIsNoChipFile(String content) throws IOException {
    assertThatRead(content.getBytes(StandardCharsets.UTF_8))
        .hasMessageContaining("is no chip file; 'analognets program' writes one");
  }

  @Test
  void anotherVersionSaysWhichCanBeRead() throws IOException {
    byte[] bytes = written();
    bytes[11] = 2;
    assertThatRead(bytes).hasMessageContaining("is of format 2, this program reads 1");
  }

  /** A file with a valid checksum may still hold anything. */
  @Test
  void impossibleContentUnderAValidChecksumIsRefused() throws IOException {
    byte[] good = written();
    assertThatRead(sealed(good, 100)).hasMessageContaining("ends within its network");
    assertThatRead(sealed(good, 10)).hasMessageContaining("fewer devices");
    assertThatRead(sealed(good, good.length - HEADER - 4)).hasMessageContaining("fewer devices");
    assertThatRead(sealed(good, good.length - HEADER + 4)).hasMessageContaining("more devices");
    ByteBuffer.wrap(good).putFloat(good.length - 4, Float.NaN);
    assertThatRead(sealed(good, good.length - HEADER)).hasMessageContaining("drift exponent");
    ByteBuffer.wrap(good).putInt(HEADER + 20, -1);
    assertThatRead(sealed(good, good.length - HEADER)).hasMessageContaining("rows and columns");
    ByteBuffer.wrap(good).putLong(HEADER, Long.MAX_VALUE);
    assertThatRead(sealed(good, good.length - HEADER)).hasMessageContaining("impossible time");
  }

  @Test
  void missingFileAndFolderAreNamed() {
    assertThatThrownBy(() -> ChipFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("chip " + file + ": does not exist; check its path");
    assertThatThrownBy(() -> ChipFile.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a folder");
  }

  private byte[] written() throws IOException {
    ChipFile.write(file, new StoredChip(AonCim.defaults().program(KWS, 3), BIRTH));
    return Files.readAllBytes(file);
  }

  /** The file with a payload of another length, and a header that fits it. */
  private static byte[] sealed(byte[] bytes, int payloadLength) {
    byte[] sealed = Arrays.copyOf(bytes, HEADER + payloadLength);
    CRC32 crc = new CRC32();
    crc.update(sealed, HEADER, payloadLength);
    ByteBuffer.wrap(sealed).putLong(LENGTH_AT, payloadLength);
    ByteBuffer.wrap(sealed).putInt(CRC_AT, (int) crc.getValue());
    return sealed;
  }

  private AbstractThrowableAssert<?, ?> assertThatRead(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return assertThatThrownBy(() -> ChipFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("chip " + file + ": ")
        .hasMessageNotContaining("\n");
  }
}
