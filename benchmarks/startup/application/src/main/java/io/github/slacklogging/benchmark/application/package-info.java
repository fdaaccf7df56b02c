/**
 * Applications that do nothing but start, and the commands that a started one obeys.
 */
@NullMarked
package io.github.slacklogging.benchmark.application;

import org.jspecify.annotations.NullMarked;
