/**
 * For tests that need sound hardware: {@link
 * org.analognets.frontends.sound.testing.VirtualMicrophone} is a microphone that plays files, on a
 * machine that has none.
 */
package org.analognets.frontends.sound.testing;
