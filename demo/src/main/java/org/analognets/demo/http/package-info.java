/**
 * HTTP: {@link org.analognets.demo.http.MetricsServer} (meters alone), {@link
 * org.analognets.demo.http.Access} (who may ask).
 */
@NullMarked
package org.analognets.demo.http;

import org.jspecify.annotations.NullMarked;
