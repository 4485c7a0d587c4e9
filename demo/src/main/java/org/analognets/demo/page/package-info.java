/**
 * The page that shows sensors at work and controls them.
 *
 * <p>Reading order: {@link org.analognets.demo.page.DemoSession} (the whole), {@code PageRoutes} (what
 * can be asked for), {@code Feed} (what is sent), {@code SensorView} and {@code Display} (what of a
 * sensor), {@code ControlRequest} (what can be changed). The page itself, plain HTML, CSS and
 * JavaScript, lies under {@code web} beside this package's classes.
 *
 * <pre>
 *  LiveSensor --readings, events--&gt; Onlooker --&gt; SensorView --10 times a second--&gt; Feed --&gt; pages
 *    ^                                                                                   |
 *    +------------- ControlRequest &lt;-- POST /api/control &lt;-- PageRoutes &lt;---------------+
 * </pre>
 */
@NullMarked
package org.analognets.demo.page;

import org.jspecify.annotations.NullMarked;
