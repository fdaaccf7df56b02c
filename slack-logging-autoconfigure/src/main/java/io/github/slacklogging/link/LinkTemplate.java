package io.github.slacklogging.link;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.BoundedText;
import io.github.slacklogging.TraceIds;

/**
 * An address of the team's own, with places for what is known. Values are
 * percent-encoded; what else must be escaped for a query language the template cannot
 * know. Immutable.
 */
final class LinkTemplate {

	private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

	private static final int SHORTEST_MESSAGE = 20;

	private final List<Object> parts;

	private LinkTemplate(List<Object> parts) {
		this.parts = List.copyOf(parts);
	}

	/**
	 * Reads a template.
	 * @param property full name, for the message
	 * @param template an address with places
	 * @throws IllegalArgumentException where it is none, or a place is not known
	 */
	static LinkTemplate of(String property, String template) {
		List<Object> parts = new ArrayList<>();
		Matcher places = PLACE.matcher(template);
		int end = 0;
		while (places.find()) {
			parts.add(template.substring(end, places.start()));
			parts.add(Place.of(property, places.group(1)));
			end = places.end();
		}
		parts.add(template.substring(end));
		String sample = PLACE.matcher(template).replaceAll("x");
		WebAddress.check(property, sample);
		String beforeFirst = (String) parts.get(0);
		if (parts.size() > 1 && !beforeFirst.matches("(?i)https?://[^/?#]+[/?#].*")) {
			throw new IllegalArgumentException(property + " must name its host in full, before the first {place}");
		}
		return new LinkTemplate(parts);
	}

	/** Whether it leads to one event, and not to all of its kind. */
	boolean isAboutOneEvent() {
		Set<Place> places = EnumSet.noneOf(Place.class);
		this.parts.forEach((part) -> {
			if (part instanceof Place place) {
				places.add(place);
			}
		});
		return places.contains(Place.LOG_ID) || places.contains(Place.TRACE_ID) || places.contains(Place.MESSAGE)
				|| places.isEmpty();
	}

	/**
	 * The address about a subject.
	 * @param maxLength most characters; a message is cut to fit, and of one in which
	 * something was masked only the longest part that was logged so is taken
	 * @return empty where something is not known, or it does not fit
	 */
	Optional<String> address(Subject subject, int maxLength) {
		String message = Phrases.longestAsLogged(subject.event().message());
		for (int room = Math.min(message.length(), maxLength);; room = room * 3 / 4) {
			Optional<String> address = filled(subject, BoundedText.beginning(message, room).strip());
			if (address.isEmpty() || address.get().length() <= maxLength) {
				return address;
			}
			if (room < SHORTEST_MESSAGE) {
				return Optional.empty();
			}
		}
	}

	private Optional<String> filled(Subject subject, String message) {
		StringBuilder address = new StringBuilder();
		for (Object part : this.parts) {
			if (part instanceof Place place) {
				String value = place.of(subject, message);
				if (value.isEmpty()) {
					return Optional.empty();
				}
				address.append(PercentEncoding.encode(value));
			}
			else {
				address.append(part);
			}
		}
		return Optional.of(address.toString());
	}

	/** What may stand between braces. */
	private enum Place {

		LOG_ID("logId"), TRACE_ID("traceId"), FINGERPRINT("fingerprint"), SERVICE("service"), FROM("from"), TO("to"),
		FROM_MILLIS("fromMillis"), TO_MILLIS("toMillis"), LOGGER("logger"), MESSAGE("message");

		private final String word;

		Place(String word) {
			this.word = word;
		}

		static Place of(String property, String word) {
			for (Place place : values()) {
				if (place.word.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
					return place;
				}
			}
			String known = String.join(", ", EnumSet.allOf(Place.class).stream().map((place) -> place.word).toList());
			throw new IllegalArgumentException(property + " holds {" + printable(word)
					+ "}, which is none of the places that are filled: " + known);
		}

		private static String printable(String word) {
			return word.matches("[A-Za-z]{1,20}") ? word : "…";
		}

		/** Empty where it is not known. */
		String of(Subject subject, String message) {
			return switch (this) {
				case LOG_ID -> subject.event().logId();
				case TRACE_ID -> TraceIds.of(subject.event()).orElse("");
				case FINGERPRINT -> subject.group().fingerprint();
				case SERVICE -> subject.service();
				case FROM -> subject.window().fromIso();
				case TO -> subject.window().toIso();
				case FROM_MILLIS -> Long.toString(subject.window().fromMillis());
				case TO_MILLIS -> Long.toString(subject.window().toMillis());
				case LOGGER -> Phrases.isAsLogged(subject.event().loggerName()) ? subject.event().loggerName() : "";
				case MESSAGE -> message;
			};
		}

	}

}
