package io.github.slacklogging.inbox.block;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.slacklogging.inbox.json.Json;

/**
 * What one place in a payload may hold. Rules are combined into tables that read like
 * Slack's reference; the messages are Slack's own where they are known. Lengths are
 * UTF-16 units: of what Slack may count, that is the strictest for each single text.
 */
@FunctionalInterface
interface Rule {

	/** Reports every violation, and measures every limit, at or below the place. */
	void check(Json value, Place place);

	static Rule string(int min, int max) {
		return (value, place) -> {
			if (!(value instanceof Json.Text text)) {
				place.refuse("must be a string");
			}
			else if (text.value().length() < min) {
				place.refuse("must be more than " + (min - 1) + " characters");
			}
			else {
				place.limit(text.value().length(), max, Place.CHARACTERS,
						"must be less than " + (max + 1) + " characters");
			}
		};
	}

	static Rule url() {
		Rule length = string(1, 3_000);
		return (value, place) -> {
			length.check(value, place);
			if (value instanceof Json.Text text && !text.value().matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s]+")) {
				place.refuse("must be a valid URL");
			}
		};
	}

	static Rule bool() {
		return (value, place) -> {
			if (!(value instanceof Json.Bool)) {
				place.refuse("must be a boolean");
			}
		};
	}

	static Rule integer(long min, long max) {
		return (value, place) -> {
			if (!(value instanceof Json.Num number) || !number.literal().matches("-?[0-9]{1,15}")) {
				place.refuse("must be an integer");
			}
			else if (Long.parseLong(number.literal()) < min || Long.parseLong(number.literal()) > max) {
				place.refuse("must be between " + min + " and " + max);
			}
		};
	}

	static Rule oneOf(String... allowed) {
		Set<String> values = new TreeSet<>(Set.of(allowed));
		return (value, place) -> {
			if (!(value instanceof Json.Text text) || !values.contains(text.value())) {
				place.refuse("must be one of: " + String.join(", ", values));
			}
		};
	}

	static Rule array(int min, int max, Rule item) {
		return (value, place) -> {
			if (!(value instanceof Json.Arr)) {
				place.refuse("must be an array");
				return;
			}
			List<Json> items = value.items();
			if (items.size() < min) {
				place.refuse("no less than " + min + " items allowed");
			}
			place.limit(items.size(), max, "items", "no more than " + max + " items allowed");
			for (int i = 0; i < items.size(); i++) {
				item.check(items.get(i), place.in(i));
			}
		};
	}

	/** Chooses the rule by the member {@code type}. */
	static Rule byType(Map<String, Rule> rules) {
		return (value, place) -> {
			if (!(value instanceof Json.Obj)) {
				place.refuse("must provide an object");
				return;
			}
			String type = value.text("type");
			Rule rule = (type != null) ? rules.get(type) : null;
			if (type == null) {
				place.refuse("missing required field: type");
			}
			else if (rule == null) {
				place.in("type").refuse("unsupported type: " + type);
			}
			else {
				rule.check(value, place.as(type));
			}
		};
	}

	/** Adds a rule over the whole value. */
	default Rule and(Rule other) {
		return (value, place) -> {
			check(value, place);
			other.check(value, place);
		};
	}

}
