package io.github.slacklogging.autoconfigure;

import java.util.Arrays;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.slacklogging.ChannelRouter;
import io.github.slacklogging.EventFilter;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.diagnosis.SetUpReport;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.DocumentBlock;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class StartReportTests {

	private static final String WEBHOOK = "https://hooks.slack.com/services/T0/B0/of-a-test";

	private static final String[] RICH = { "spring.application.name=orders-api", "spring.application.version=1.8.2",
			"slack.logging.environment=prod", "slack.logging.webhook-url=" + WEBHOOK,
			"slack.logging.destinations.oncall.bot-token=xoxb-1-of-a-test",
			"slack.logging.destinations.oncall.channel=#oncall-orders",
			"slack.logging.destinations.oncall.mention=here", "slack.logging.destinations.oncall.fallback=default",
			"slack.logging.destinations.archive.webhook-url=" + WEBHOOK + "2", "slack.logging.level=WARN",
			"slack.logging.routes[0].level=CRITICAL", "slack.logging.routes[0].to=oncall,default",
			"slack.logging.routes[1].exceptions=ClientAbortException", "slack.logging.routes[1].to=none",
			"slack.logging.routes[2].loggers=com.acme.payments,com.acme.billing",
			"slack.logging.routes[2].level=CRITICAL", "slack.logging.routes[2].to=oncall",
			"slack.logging.filter.exclude-loggers=com.acme.noise", "slack.logging.link.type=opensearch-dashboards",
			"slack.logging.link.base-url=https://logs.acme.example", "slack.logging.link.index-pattern-id=orders",
			"slack.logging.opensearch.uris=https://a:9200,https://b:9200",
			"slack.logging.spool.directory=/var/spool/app/slack-logging", "slack.logging.jobs.to=oncall",
			"slack.logging.jobs.exclude=heartbeat", "slack.logging.jobs.expectations[0].name=daily-report",
			"slack.logging.jobs.expectations[0].every=25h",
			"slack.logging.fallback.file=/var/log/orders/undelivered.log", "slack.logging.rate-limits.burst=3" };

	@Test
	void richSetUpIsToldInWords() {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		TestEnvironment environment = TestEnvironment.of(RICH);
		beans.addBean("environment", environment);
		beans.addBean("slackLoggingHealthIndicator", "there");
		beans.addBean("slackLoggingEndpoint", "there");
		beans.addBean("slackLoggingMetrics", "there");
		beans.addBean("slackLoggingScheduledJobs", "there");
		SetUpReport report = report(environment, beans,
				List.of("Nothing of these loggers gets to Slack, their level " + "is OFF: com.acme.audit"));
		StringBuilder told = new StringBuilder("```text\nINFO  ").append(report.text()).append('\n');
		report.warnings().forEach((warning) -> told.append("WARN  ").append(warning).append('\n'));
		new DocumentBlock("operations", "start-report").assertHolds(told.append("```\n").toString());
		assertThat(told.toString()).doesNotContain("of-a-test", "oncall-orders");
	}

	@Test
	void plainSetUpSaysWhatIsMissing() {
		SetUpReport report = report(TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK),
				new StaticListableBeanFactory(), List.of());
		assertThat(report.warnings()).anyMatch((line) -> line.contains("AMBIVALENT_SERVICE_NAME"))
			.anyMatch((line) -> line.contains("AMBIVALENT_APP_VERSION"))
			.anyMatch((line) -> line.contains("a temporary place"))
			.anyMatch((line) -> line.contains("There is no health component"))
			.hasSize(4);
	}

	@Test
	void destinationOfJobsAloneIsNotCalledUnused() {
		SetUpReport report = report(
				TestEnvironment.of("slack.logging.webhook-url=" + WEBHOOK,
						"slack.logging.destinations.ops.webhook-url=" + WEBHOOK + "2", "slack.logging.jobs.to=ops"),
				new StaticListableBeanFactory(), List.of());
		assertThat(report.warnings()).noneMatch((line) -> line.contains("'ops'"));
	}

	@Test
	void inboxThatNobodyConfiguredIsNotCalledUnused() {
		TestEnvironment environment = TestEnvironment.of("slack.logging.destinations.orders.webhook-url=" + WEBHOOK,
				"slack.logging.destinations.archive.webhook-url=" + WEBHOOK + "2", "slack.logging.routes[0].to=orders");
		environment.getPropertySources()
			.addLast(new InboxPropertySource(URI.create("http://localhost:8025/"),
					URI.create("http://localhost:8025/services/T000INBOX/B000INBOX/inbox"), true));
		assertThat(report(environment, new StaticListableBeanFactory(), List.of()).warnings())
			.filteredOn((line) -> line.startsWith("Nothing leads to"))
			.singleElement()
			.asString()
			.contains("'archive'");
	}

	@Test
	void destinationsThatARouterMayNameAreNotCalledUnused() {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("router", (ChannelRouter) (event, proposed) -> List.of("archive"));
		assertThat(report(TestEnvironment.of(RICH), beans, List.of()).warnings())
			.noneMatch((line) -> line.contains("archive"));
	}

	@Test
	void detailsNameTheBeansOfTheApplication() {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("filter", new KeepsAll());
		assertThat(report(TestEnvironment.of(RICH), beans, List.of()).details()).anySatisfy((fact) -> {
			assertThat(fact.name()).isEqualTo("beans");
			assertThat(fact.lines()).containsExactly("EventFilter: " + KeepsAll.class.getName());
		}).anySatisfy((fact) -> {
			assertThat(fact.name()).isEqualTo("retry");
			assertThat(fact.lines()).containsExactly("initial-backoff 1s, max-backoff 1m, jitter 0.2, max-attempts 0");
		});
	}

	@Test
	void applicationTellsItOnceAndSlackDoesNotHearIt(CapturedOutput output) {
		try (SlackInbox inbox = SlackInbox.start()) {
			run(inbox, "orders-api", "--slack.logging.service-version=1.8.2", "--slack.logging.level=DEBUG",
					"--logging.level.root=DEBUG")
				.close();
			assertThat(told(output, "Slack logging of orders-api 1.8.2, default")).isOne();
			assertThat(told(output, "Slack logging of orders-api 1.8.2, default, in detail")).isOne();
			assertThat(output).doesNotContain("Nobody reads");
			assertThat(inbox.messages()).isNotEmpty()
				.noneMatch((message) -> message.allText().contains("Slack logging of orders-api"));
		}
	}

	@Test
	void applicationThatTakesOverTellsItsOwn(CapturedOutput output) {
		try (SlackInbox inbox = SlackInbox.start()) {
			ConfigurableApplicationContext first = run(inbox, "orders-api");
			try (ConfigurableApplicationContext second = run(inbox, "billing-api")) {
				assertThat(output).contains("Slack logging of orders-api")
					.doesNotContain("Slack logging of billing-api");
				first.close();
				assertThat(output).contains("Slack logging of billing-api");
			}
		}
	}

	@Test
	void applicationThatSendsNothingTellsNothing(CapturedOutput output) {
		try (SlackInbox inbox = SlackInbox.start()) {
			run(inbox, "orders-api", "--slack.logging.enabled=false").close();
			assertThat(output).contains("Started").doesNotContain("Slack logging of");
		}
	}

	private static long told(CapturedOutput output, String end) {
		return output.getAll().lines().filter((line) -> line.endsWith(end)).count();
	}

	private static SetUpReport report(TestEnvironment environment, StaticListableBeanFactory beans,
			List<String> unheard) {
		SlackLoggingSetup setup = SlackLoggingSetup.read(environment, null);
		SlackLoggingSettings settings = ((SlackLoggingSetup.Active) setup).settings();
		ConfiguredPipeline pipeline = new ConfiguredPipeline(settings, null, RunId.random());
		try {
			return pipeline.setUpReport(beans, unheard);
		}
		finally {
			pipeline.pipeline().close();
		}
	}

	private static ConfigurableApplicationContext run(SlackInbox inbox, String name, String... arguments) {
		String[] all = Stream
			.concat(Stream.of("--slack.logging.webhook-url=" + inbox.webhookUrl(), "--spring.application.name=" + name),
					Arrays.stream(arguments))
			.toArray(String[]::new);
		return new SpringApplicationBuilder(OwnAutoConfigurations.class).web(WebApplicationType.NONE).run(all);
	}

	static final class KeepsAll implements EventFilter {

		@Override
		public boolean accepts(LogEvent event) {
			return Objects.nonNull(event);
		}

	}

}
