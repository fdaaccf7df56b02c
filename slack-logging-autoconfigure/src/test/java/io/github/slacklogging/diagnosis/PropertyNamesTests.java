package io.github.slacklogging.diagnosis;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PropertyNamesTests {

	private final PropertyNames names = new PropertyNames(
			List.of("level", "enabled", "spool.enabled", "spool.directory", "rate-limit.burst", "rate-limit.per-second",
					"routes", "routes[].to", "routes[].to[]", "routes[].level", "destinations.<name>.webhook-url",
					"destinations.<name>.channel", "masking.patterns.<name>"));

	@ParameterizedTest
	@ValueSource(strings = { "level", "rate-limit.burst", "rateLimit.burst", "ratelimit.burst", "rate_limit.BURST",
			"routes", "routes[0].to", "routes[12].to[3]", "destinations.on-call.webhook-url",
			"destinations.a.b.channel", "masking.patterns.order.id" })
	void relaxedFormsAreKnown(String name) {
		assertThat(this.names.isKnown(name, false)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "levels", "rate.limit.burst", "routes[].to", "routes[0]", "routes.to", "destinations.a",
			"destinations.webhook-url", "masking.patterns", "masking.patterns[0]" })
	void whatNobodyReadsIsNot(String name) {
		assertThat(this.names.isKnown(name, false)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ratelimit.burst", "rate.limit.burst", "routes[0].to", "routes[0].to[1]",
			"destinations.oncall.webhook.url", "destinations.oncall.webhookurl" })
	void underscoreOfAVariableMayBeADashOrADot(String name) {
		assertThat(this.names.isKnown(name, true)).isTrue();
	}

	@Test
	void typoInAVariableIsFound() {
		assertThat(this.names.isKnown("rate.limt.burst", true)).isFalse();
		assertThat(this.names.meant("rate.limt.burst")).contains("rate-limit.burst");
	}

	@ParameterizedTest
	@CsvSource({ "rate-limits.burst,rate-limit.burst", "levle,level", "lvel,level",
			"destinations.oncall.webhok-url,destinations.oncall.webhook-url", "routes[3].lvel,routes[3].level",
			"destination.oncall.channel,destinations.oncall.channel", "burst,rate-limit.burst",
			"buffer.directory,spool.directory" })
	void nearestNameIsMeant(String typed, String meant) {
		assertThat(this.names.meant(typed)).contains(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "colour", "buffer.enabled", "x" })
	void nothingIsMeantWhereNothingIsLikeIt(String typed) {
		assertThat(this.names.meant(typed)).isEmpty();
	}

	@Test
	void endlessNameIsNotComparedWithAll() {
		assertThat(this.names.meant("level".repeat(1_000))).isEmpty();
	}

}
