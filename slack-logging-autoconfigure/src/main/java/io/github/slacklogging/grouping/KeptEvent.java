package io.github.slacklogging.grouping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.BoundedText;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * An event as a group remembers it: with texts no longer than a message could ever show,
 * so that the memory of a thousand kinds does not depend on how much they say. Pure
 * function.
 */
final class KeptEvent {

	/** A message has room for 4,000 characters. Source: docs.slack.dev. */
	static final int MAX_TEXT = 4_000;

	static final int MAX_VALUE = 1_000;

	private KeptEvent() {
	}

	static LogEvent of(LogEvent event) {
		ThrowableSnapshot thrown = event.throwable();
		if (thrown == null && event.approximateBytes() <= MAX_VALUE) {
			// nothing in it can be too long
			return event;
		}
		ThrowableSnapshot kept = (thrown != null) ? KeptThrowable.of(thrown) : null;
		if (kept == thrown && hasShortValues(event) && event.text().mostLength() <= MAX_TEXT
				&& event.template().length() <= MAX_TEXT) {
			return event;
		}
		return new LogEvent(event.runId(), event.sequence(), event.timestamp(), event.severity(), event.loggerName(),
				event.threadName(), BoundedText.cut(event.template(), MAX_TEXT),
				BoundedText.cut(event.message(), MAX_TEXT), event.argumentCount(), mdc(event.mdc()),
				keyValues(event.keyValues()), event.markers(), kept, event.caller(), event.job());
	}

	private static boolean hasShortValues(LogEvent event) {
		for (String value : event.mdc().values()) {
			if (value.length() > MAX_VALUE) {
				return false;
			}
		}
		for (KeyValue pair : event.keyValues()) {
			if (!isShort(pair.value())) {
				return false;
			}
		}
		return true;
	}

	private static boolean isShort(@Nullable Object value) {
		return !(value instanceof String text) || text.length() <= MAX_VALUE;
	}

	private static Map<String, String> mdc(Map<String, String> mdc) {
		Map<String, String> kept = new LinkedHashMap<>(mdc);
		kept.replaceAll((key, value) -> BoundedText.cut(value, MAX_VALUE));
		return kept;
	}

	private static List<KeyValue> keyValues(List<KeyValue> pairs) {
		return pairs.stream()
			.map((pair) -> isShort(pair.value()) ? pair
					: new KeyValue(pair.key(), BoundedText.cut(pair.text(), MAX_VALUE)))
			.toList();
	}

}
