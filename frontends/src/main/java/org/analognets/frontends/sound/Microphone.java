package org.analognets.frontends.sound;

/**
 * A device that sound can be captured from, as a user sees it in a list.
 *
 * @param index its place in {@link Microphones#list()}, from 0; may change when devices come and go
 * @param name what the system calls it
 * @param description what else the system says about it
 * @param formats what it can deliver, in a few words: rates, channels and widths
 */
public record Microphone(int index, String name, String description, String formats) {}
