/**
 * What users write and read: {@link org.analognets.demo.text.Age} (times such as 24h), {@link
 * org.analognets.demo.text.Interval} (times such as 100ms), {@link
 * org.analognets.demo.text.TextTable} and {@link org.analognets.demo.text.Json}.
 */
@NullMarked
package org.analognets.demo.text;

import org.jspecify.annotations.NullMarked;
