package io.github.slacklogging.masking;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class EditorHintsTests {

	@Test
	void editorOffersTheRulesThereAre() throws IOException {
		Map<String, String> expected = new LinkedHashMap<>();
		expected.put(RuleSelection.DEFAULT, "All rules but the opt-in ones.");
		for (MaskingRule rule : BuiltInRules.all(new SecretNames(List.of()))) {
			RuleSheet sheet = rule.sheet();
			expected.put(sheet.name(), sheet.optIn() ? sheet.description() + " Opt-in." : sheet.description());
		}
		assertThat(hints()).containsExactlyEntriesOf(expected);
	}

	private static Map<String, String> hints() throws IOException {
		Map<String, String> hints = new LinkedHashMap<>();
		try (InputStream stream = EditorHintsTests.class
			.getResourceAsStream("/META-INF/additional-spring-configuration-metadata.json")) {
			for (JsonNode hint : new JsonMapper().readTree(stream).get("hints")) {
				if (hint.get("name").asString().equals("slack.logging.masking.rules")) {
					hint.get("values")
						.forEach((value) -> hints.put(value.get("value").asString(),
								value.get("description").asString()));
				}
			}
		}
		return hints;
	}

}
