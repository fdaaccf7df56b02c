package io.github.slacklogging;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an application adds to a message. Immutable; keeps its order.
 *
 * @param fields shown values by their names; masked before they leave memory
 * @param links addresses by their labels, {@code https} or {@code http}; shown as text
 * links behind the place
 */
public record MessageExtras(Map<String, String> fields, Map<String, URI> links) {

	/** Nothing. */
	public static final MessageExtras NONE = new MessageExtras(Map.of(), Map.of());

	/**
	 * What is added.
	 * @throws NullPointerException for a name, a label, a value or an address that is
	 * null
	 */
	public MessageExtras {
		fields = copy(fields);
		links = copy(links);
	}

	private static <T> Map<String, T> copy(Map<String, T> given) {
		Map<String, T> copy = new LinkedHashMap<>();
		given.forEach((name, value) -> copy.put(Objects.requireNonNull(name), Objects.requireNonNull(value)));
		return Collections.unmodifiableMap(copy);
	}

	/** The same and one more field; a field of the same name is replaced. */
	public MessageExtras withField(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.fields);
		more.put(name, value);
		return new MessageExtras(more, this.links);
	}

	/** The same and one more link; a link of the same label is replaced. */
	public MessageExtras withLink(String label, URI address) {
		Map<String, URI> more = new LinkedHashMap<>(this.links);
		more.put(label, address);
		return new MessageExtras(this.fields, more);
	}

}
