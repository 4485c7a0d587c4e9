/**
 * A listening session: one source, one chip, one stream, its events on the console or as JSON lines,
 * its meters over HTTP.
 *
 * <p>Reading order: {@link org.analognets.demo.listen.ListenSession} (the whole), {@link
 * org.analognets.demo.listen.ChipRecognizer} and {@link org.analognets.demo.listen.ChipClock} (a chip
 * that ages as it listens), {@link org.analognets.demo.listen.Report} (what is printed), {@link
 * org.analognets.demo.listen.StopSignal} (Ctrl-C).
 */
@NullMarked
package org.analognets.demo.listen;

import org.jspecify.annotations.NullMarked;
