package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.slacklogging.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.ClassUtils;

/**
 * A property as editors show it. Immutable.
 *
 * @param name without {@code slack.logging.}
 * @param property its description
 * @param choices explained ones, none where any value may be set
 */
record DescribedProperty(String name, JsonNode property, List<JsonNode> choices) {

	DescribedProperty {
		choices = List.copyOf(choices);
	}

	/** Every property of ours, by its name. */
	static Map<String, DescribedProperty> all() throws IOException {
		try (InputStream stream = DescribedProperty.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			JsonNode metadata = new JsonMapper().readTree(stream);
			Map<String, List<JsonNode>> choices = new HashMap<>();
			metadata.get("hints")
				.valueStream()
				// where a provider stands beside them they are examples
				.filter((hint) -> !hint.has("providers"))
				.forEach((hint) -> choices.put(shortName(hint), hint.get("values").valueStream().toList()));
			Map<String, DescribedProperty> properties = new TreeMap<>();
			for (JsonNode property : metadata.get("properties")) {
				String name = shortName(property);
				properties.put(name, new DescribedProperty(name, property, choices.getOrDefault(name, List.of())));
			}
			return properties;
		}
	}

	private static String shortName(JsonNode property) {
		return property.get("name").asString().replaceFirst("^slack\\.logging\\.", "");
	}

	/** Its line in a table. */
	String row() {
		String shown = this.name.replace(".*", ".<name>").replace("[*]", "[n]");
		return "| `" + shown + "` | " + type() + " | " + defaultValue() + " | " + meaning() + " |\n";
	}

	/** As Boot would read what the table shows. */
	Object defaultAs(Class<?> type) {
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("it", defaultText())));
		if (List.class.isAssignableFrom(type)) {
			Class<?> element = typeName().contains("Long") ? Long.class : String.class;
			return binder.bind("it", Bindable.listOf(element)).get();
		}
		return binder.bind("it", Bindable.of(type)).get();
	}

	private String typeName() {
		return this.property.get("type").asString();
	}

	private String type() {
		return switch (typeName()) {
			case "java.lang.String" -> "text";
			case "java.lang.Boolean" -> "`true`, `false`";
			case "java.lang.Integer", "java.lang.Long" -> "whole number";
			case "java.lang.Double" -> "number";
			case "java.time.Duration" -> "duration";
			case "org.springframework.util.unit.DataSize" -> "size";
			case "java.util.List<java.lang.String>" -> "list";
			case "java.util.List<java.lang.Long>" -> "list of numbers";
			case "java.util.Map<java.lang.String,java.lang.String>" -> "text by name";
			default -> typeOfOurs();
		};
	}

	private String typeOfOurs() {
		if (typeName().startsWith("java.util.List<")) {
			return "list, see below";
		}
		if (typeName().startsWith("java.util.Map<")) {
			return "by name, see below";
		}
		Class<?> type = ClassUtils.resolveClassName(typeName(), null);
		return type.isEnum()
				? Arrays.stream(type.getEnumConstants()).map(DescribedProperty::word).collect(Collectors.joining(", "))
				: "text";
	}

	private static String word(Object constant) {
		String name = ((Enum<?>) constant).name();
		return "`" + ((constant instanceof Severity) ? name : name.toLowerCase(Locale.ROOT).replace('_', '-')) + "`";
	}

	private String defaultValue() {
		return this.property.has("defaultValue") ? "`" + defaultText() + "`" : "–";
	}

	private String defaultText() {
		JsonNode value = this.property.path("defaultValue");
		String text = value.isArray() ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
				: value.asString("").replaceAll("^\\[|]$", "");
		return isSeverity() ? text.toUpperCase(Locale.ROOT) : isChoice() ? text.replace('_', '-') : text;
	}

	/** Boot's own processor writes the name of the constant, in lower case. */
	private boolean isChoice() {
		return ClassUtils.isPresent(typeName(), null) && ClassUtils.resolveClassName(typeName(), null).isEnum();
	}

	private boolean isSeverity() {
		return typeName().equals(Severity.class.getName());
	}

	/** The sentence, and one more for each choice; severities are explained once. */
	private String meaning() {
		StringBuilder meaning = new StringBuilder(marked(this.property.get("description").asString()));
		if (!isSeverity() || this.name.equals("level")) {
			for (JsonNode choice : this.choices) {
				meaning.append("<br>`").append(choice.get("value").asString()).append("`: ");
				meaning.append(marked(choice.get("description").asString()));
			}
		}
		return meaning.toString();
	}

	/** Quoted words become code. */
	private static String marked(String sentence) {
		return sentence.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replaceAll("'([^' ]+)'", "`$1`")
			.replace("|", "\\|")
			.replaceAll("(?<!`)\\*(?!`)", "\\\\*");
	}

}
