/** What tests of several packages share. */
package org.analognets.demo.testing;
