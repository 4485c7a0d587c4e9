/**
 * What microphones and cameras have in common: {@link org.analognets.frontends.device.DeviceChoice},
 * how a user names one.
 */
@NullMarked
package org.analognets.frontends.device;

import org.jspecify.annotations.NullMarked;
