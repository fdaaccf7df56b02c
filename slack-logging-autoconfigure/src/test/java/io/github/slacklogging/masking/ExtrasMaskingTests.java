package io.github.slacklogging.masking;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.slacklogging.EventMasker;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.masking.EventMasking.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExtrasMaskingTests {

	private final Map<String, Long> counted = new TreeMap<>();

	private final PipelineListener listener = new PipelineListener() {

		@Override
		public void masked(String rule, long count) {
			ExtrasMaskingTests.this.counted.merge(rule, count, Long::sum);
		}

	};

	@Test
	void namesAndValuesOfFieldsAreMasked() {
		MessageExtras masked = mask(MessageExtras.NONE.withField("jane@example.com", "x")
			.withField("owner", "jane@example.com")
			.withField("api-key", "4711")
			.withField("team", "orders"));
		assertThat(masked.fields()).containsExactly(Map.entry("***@***.***", "x"), Map.entry("owner", "***@***.***"),
				Map.entry("api-key", "***"), Map.entry("team", "orders"));
		assertThat(this.counted).containsExactly(Map.entry("email", 2L), Map.entry("secret-key", 1L));
	}

	@Test
	void linkWithoutASecretStaysAsItIs() {
		URI runbook = URI.create("https://wiki.example/runbook?page=4711&lang=en#top");
		assertThat(mask(MessageExtras.NONE.withLink("runbook", runbook)).links())
			.containsExactly(Map.entry("runbook", runbook));
		assertThat(this.counted).isEmpty();
	}

	@Test
	void labelsAreMaskedAndStayApart() {
		URI first = URI.create("https://a.example");
		URI second = URI.create("https://b.example");
		assertThat(mask(MessageExtras.NONE.withLink("a@example.com", first).withLink("b@example.com", second)).links())
			.containsExactly(Map.entry("***@***.***", first), Map.entry("***@***.*** (2)", second));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://x.example/?token=abc", "https://x.example/?token%3Dabc",
			"https://x.example/jane@example.com", "https://x.example/jane%40example.com", "https://jane:abc@x.example/",
			"https://jane:abc@my_host/", "https://hooks.slack.com/services/T0/B0/abc" })
	void linkInWhichSomethingWouldBeMaskedIsLeftOut(String address) {
		assertThat(mask(MessageExtras.NONE.withLink("x", URI.create(address)).withLink("y", URI.create("https://y")))
			.links()).containsOnlyKeys("y");
	}

	@Test
	void maskerOfTheApplicationSeesEveryText() {
		EventMasker own = (field, text) -> text.replace("4711", field);
		MessageExtras masked = new EventMasking(Settings.defaults(), List.of(own), this.listener)
			.mask(MessageExtras.NONE.withField("order 4711", "no 4711")
				.withLink("see 4711", URI.create("https://x.example/1"))
				.withLink("gone", URI.create("https://x.example/4711")));
		assertThat(masked.fields()).containsExactly(Map.entry("order field", "no field.order 4711"));
		assertThat(masked.links()).containsOnlyKeys("see link");
	}

	@Test
	void maskerThatFailsCostsTheLinkAndTheText() {
		EventMasker failing = (field, text) -> {
			throw new IllegalStateException();
		};
		MessageExtras masked = new EventMasking(Settings.defaults(), List.of(failing), this.listener)
			.mask(MessageExtras.NONE.withField("a", "b").withLink("x", URI.create("https://x.example/1")));
		assertThat(masked.fields().toString()).doesNotContain("a=b").contains("withheld");
		assertThat(masked.links()).isEmpty();
	}

	private MessageExtras mask(MessageExtras extras) {
		return new EventMasking(Settings.defaults(), List.of(), this.listener).mask(extras);
	}

}
