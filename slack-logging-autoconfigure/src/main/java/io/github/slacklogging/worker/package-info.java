/**
 * What every line of work has that takes events from a buffer: an intake for the threads
 * that log, one thread that does the rest, its life, its mail, who wakes it and who says
 * that something holds it up.
 */
@NullMarked
package io.github.slacklogging.worker;

import org.jspecify.annotations.NullMarked;
