/**
 * Is the set-up right? Asks everybody that messages depend on, posts nothing, and tells
 * it as a table.
 */
@NullMarked
package io.github.slacklogging.doctor;

import org.jspecify.annotations.NullMarked;
