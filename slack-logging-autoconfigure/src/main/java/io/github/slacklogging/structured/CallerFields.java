package io.github.slacklogging.structured;

import java.util.List;
import java.util.function.BiConsumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

import org.springframework.boot.logging.structured.ContextPairs;

/**
 * The MDC and the key-values of an event, with the prefix that Boot is told to give them.
 * Thread-safe.
 */
final class CallerFields {

	private final BiConsumer<ILoggingEvent, BiConsumer<String, Object>> pairs;

	CallerFields(ContextPairs contextPairs) {
		this.pairs = contextPairs.flat("_", (pairs) -> pairs.add(CallerFields::collect));
	}

	/**
	 * Calls back for each field; the value may be {@code null} whatever the type says.
	 */
	void each(ILoggingEvent event, BiConsumer<String, Object> field) {
		this.pairs.accept(event, field);
	}

	private static void collect(ILoggingEvent event, BiConsumer<String, @Nullable Object> field) {
		event.getMDCPropertyMap().forEach(field);
		List<@Nullable KeyValuePair> keyValues = event.getKeyValuePairs();
		if (keyValues != null) {
			for (KeyValuePair pair : keyValues) {
				if (pair != null) {
					field.accept(String.valueOf(pair.key), pair.value);
				}
			}
		}
	}

}
