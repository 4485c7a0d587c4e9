package org.analognets.training.dataset;

import java.util.OptionalDouble;
import org.analognets.frontends.picture.Picture;

/**
 * A picture of a data set.
 *
 * @param name path inside the data set
 * @param source which collection it is from
 * @param scene pictures of one place or sequence share it
 * @param label whether a person is in it
 * @param teacherPerson how probable another network finds a person, where the data set says so
 * @param picture the pixels
 */
public record LabelledPicture(
    String name,
    String source,
    String scene,
    PersonLabel label,
    OptionalDouble teacherPerson,
    Picture picture) {}
