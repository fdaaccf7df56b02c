package io.github.slacklogging.message;

import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TestLayoutTests {

	private static SlackMessage compose(ServiceIdentity identity) {
		return new MessageComposer(Settings.defaults(), () -> identity).composeTest(Told.NOW);
	}

	@Test
	void firstWordsSayThatItIsATest() {
		SlackMessage message = compose(Told.ORDERS_API);
		assertThat(message.text()).isEqualTo("Test message from orders-api (prod), sent by an operator to see whether"
				+ " messages arrive here: nothing is wrong.");
		assertThat(message.blocks()).contains("*Test message* · *orders-api* · prod");
	}

	@Test
	void whereItComesFromAndWhenStandsBelow() {
		assertThat(compose(Told.ORDERS_API).attachments()).contains(Severity.INFO.color(), "orders-7d9f",
				"1.8.2 (a1b2c3d)", "TEST · <!date^1791799323^{date_short_pretty} {time_secs}|2026-10-12 10:02:03 UTC>");
	}

	@Test
	void callsNobody() {
		assertThat(compose(Told.ORDERS_API).blocks()).doesNotContain("<!here>", "<!channel>", "<@");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<!channel>", "a*b_c`d", "x" })
	void hostileNamesDoNoHarm(String name) {
		String endless = name.repeat(5_000);
		ServiceIdentity hostile = new ServiceIdentity(endless, endless, endless, endless, endless, null);
		SlackMessage message = compose(hostile);
		SlackPayloadJudge.assertWellFormed(message);
		SlackLengthJudge.assertWithinLimits(message);
		assertThat(message.text()).doesNotContain("<!");
	}

}
