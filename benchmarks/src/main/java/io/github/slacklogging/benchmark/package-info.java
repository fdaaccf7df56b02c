/**
 * What a logging call pays. {@code Report} runs everything and prints a table.
 */
@NullMarked
package io.github.slacklogging.benchmark;

import org.jspecify.annotations.NullMarked;
