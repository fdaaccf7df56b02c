package io.github.slacklogging.sample;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Something that happens in the shop when its button is pressed. An entry of a
 * {@link Shelf} is all that a new one needs: the page, the address and the test that goes
 * through all of them follow from it.
 *
 * @param name last part of its address, {@code /trouble/<name>}
 * @param picture name of a drawing in {@code wares.svg}
 * @param subject what it is about, where a shop has the name of the goods
 * @param note price or place, beside the subject
 * @param tone how bad it is
 * @param button what stands on the button
 * @param happens what goes on, in sentences; code stands between backticks
 * @param lookFor what to look for in Slack, in sentences; likewise
 * @param action does it and returns a sentence about what was done
 */
record Situation(String name, String picture, String subject, String note, Tone tone, String button, String happens,
		String lookFor, Supplier<String> action) {

	Situation {
		Objects.requireNonNull(action, "action");
		if (!name.matches("[a-z]+(-[a-z]+)*")) {
			throw new IllegalArgumentException("no name for an address: " + name);
		}
		if (!happens.endsWith(".") || !lookFor.endsWith(".")) {
			throw new IllegalArgumentException(name + " needs sentences");
		}
	}

	String press() {
		return this.action.get();
	}

	/** How bad it is, as the page and Slack colour it. */
	enum Tone {

		CRITICAL, ERROR, WARN, INFO;

		String label() {
			return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
		}

	}

}
