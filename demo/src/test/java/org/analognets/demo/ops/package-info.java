/** The files of {@code ops}: what Prometheus and Grafana are given. */
package org.analognets.demo.ops;
