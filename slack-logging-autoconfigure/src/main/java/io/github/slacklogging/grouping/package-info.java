/**
 * What is the same, and when do we speak? Events are folded into groups, not queued:
 * {@code EventGrouping} is the door, {@code Fingerprinting} says what is the same, one
 * {@code GroupTable} per destination holds the kinds, and {@code SpeakingRules} say when
 * a kind is due.
 */
@NullMarked
package io.github.slacklogging.grouping;

import org.jspecify.annotations.NullMarked;
