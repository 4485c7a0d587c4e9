/**
 * Pictures from cameras and files, and their way into a tensor.
 *
 * <p>Reading order: {@link org.analognets.frontends.picture.Picture}, {@link
 * org.analognets.frontends.picture.FrameSource} and {@link
 * org.analognets.frontends.picture.FrameStream} (where pictures come from), {@link
 * org.analognets.frontends.picture.PictureFile} (picture files to pixels).
 */
@NullMarked
package org.analognets.frontends.picture;

import org.jspecify.annotations.NullMarked;
