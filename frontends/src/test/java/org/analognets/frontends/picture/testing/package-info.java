/**
 * For tests that need pictures: {@link org.analognets.frontends.picture.testing.MjpegServer} is a
 * network camera that shows what it is told to and can be unplugged, {@link
 * org.analognets.frontends.picture.testing.FrameSourceKit} holds the rules of every source of pictures.
 */
package org.analognets.frontends.picture.testing;
