package io.github.slacklogging.autoconfigure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a message shows, and what it must not. */
final class WordingProperties {

	private WordingProperties() {
	}

	/**
	 * Removal of what must not leave memory.
	 *
	 * @param enabled Whether secrets and personal data are masked. Slack's own secrets
	 * always are.
	 * @param rules Comma-separated list of rules that work. 'default' stands for all but
	 * the opt-in ones, a name behind a minus is taken away: 'default,-email,phone'.
	 * @param keys Comma-separated list of keys whose values are masked, besides the
	 * built-in ones.
	 * @param patterns Regular expressions (RE2/J) by name. What they match is masked, or
	 * what their first group holds.
	 * @param allowFields Comma-separated list of MDC keys and of keys of key-value pairs.
	 * When set only these are sent, and arguments of messages are masked.
	 */
	record Masking(@DefaultValue("true") boolean enabled, @DefaultValue List<String> rules,
			@DefaultValue List<String> keys, @DefaultValue Map<String, String> patterns,
			@DefaultValue List<String> allowFields) {

		Masking {
			rules = List.copyOf(rules);
			keys = List.copyOf(keys);
			patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
			allowFields = List.copyOf(allowFields);
		}

	}

	/**
	 * Content of a message.
	 *
	 * @param mdc Comma-separated list of MDC keys that are shown, '*' for all.
	 * @param fields Comma-separated list of keys of key-value pairs that are shown, '*'
	 * for all.
	 * @param stackTrace How much of a stack trace is shown.
	 * @param location Where the location of an event comes from.
	 * @param username Name shown as the sender where Slack lets the sender choose. When
	 * not set it is the service name.
	 * @param iconEmoji Emoji shown as the sender where Slack lets the sender choose.
	 */
	record Message(@DefaultValue( {
			"traceId", "trace_id", "spanId", "span_id", "requestId", "request_id", "X-Request-Id", "correlationId",
			"correlation_id", "X-Correlation-Id" }) List<String> mdc, @DefaultValue("*") List<String> fields,
			@DefaultValue("short") StackTrace stackTrace, @DefaultValue("auto") Location location,
			@Nullable String username, @DefaultValue(":rotating_light:") String iconEmoji){

		Message {
			mdc = List.copyOf(mdc);
			fields = List.copyOf(fields);
		}

		void check(Problems problems) {
			if (!this.iconEmoji.isEmpty() && !this.iconEmoji.matches(":[^:\\s]+:")) {
				problems.add("message.icon-emoji", "is not an emoji", "Write for example :rotating_light:.");
			}
		}

	}

	/** How much of a stack trace is shown. */
	enum StackTrace {

		/** Root cause and the application's own frames. */
		SHORT,

		/** As much as fits. */
		FULL,

		/** Nothing. */
		NONE

	}

	/** Where the location of an event comes from. */
	enum Location {

		/** The throwable, else the caller's frame for ERROR and above. */
		AUTO,

		/** Nowhere. */
		NEVER

	}

}
