package org.analognets.frontends.picture;

/**
 * A camera of this machine, as a user sees it in a list.
 *
 * @param index its place in {@link Cameras#list()}, from 0; may change when cameras come and go
 * @param name what the system calls it
 * @param resolutions what it can deliver, in a few words
 */
public record Camera(int index, String name, String resolutions) {}
