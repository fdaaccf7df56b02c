/**
 * What is the same, and when do we speak? Events are folded into groups, not queued:
 * {@code EventGrouping} is the door, {@code Fingerprinting} says what is the same
 * ({@code StackKey} has the rules for stacks, {@code KnownStacks} spares asking them
 * again), one {@code GroupTable} per destination counts, {@code KnownKinds} bounds what
 * it remembers, {@code SpeakingRules} say when a kind is due and {@code BatchSelection}
 * what one message tells.
 */
@NullMarked
package io.github.slacklogging.grouping;

import org.jspecify.annotations.NullMarked;
