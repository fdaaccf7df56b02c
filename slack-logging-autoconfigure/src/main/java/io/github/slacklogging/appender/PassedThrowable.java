package io.github.slacklogging.appender;

import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The throwable of an event.
 *
 * @param snapshot what is known of it; none where none was found
 * @param source the object that it was found in: a throwable, or a printed trace
 */
record PassedThrowable(@Nullable ThrowableSnapshot snapshot, @Nullable Object source) {

	static final PassedThrowable NONE = new PassedThrowable(null, null);

}
