/** Meters over HTTP: {@link org.analognets.demo.http.MetricsServer}. */
@NullMarked
package org.analognets.demo.http;

import org.jspecify.annotations.NullMarked;
