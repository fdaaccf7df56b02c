package io.github.slacklogging.slack;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.transport.HttpOutcome;
import io.github.slacklogging.transport.TransportTrouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeTests {

	@Test
	void onlyATakenBodyMakesTroubleUnclear() {
		assertThat(of(true)).isEqualTo(new SendResult.Unclear("timeout", "no answer in time"));
		assertThat(of(false)).isEqualTo(new SendResult.Unavailable("timeout", "no answer in time"));
	}

	private static SendResult of(boolean bodyTaken) {
		return Outcome.of(new HttpOutcome.Unanswered(TransportTrouble.TIMEOUT, bodyTaken)).result();
	}

}
