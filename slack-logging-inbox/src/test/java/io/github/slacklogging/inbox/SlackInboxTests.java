package io.github.slacklogging.inbox;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlackInboxTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void webhookMessageIsAcceptedAndCanBeTaken() throws Exception {
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl("oncall"), "{\"text\":\"Order 4711\"}");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("ok");
		InboxMessage message = this.inbox.takeMessage(Duration.ofSeconds(5));
		assertThat(message.channel()).isEqualTo("#oncall");
		assertThat(message.text()).isEqualTo("Order 4711");
		assertThat(this.inbox.messages()).containsExactly(message);
	}

	@Test
	void failingTakeTellsWhatWasRefusedAndWhy() throws Exception {
		this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"\"}");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.inbox.takeMessage(Duration.ofMillis(10)))
			.withMessageContaining("No message within PT0.01S")
			.withMessageContaining("400, refused: no_text");
	}

	@Test
	void takenPortIsNamed() {
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> SlackInbox.start(this.inbox.port()))
			.withMessageContaining("port " + this.inbox.port());
	}

	@Test
	void tooManyRequestsCarriesTheWaitInHeaderAndBody() throws Exception {
		this.inbox.enqueue(Reply.tooManyRequests(Duration.ofSeconds(3)));
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"x\"}");
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
		assertThat(answer.body()).isEqualTo("{\"retry_after\":3,\"ok\":false,\"error\":\"rate_limited\"}");
		assertThat(this.inbox.messages()).isEmpty();
	}

}
