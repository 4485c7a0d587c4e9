/**
 * A session of sensors: each a source, a chip and a stream, with their events on the console or as
 * JSON lines, and all their meters over HTTP.
 *
 * <p>Reading order: {@link org.analognets.demo.sensor.Sensor} with {@link
 * org.analognets.demo.sensor.SoundSensor} and {@link org.analognets.demo.sensor.PictureSensor}, {@link
 * org.analognets.demo.sensor.SensorSession} (the whole), {@link
 * org.analognets.demo.sensor.WantedSensor} (what takes a missing one's place), {@link
 * org.analognets.demo.sensor.ChipRecognizer} and {@link org.analognets.demo.sensor.ChipClock} (a chip
 * that ages as it works), {@link org.analognets.demo.sensor.Report} (what is printed), {@link
 * org.analognets.demo.sensor.StopSignal} (Ctrl-C).
 */
@NullMarked
package org.analognets.demo.sensor;

import org.jspecify.annotations.NullMarked;
