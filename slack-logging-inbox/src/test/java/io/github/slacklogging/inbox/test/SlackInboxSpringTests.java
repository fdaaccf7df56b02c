package io.github.slacklogging.inbox.test;

import java.util.Map;

import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** The extension in tests that Spring runs, without our starter. */
@SlackInboxTest
@SpringJUnitConfig(SlackInboxSpringTests.Application.class)
@TestPropertySource(properties = "alerts.url=${slack.inbox.webhook-url}")
class SlackInboxSpringTests {

	private final SlackInbox ofConstructor;

	@Autowired
	SlackInboxSpringTests(SlackInbox inbox) {
		this.ofConstructor = inbox;
	}

	@RepeatedTest(2)
	void applicationSendsByItsOwnPropertyAndEachTestSeesOnlyItsOwn(@Autowired Alerts alerts, SlackInbox inbox) {
		assertThat(inbox).isSameAs(this.ofConstructor);
		assertThat(inbox.requests()).isEmpty();
		assertThat(Posts.text(java.net.URI.create(alerts.url()), "x")).isEqualTo(200);
		assertThat(inbox.messages()).hasSize(1);
		inbox.answerAlways(Reply.serverError(500));
		inbox.issueToken("xoxb-other");
	}

	@Test
	void addressesAreProperties(@Autowired Environment environment, SlackInbox inbox) {
		assertThat(environment.getProperty("slack.inbox.url")).isEqualTo(inbox.url().toString());
		assertThat(environment.getProperty("slack.inbox.port", int.class)).isEqualTo(inbox.port());
		assertThat(environment.getProperty("slack.inbox.api-url")).isEqualTo(inbox.apiUrl().toString());
		assertThat(environment.getProperty("slack.inbox.bot-token")).isEqualTo(inbox.botToken());
	}

	@Nested
	class Below {

		@Test
		void isTheSameInboxAndContext(SlackInbox inbox, @Autowired SlackInbox bean) {
			assertThat(inbox).isSameAs(bean);
			assertThat(inbox.requests()).isEmpty();
		}

	}

	/** An application with alerts of its own. */
	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Alerts alerts(@Value("${alerts.url}") String url) {
			return new Alerts(url);
		}

	}

	record Alerts(String url) {

	}

}
