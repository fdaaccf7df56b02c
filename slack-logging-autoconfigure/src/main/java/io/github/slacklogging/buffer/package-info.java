/**
 * How much, how fast? Holds events between the threads that log and the worker, bounded
 * in events and in bytes, with room kept for what matters most.
 */
@NullMarked
package io.github.slacklogging.buffer;

import org.jspecify.annotations.NullMarked;
