/**
 * Runs of the real program through its launcher, as a user starts it. They need the build that
 * {@code package} makes, so they run afterwards, in {@code verify}.
 */
package org.analognets.demo.program;
