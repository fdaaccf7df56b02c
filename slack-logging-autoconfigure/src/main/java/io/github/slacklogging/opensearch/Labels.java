package io.github.slacklogging.opensearch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;

import io.github.slacklogging.MaskedEvent;

/**
 * What callers name themselves, the diagnostic context and the key-value pairs, as one
 * flat object that a field of type {@code flat_object} takes: bounded in number, in the
 * length of keys and values and altogether, with keys that are unique. Stateless.
 */
final class Labels {

	static final int MAX_LABELS = 256;

	static final int MAX_KEY_LENGTH = 256;

	/**
	 * Three bytes each, with the path of the longest key twice before it, stay below the
	 * 32,766 bytes of Lucene's longest term.
	 */
	static final int MAX_VALUE_LENGTH = 8 * 1024;

	/** Of all of them as JSON; as text within a text at most twice as much. */
	static final int MAX_BYTES = 128 * 1024;

	/** Quotes, colon and comma. */
	private static final int MARKS = 6;

	/** The label that says how many there are more, and its key. */
	static final String MORE = "…";

	private static final int MORE_BYTES = 64;

	private Labels() {
	}

	/**
	 * The labels of an event. Where both have a key, the key-value pair wins.
	 * @param event masked
	 * @param toldElsewhere which of them have a field of their own
	 * @return in order; empty where there are none
	 */
	static Map<String, String> of(MaskedEvent event, BiPredicate<String, String> toldElsewhere) {
		Map<String, String> all = both(event.mdc(), event.keyValues());
		if (all.isEmpty()) {
			return all;
		}
		Map<String, String> labels = new LinkedHashMap<>();
		int room = MAX_BYTES - MORE_BYTES;
		int more = 0;
		for (Map.Entry<String, String> entry : all.entrySet()) {
			if (toldElsewhere.test(entry.getKey(), entry.getValue())) {
				continue;
			}
			int bytes = (labels.size() < MAX_LABELS) ? put(labels, entry, room) : 0;
			room -= bytes;
			more += (bytes == 0) ? 1 : 0;
		}
		if (more > 0) {
			labels.put(unique(MORE, labels), more + " more");
		}
		return labels;
	}

	/** Returns how much of the room it takes, 0 where there was not enough. */
	private static int put(Map<String, String> labels, Map.Entry<String, String> entry, int room) {
		String key = unique(LabelKeys.of(entry.getKey(), MAX_KEY_LENGTH), labels);
		String value = JsonSize.cut(entry.getValue(), MAX_VALUE_LENGTH, MAX_BYTES);
		int bytes = JsonSize.of(key) + JsonSize.of(value) + MARKS;
		if (bytes > room) {
			return 0;
		}
		labels.put(key, value);
		return bytes;
	}

	private static Map<String, String> both(Map<String, String> mdc, Map<String, String> keyValues) {
		if (mdc.isEmpty() || keyValues.isEmpty()) {
			return mdc.isEmpty() ? keyValues : mdc;
		}
		Map<String, String> both = new LinkedHashMap<>(mdc);
		both.putAll(keyValues);
		return both;
	}

	/** Different keys may look alike after they were changed. */
	private static String unique(String key, Map<String, String> labels) {
		String unique = key;
		for (int i = labels.size() + 1; labels.containsKey(unique); i++) {
			String number = "~" + i;
			String beginning = key.substring(0, Math.min(key.length(), MAX_KEY_LENGTH - number.length()));
			unique = JsonSize.cut(beginning, MAX_KEY_LENGTH, Integer.MAX_VALUE) + number;
		}
		return unique;
	}

}
