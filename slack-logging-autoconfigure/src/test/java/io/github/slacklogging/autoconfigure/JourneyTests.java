package io.github.slacklogging.autoconfigure;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.sun.management.UnixOperatingSystemMXBean;
import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.RunId;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.InboxRequest;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MarkerFactory;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole journey, from a log call to the inbox, with the real worker, the real clock
 * and the real HTTP client. What is told does not depend on how fast the machine is.
 */
class JourneyTests {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final SlackInbox inbox = SlackInbox.start();

	private final LoggerContext context = new LoggerContext();

	private final Logger logger = this.context.getLogger("com.acme.orders.OrderService");

	private ConfiguredPipeline configured = start();

	@BeforeEach
	void attach() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.context.setSequenceNumberGenerator(new RunSequence());
		SlackAppender appender = new SlackAppender();
		appender.setContext(this.context);
		appender.connect(this.configured.pipeline().intake(), this.configured.appender());
		appender.start();
		this.context.getLogger("ROOT").addAppender(appender);
	}

	@AfterEach
	void end() {
		this.configured.pipeline().close();
		this.inbox.close();
		assertThat(status().balances()).as("the books: %s", status()).isTrue();
		for (InboxMessage message : this.inbox.messages()) {
			SlackPayloadJudge.assertWellFormed(message.json());
			SlackLengthJudge.assertWithinLimits(new SlackMessage(message.text(), message.blocksJson(),
					message.attachmentsJson(), null, null, null));
		}
	}

	private ConfiguredPipeline start() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test",
					Map.of("slack.logging.webhook-url", this.inbox.webhookUrl().toString(),
							"slack.logging.service-name", "orders-api", "slack.logging.environment", "test",
							"slack.logging.retry.initial-backoff", "200ms", "slack.logging.digest.every", "5s",
							"slack.logging.grouping.storm-kinds", "100", "slack.logging.grouping.quiet-after", "5s")));
		SlackLoggingSetup setup = SlackLoggingSetup.read(environment, getClass().getClassLoader());
		assertThat(setup).isInstanceOf(SlackLoggingSetup.Active.class);
		ConfiguredPipeline pipeline = new ConfiguredPipeline(((SlackLoggingSetup.Active) setup).settings(), null,
				RunId.random());
		pipeline.pipeline().start();
		pipeline.decorate(new StaticListableBeanFactory());
		return pipeline;
	}

	private PipelineStatus status() {
		return this.configured.pipeline().status();
	}

	private void awaitAllTold(long accepted) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> status().accepted() >= accepted && status().waiting() == 0 && status().bufferSize() == 0);
	}

	@Test
	void errorIsInTheChannelWithItsTraceAndItsLogId() {
		this.logger.error("Order {} could not be shipped", 4711, new IllegalStateException("no label"));
		InboxMessage message = this.inbox.takeMessage(PATIENCE);
		assertThat(message.channel()).isEqualTo("#inbox");
		assertThat(message.color()).isEqualTo("#ff0000");
		assertThat(message.allText()).contains("orders-api", "Order 4711 could not be shipped", "IllegalStateException",
				"no label", "JourneyTests", "log id");
	}

	@Test
	void criticalErrorOvertakesTheLinger() {
		this.logger.error(MarkerFactory.getMarker("CRITICAL"), "Ledger out of balance");
		assertThat(this.inbox.takeMessage(PATIENCE).allText()).contains("CRITICAL", "Ledger out of balance");
	}

	@Test
	void burstOfFiftyKindsIsToldInFullToAHookThatTakesOneASecond() {
		this.inbox.limitTo(1, 1);
		for (int i = 0; i < 500; i++) {
			this.context.getLogger("com.acme.kind" + i % 50).error("Failed with {}", i);
		}
		awaitAllTold(500);
		Map<DeliveryKind, Long> delivered = status().delivered();
		assertThat(delivered.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(500);
		assertThat(delivered.get(DeliveryKind.SHOWN)).isGreaterThanOrEqualTo(50);
		assertThat(status().dropped()).isEmpty();
		assertThat(this.inbox.requests().stream().filter((request) -> request.status() == 429)).hasSizeLessThan(3);
		String everything = String.join("\n", this.inbox.messages().stream().map(InboxMessage::allText).toList());
		for (int kind = 0; kind < 50; kind++) {
			assertThat(everything).containsPattern("kind" + kind + "\\b");
		}
	}

	@Test
	void tenThousandErrorsLeaveDescriptorsAndThreadsFlat() {
		this.logger.error("The first one loads classes and opens a connection");
		awaitAllTold(1);
		long descriptors = openDescriptors();
		int threads = Thread.activeCount();
		for (int burst = 0; burst < 10; burst++) {
			for (int i = 0; i < 1_000; i++) {
				this.logger.error("Order {} failed", i, new IllegalStateException("burst"));
			}
			long accepted = 1 + (burst + 1) * 1_000L;
			await().atMost(PATIENCE).until(() -> status().accepted() >= accepted);
		}
		awaitAllTold(10_001);
		assertThat(openDescriptors()).isLessThanOrEqualTo(descriptors + 3);
		assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
		assertThat(status().dropped()).isEmpty();
	}

	private static long openDescriptors() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? unix.getOpenFileDescriptorCount() : 0;
	}

	@Test
	void badWeatherEndsInExactCounts() {
		this.inbox.enqueue(Reply.serverError(503));
		this.inbox.enqueue(Reply.garbage());
		this.inbox.enqueue(Reply.html(300_000));
		this.inbox.enqueue(Reply.tooManyRequests(Duration.ofSeconds(1)));
		this.inbox.enqueue(Reply.cut());
		for (int i = 0; i < 20; i++) {
			this.logger.error("Order {} failed", i);
		}
		awaitAllTold(20);
		assertThat(status().dropped()).isEmpty();
		assertThat(this.inbox.messages()).last()
			.extracting(InboxMessage::allText)
			.asString()
			.contains("20", "may be a repeat");
	}

	@Test
	void secretInALogLineNeverArrives() {
		this.logger.atError()
			.addKeyValue("password", "hunter2")
			.log("login of kim@example.com with password=hunter2 failed: {}", "Authorization: Bearer abc.def.ghi");
		String text = this.inbox.takeMessage(PATIENCE).json();
		assertThat(text).doesNotContain("hunter2", "kim@example.com", "abc.def.ghi").contains("password=***");
	}

	@Test
	void logTextPingsNobody() {
		this.logger.error("<!channel> <@U123> @here look at <https://evil.test|this>");
		assertThat(this.inbox.takeMessage(PATIENCE).json()).doesNotContain("<!channel>", "<@U123>", "<https://evil");
	}

	@Test
	void nonsenseHarmsNobody() {
		Object hostile = new Object() {
			@Override
			public String toString() {
				throw new IllegalStateException("no text");
			}
		};
		Throwable cyclic = new IllegalStateException("a");
		cyclic.initCause(new IllegalArgumentException("b", cyclic));
		this.logger.error(null);
		this.logger.error("{} {}", hostile, null, cyclic);
		this.logger.error("x".repeat(10_000_000));
		awaitAllTold(3);
		assertThat(status().delivered().get(DeliveryKind.SHOWN)).isGreaterThanOrEqualTo(3);
	}

	@Test
	void requestsOfTheTransportAreNotedWithTheirStatus() {
		this.logger.error("once");
		awaitAllTold(1);
		assertThat(this.inbox.requests()).extracting(InboxRequest::status).containsOnly(200);
		assertThat(List.copyOf(status().destinations())).hasSize(1)
			.allSatisfy((destination) -> assertThat(destination.lastSuccess()).isNotNull());
	}

}
