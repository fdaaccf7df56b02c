package io.github.slacklogging.autoconfigure;

import java.util.List;

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
	 * @param keys Comma-separated list of keys whose values are masked, besides the
	 * built-in ones.
	 */
	record Masking(@DefaultValue("true") boolean enabled, @DefaultValue List<String> keys) {

		Masking {
			keys = List.copyOf(keys);
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
