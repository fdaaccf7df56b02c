/**
 * What is the same, and when do we speak? Events are folded into groups, not queued:
 * {@code EventGrouping} is the door, {@code Fingerprinting} says what is the same, one
 * {@code GroupTable} per destination counts, {@code KnownKinds} bounds what it remembers,
 * {@code SpeakingRules} say when a kind is due and {@code BatchSelection} what one
 * message tells.
 */
@NullMarked
package io.github.slacklogging.grouping;

import org.jspecify.annotations.NullMarked;
