package io.github.slacklogging.grouping;

import io.github.slacklogging.MessageRef;
import org.jspecify.annotations.Nullable;

/**
 * What Slack said when it did something. Immutable.
 *
 * @param message that stands there now and can be edited, {@code null} where none can
 * @param link address that was asked for, {@code null} where none was
 */
public record Receipt(@Nullable MessageRef message, @Nullable String link) {

	/** Slack did it and said no more. */
	public static final Receipt PLAIN = new Receipt(null, null);

}
