package io.github.slacklogging.transport;

import java.net.URI;
import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.github.slacklogging.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TransportLogTests {

	private static final URI HOOK = URI.create("https://hooks.slack.com/services/T000/B000/XXX_test");

	private final Logger logger = Logger.getLogger("jdk.httpclient.HttpClient");

	private final @Nullable Filter before = this.logger.getFilter();

	private final TransportLog log = new TransportLog();

	@AfterEach
	void close() {
		this.log.close();
		this.logger.setFilter(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk.httpclient.HttpClient", "jdk.internal.httpclient.debug" })
	void lineThatTellsTheAddressOfAWebhookIsHidden(String name) {
		this.log.open();
		this.log.hide(new HttpCall("POST", HOOK, null, HttpCall.Content.NONE));
		Filter filter = Objects.requireNonNull(Logger.getLogger(name).getFilter());
		assertThat(filter.isLoggable(new LogRecord(Level.INFO, "REQUEST: POST " + HOOK))).isFalse();
		assertThat(filter.isLoggable(new LogRecord(Level.INFO, "REQUEST: GET https://example.com/"))).isTrue();
		LogRecord withParameter = new LogRecord(Level.INFO, "REQUEST: {0}");
		withParameter.setParameters(new Object[] { HOOK });
		assertThat(filter.isLoggable(withParameter)).isFalse();
		LogRecord thrown = new LogRecord(Level.INFO, "failed");
		thrown.setThrown(new IllegalStateException(HOOK.toString()));
		assertThat(filter.isLoggable(thrown)).isFalse();
	}

	@Test
	void lineThatTellsATokenIsHiddenAndOneThatTellsItsMethodIsNot() {
		this.log.open();
		this.log.hide(new HttpCall("POST", URI.create("https://slack.com/api/chat.postMessage"),
				Secret.of("Bearer xoxb-XXX_test"), HttpCall.Content.NONE));
		assertThat(isLoggable("Authorization: Bearer xoxb-XXX_test")).isFalse();
		assertThat(isLoggable("token xoxb-XXX_test")).isFalse();
		assertThat(isLoggable("REQUEST: POST https://slack.com/api/chat.postMessage")).isTrue();
	}

	@Test
	void pathThatIsTooShortToBeASecretHidesNothing() {
		this.log.open();
		this.log.hide(HttpCall.probe(HOOK));
		assertThat(isLoggable("REQUEST: GET https://example.com/")).isTrue();
	}

	@Test
	void filterOfTheApplicationStillCountsAndIsThereAgainAfterTheEnd() {
		Filter own = (line) -> !line.getMessage().contains("quiet");
		this.logger.setFilter(own);
		this.log.open();
		assertThat(isLoggable("quiet")).isFalse();
		assertThat(isLoggable("loud")).isTrue();
		this.log.close();
		assertThat(this.logger.getFilter()).isSameAs(own);
	}

	@Test
	void whatIsClosedStaysClosed() {
		this.log.close();
		this.log.open();
		assertThat(this.logger.getFilter()).isSameAs(this.before);
	}

	@Test
	void ofTwoTheEarlierMayEndFirstAndNeitherStays() {
		TransportLog later = new TransportLog();
		this.log.open();
		later.open();
		later.hide(new HttpCall("POST", HOOK, null, HttpCall.Content.NONE));
		this.log.close();
		assertThat(isLoggable("REQUEST: POST " + HOOK)).isFalse();
		later.close();
		assertThat(this.logger.getFilter()).isSameAs(this.before);
	}

	@Test
	void filterOfTheApplicationStaysWhichCameBetweenAndFindsNoSecretBehindIt() {
		this.log.open();
		this.log.hide(new HttpCall("POST", HOOK, null, HttpCall.Content.NONE));
		Filter ours = Objects.requireNonNull(this.logger.getFilter());
		Filter own = (line) -> ours.isLoggable(line);
		this.logger.setFilter(own);
		this.log.close();
		assertThat(this.logger.getFilter()).isSameAs(own);
		assertThat(isLoggable("REQUEST: POST " + HOOK)).as("forgotten").isTrue();
	}

	private boolean isLoggable(String line) {
		return Objects.requireNonNull(this.logger.getFilter()).isLoggable(new LogRecord(Level.INFO, line));
	}

}
