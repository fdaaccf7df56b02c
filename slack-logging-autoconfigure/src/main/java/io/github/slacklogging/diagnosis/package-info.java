/**
 * What the logger says of itself on request: the way of every event, what a dry run would
 * have sent, and how it is set up. Imports the root only. It speaks through SLF4J, on
 * loggers of its own that are never captured, and is the only folder that does.
 */
@NullMarked
package io.github.slacklogging.diagnosis;

import org.jspecify.annotations.NullMarked;
