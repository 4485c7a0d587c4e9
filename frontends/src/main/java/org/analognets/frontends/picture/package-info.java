/**
 * Pictures from cameras and files, and their way into a tensor.
 *
 * <pre>
 *         Cameras -> CameraSource   \
 *    http address -> IpCameraSource  > FrameSource -> FrameStream -> Picture
 * file or folder  -> PictureFiles   /
 * </pre>
 *
 * <p>Read {@link org.analognets.frontends.picture.FrameSource} and {@link
 * org.analognets.frontends.picture.FrameStream} first (the contract of everything that gives
 * pictures), then {@link org.analognets.frontends.picture.Picture} and {@link
 * org.analognets.frontends.picture.PictureFile} (picture files to pixels). Behind the three sources
 * stands one way through Webcam Capture, {@code WebcamStream}, with a driver for each: {@code
 * BuiltInDriver}, its own for network cameras with {@code NetworkCamera} as device, and {@code
 * FileWebcamDriver}. {@link org.analognets.frontends.picture.Downscale} makes the tensor.
 */
@NullMarked
package org.analognets.frontends.picture;

import org.jspecify.annotations.NullMarked;
