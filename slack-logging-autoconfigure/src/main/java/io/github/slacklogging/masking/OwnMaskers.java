package io.github.slacklogging.masking;

import java.util.List;

import io.github.slacklogging.EventMasker;
import org.jspecify.annotations.Nullable;

/**
 * The application's maskers, one after the other. One that throws, or answers nothing,
 * costs the text: it is withheld, never sent unmasked.
 */
final class OwnMaskers {

	static final String WITHHELD = "[withheld: a masker failed]";

	static final String RULE = "own";

	static final String FAILED_RULE = "own-failed";

	private final List<EventMasker> maskers;

	OwnMaskers(List<EventMasker> maskers) {
		this.maskers = List.copyOf(maskers);
	}

	String mask(String field, String text, MaskingTally tally) {
		String masked = text;
		for (EventMasker masker : this.maskers) {
			String next = ask(masker, field, masked);
			if (next == null) {
				tally.masked(FAILED_RULE);
				return WITHHELD;
			}
			masked = next;
		}
		if (!masked.equals(text)) {
			tally.masked(RULE);
		}
		return masked;
	}

	private static @Nullable String ask(EventMasker masker, String field, String text) {
		try {
			return masker.mask(field, text);
		}
		catch (Throwable ex) {
			// Also a StackOverflowError of a regular expression: whatever it was, the
			// text
			// must not go out.
			return null;
		}
	}

}
