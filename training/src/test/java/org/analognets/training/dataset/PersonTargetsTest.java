package org.analognets.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PersonTargetsTest {
  private static LabelledPicture picture(String source, PersonLabel label, double teacher) {
    return Pictures.labelled(source, "s", label, OptionalDouble.of(teacher));
  }

  @Test
  void withoutATeacherTheLabelIsAllThatIsKnown() {
    LabelledPicture person = Pictures.labelled("web", "s", PersonLabel.PERSON);
    LabelledPicture other = Pictures.labelled("web", "s", PersonLabel.NO_PERSON);
    PersonTargets targets = new PersonTargets(List.of(person, other));
    assertThat(targets.person(person)).isEqualTo(0.97);
    assertThat(targets.person(other)).isEqualTo(0.03, within(1e-12));
    assertThat(targets.person(Pictures.labelled("web", "s", PersonLabel.UNLABELLED)))
        .isEqualTo(0.5);
  }

  @Test
  void aTargetLiesBetweenLabelAndTeacherAndWithoutALabelIsTheTeachers() {
    PersonTargets targets = new PersonTargets(List.of());
    assertThat(targets.person(picture("web", PersonLabel.PERSON, 0.2))).isBetween(0.2, 0.97);
    assertThat(targets.person(picture("web", PersonLabel.NO_PERSON, 0.7))).isBetween(0.03, 0.7);
    assertThat(targets.person(picture("web", PersonLabel.UNLABELLED, 0.7)))
        .isEqualTo(0.7, within(1e-12));
  }

  @Test
  void theTeacherIsNotAskedAboutCropsAndTinyPersons() {
    PersonTargets targets = new PersonTargets(List.of());
    assertThat(targets.person(picture("inriacrop", PersonLabel.PERSON, 0.01))).isEqualTo(0.97);
    assertThat(targets.person(picture("minicoco", PersonLabel.PERSON, 0.01))).isEqualTo(0.97);
  }

  /** Persons at 0.2 to 0.8, others at 0.0 to 0.3: the classes cross near 0.25. */
  @Test
  void aTeacherThatLeansIsPutUpright() {
    List<LabelledPicture> pictures = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      pictures.add(picture("web", PersonLabel.PERSON, 0.2 + 0.01 * i));
      pictures.add(picture("web", PersonLabel.NO_PERSON, 0.005 * i));
    }
    PersonTargets targets = new PersonTargets(pictures);
    assertThat(targets.person(picture("web", PersonLabel.UNLABELLED, 0.2))).isLessThan(0.5);
    assertThat(targets.person(picture("web", PersonLabel.UNLABELLED, 0.3))).isGreaterThan(0.5);
  }

  @Test
  void aTeacherThatIsSureStaysFinite() {
    PersonTargets targets = new PersonTargets(List.of());
    assertThat(targets.person(picture("web", PersonLabel.UNLABELLED, 1))).isBetween(0.99, 1.0);
    assertThat(targets.person(picture("web", PersonLabel.UNLABELLED, 0))).isBetween(0.0, 0.01);
  }
}
