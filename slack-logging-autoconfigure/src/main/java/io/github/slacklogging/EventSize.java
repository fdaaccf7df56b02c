package io.github.slacklogging;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Roughly how much memory an event holds. Runs on the thread that logs, for every event:
 * renders nothing and makes no iterator.
 */
final class EventSize implements BiConsumer<String, String> {

	private static final int FIXED = 256;

	private static final int VALUE = 16;

	private long bytes = FIXED;

	private EventSize() {
	}

	/**
	 * An estimate.
	 * @return bytes
	 */
	static int of(String template, EventText text, Map<String, String> mdc, List<KeyValue> keyValues,
			@Nullable ThrowableSnapshot throwable) {
		EventSize size = new EventSize();
		size.bytes += (long) text.mostLength() + template.length();
		for (int i = 0; i < keyValues.size(); i++) {
			KeyValue pair = keyValues.get(i);
			size.bytes += pair.key().length() + (pair.value() instanceof String value ? value.length() : VALUE);
		}
		if (!mdc.isEmpty()) {
			mdc.forEach(size);
		}
		size.bytes += (throwable != null) ? throwable.approximateBytes() : 0;
		return (int) Math.min(size.bytes, Integer.MAX_VALUE);
	}

	@Override
	public void accept(String key, String value) {
		this.bytes += key.length() + value.length();
	}

}
