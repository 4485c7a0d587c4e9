/**
 * The command line, one class for each command.
 *
 * <p>Reading order: {@link org.analognets.demo.cli.AnalogNetsCommand} (the root, with the exit
 * codes), {@link org.analognets.demo.cli.Errors} (how anything that goes wrong becomes one line),
 * then the commands. What users type is turned into values by small types such as {@link
 * org.analognets.demo.text.Age}.
 */
@NullMarked
package org.analognets.demo.cli;

import org.jspecify.annotations.NullMarked;
