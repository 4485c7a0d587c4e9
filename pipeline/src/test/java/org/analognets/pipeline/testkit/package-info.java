/** Sources and recognizers that tests steer: real implementations of the interfaces. */
package org.analognets.pipeline.testkit;
