package io.github.slacklogging.autoconfigure;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.inbox.test.SlackInboxTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

import static io.github.slacklogging.inbox.test.MessageColor.RED;
import static io.github.slacklogging.inbox.test.SlackInboxAssertions.assertThat;
import static io.github.slacklogging.inbox.test.SlackInboxAssertions.message;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of an application with an inbox, as users write them: the annotation is enough,
 * although tests are quiet and contexts are kept. The groups have different contexts in
 * one JVM, and come in any order.
 */
class InboxTestsTests {

	private static final Logger log = LoggerFactory.getLogger("com.acme.Checkout");

	private static final Set<ConfigurableApplicationContext> applications = ConcurrentHashMap.newKeySet();

	/** Spring keeps them; the applications of other classes would wait for them. */
	@AfterAll
	static void closeAll() {
		applications.forEach(ConfigurableApplicationContext::close);
		applications.clear();
	}

	@Nested
	@SlackInboxTest
	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
	class ApplicationWithoutDestination {

		@RepeatedTest(3)
		void errorIsToldEachTimeAsIfItWereTheFirst(SlackInbox inbox) {
			log.error("Payment failed", new IllegalStateException("no money"));
			assertThat(inbox)
				.received(message().in("#inbox").withText("Payment failed").withColor(RED).outsideOfThreads())
				.receivedExactly(1)
				.refusedNothing();
		}

		@RepeatedTest(2)
		void whatComesLateIsOfNoOtherTest(SlackInbox inbox) {
			assertThat(inbox.requests()).isEmpty();
			log.error("Told behind the end of the test");
		}

		@RepeatedTest(2)
		void outageOfOneTestIsNoneOfTheNext(SlackInbox inbox) {
			inbox.answerAlways(Reply.serverError(503));
			for (int i = 0; i < 10; i++) {
				log.error("During an outage");
			}
			assertThat(inbox).answered(503);
		}

	}

	@Nested
	@SlackInboxTest(bot = true, channel = "#orders")
	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
	@TestPropertySource(properties = "slack.logging.grouping.enabled=true")
	class ApplicationAsABot {

		@RepeatedTest(2)
		void isTheOneWhoseSettingsCount(SlackInbox inbox) {
			log.error("Import failed",
					new IllegalStateException("line 7 of " + inbox.requests().size() + System.nanoTime()));
			InboxMessage first = assertThat(inbox).first(message().in("orders").outsideOfThreads());
			assertThat(first.source()).isEqualTo(InboxMessage.Source.BOT);
			assertThat(inbox).received(message().withText("line 7").inThreadOf(message().withText("Import failed")));
		}

	}

	@Nested
	@SlackInboxTest
	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			properties = "spring.config.location=classpath:inbox-tests/")
	class ApplicationWithDestinations {

		@Test
		void allOfThemLeadToTheInbox(SlackInbox inbox, @Autowired Environment environment) {
			assertThat(environment.getProperty("slack.logging.level")).isEqualTo("WARN");
			log.error("Everybody must know");
			assertThat(inbox).received(message().in("#alerts"))
				.received(message().in("#oncall"))
				.received(message().in("#audit"))
				.receivedExactly(3)
				.refusedNothing();
		}

	}

	/** An application. */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		Application(ConfigurableApplicationContext context) {
			applications.add(context);
		}

	}

}
