package io.github.slacklogging.autoconfigure;

import java.io.Serial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.link.FieldPreset;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * What stands at {@code link.fields}, which is a word, and below it, which are names:
 * {@code fields=ecs} and {@code fields.logger=category}. A map to Boot, which binds what
 * stands below; the word is one entry more.
 */
final class LinkFields extends LinkedHashMap<String, String> {

	@Serial
	private static final long serialVersionUID = 1L;

	private static final ConfigurationPropertyName NAME = ConfigurationPropertyName
		.of(SlackLoggingProperties.PREFIX + ".link.fields");

	/** May also be written out, where a file can hold only one of the two. */
	private static final String PRESET = "preset";

	/** Boot calls this where the word stands alone; public, for it looks no further. */
	public static LinkFields valueOf(String preset) {
		LinkFields fields = new LinkFields();
		fields.put(PRESET, preset);
		return fields;
	}

	/** Adds the word where both are given, of which Boot sees only what stands below. */
	static BindHandler completing() {
		return new BindHandler() {

			@Override
			public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
					Object result) {
				if (name.equals(NAME) && result instanceof LinkFields fields) {
					word(context).ifPresent((word) -> fields.put(PRESET, word));
				}
				return result;
			}

		};
	}

	private static Optional<String> word(BindContext context) {
		String word = context.getBinder().bind(NAME, Bindable.of(String.class)).orElse("");
		return word.isBlank() ? Optional.empty() : Optional.of(word);
	}

	void check(Problems problems) {
		String word = getOrDefault(PRESET, "");
		if (!word.isEmpty() && preset().isEmpty()) {
			problems.add("link.fields",
					"has the value '" + Problems.printable(word)
							+ "', which is not one of ecs, logstash, boot, opensearch",
					"Name single fields by link.fields.<field>.");
		}
	}

	Optional<FieldPreset> preset() {
		String word = getOrDefault(PRESET, "").strip().toUpperCase(Locale.ROOT);
		return Arrays.stream(FieldPreset.values()).filter((preset) -> preset.name().equals(word)).findFirst();
	}

	/** Names of single fields, by their words. */
	Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>(this);
		names.remove(PRESET);
		return names;
	}

}
