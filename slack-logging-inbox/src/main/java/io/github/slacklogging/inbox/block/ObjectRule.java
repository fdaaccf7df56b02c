package io.github.slacklogging.inbox.block;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.inbox.json.Json;

/**
 * An object with these members and no others, as Slack refuses keys it does not know.
 * Immutable. {@code type} is always allowed: who chose this rule has read it.
 */
final class ObjectRule implements Rule {

	private final Map<String, Rule> needed;

	private final Map<String, Rule> optional;

	private ObjectRule(Map<String, Rule> needed, Map<String, Rule> optional) {
		this.needed = needed;
		this.optional = optional;
	}

	static ObjectRule object() {
		return new ObjectRule(Map.of(), Map.of());
	}

	ObjectRule needs(String key, Rule rule) {
		return new ObjectRule(with(this.needed, key, rule), this.optional);
	}

	ObjectRule may(String key, Rule rule) {
		return new ObjectRule(this.needed, with(this.optional, key, rule));
	}

	@Override
	public void check(Json value, Place place) {
		if (!(value instanceof Json.Obj object)) {
			place.refuse("must provide an object");
			return;
		}
		for (String key : this.needed.keySet()) {
			if (object.get(key) == null) {
				place.refuse("missing required field: " + key);
			}
		}
		object.members().forEach((key, member) -> checkMember(key, member, place));
	}

	private void checkMember(String key, Json member, Place place) {
		Rule rule = this.needed.getOrDefault(key, this.optional.get(key));
		if (rule != null && !(member instanceof Json.Null)) {
			rule.check(member, place.in(key));
		}
		else if (rule == null && !key.equals("type")) {
			place.object("invalid additional property: " + key);
		}
	}

	private static Map<String, Rule> with(Map<String, Rule> rules, String key, Rule rule) {
		Map<String, Rule> more = new LinkedHashMap<>(rules);
		more.put(key, rule);
		return more;
	}

}
