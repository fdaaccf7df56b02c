package io.github.slacklogging.autoconfigure;

import java.time.Duration;

import io.github.slacklogging.Severity;
import io.github.slacklogging.autoconfigure.OperationProperties.InboxMode;
import io.github.slacklogging.autoconfigure.RoutingProperties.Route;
import io.github.slacklogging.autoconfigure.WordingProperties.Location;
import io.github.slacklogging.autoconfigure.WordingProperties.StackTrace;
import io.github.slacklogging.pipeline.HealthLimits;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class SlackLoggingPropertiesTests {

	@Test
	void nothingConfiguredGivesTheDocumentedDefaults() {
		SlackLoggingProperties properties = bind(TestEnvironment.of());
		assertThat(properties.enabled()).isTrue();
		assertThat(properties.failOnInvalidConfiguration()).isTrue();
		assertThat(properties.shortForm().hasBot()).isFalse();
		assertThat(properties.shortForm().hasWebhook()).isFalse();
		assertThat(properties.apiUrl()).isEqualTo("https://slack.com/api/");
		assertThat(properties.allowedHosts()).isEmpty();
		assertThat(properties.level()).isEqualTo(Severity.ERROR);
		assertThat(properties.criticalMarkers()).containsExactly("CRITICAL", "FATAL");
		assertThat(properties.serviceName()).isNull();
		assertThat(properties.startup().holdMax()).isEqualTo(Duration.ofSeconds(10));
		assertThat(properties.destinations()).isEmpty();
		assertThat(properties.routes()).isEmpty();
		assertThat(properties.filter().excludeMarkers()).containsExactly("NO_SLACK");
		assertThat(properties.filter().includeLoggers()).isEmpty();
		assertThat(properties.health().failureStatus()).isEqualTo("DEGRADED");
		assertThat(properties.health().limits()).isEqualTo(HealthLimits.DEFAULTS)
			.isEqualTo(new HealthLimits(0.95, Duration.ofMinutes(5), 5, 500, Duration.ofSeconds(10), 5,
					Duration.ofMinutes(5)));
		assertThat(properties.inbox().enabled()).isEqualTo(InboxMode.AUTO);
		assertThat(properties.inbox().port()).isEqualTo(8025);
	}

	@Test
	void stagesHaveTheDocumentedDefaults() {
		SlackLoggingProperties properties = bind(TestEnvironment.of());
		assertThat(properties.buffer().capacity()).isEqualTo(8192);
		assertThat(properties.buffer().maxSize()).isEqualTo(DataSize.ofMegabytes(16));
		assertThat(properties.batch().linger()).isEqualTo(Duration.ofSeconds(1));
		assertThat(properties.batch().maxEvents()).isEqualTo(100);
		assertThat(properties.batch().samples()).isEqualTo(5);
		assertThat(properties.digest().level()).isEqualTo(Severity.WARN);
		assertThat(properties.digest().every()).isEqualTo(Duration.ofMinutes(5));
		assertThat(properties.grouping().enabled()).isTrue();
		assertThat(properties.grouping().inApp()).isEmpty();
		assertThat(properties.grouping().maxGroups()).isEqualTo(1000);
		assertThat(properties.masking().enabled()).isTrue();
		assertThat(properties.masking().rules()).isEmpty();
		assertThat(properties.masking().keys()).isEmpty();
		assertThat(properties.masking().patterns()).isEmpty();
		assertThat(properties.masking().allowFields()).isEmpty();
		assertThat(properties.message().mdc()).contains("traceId", "spanId", "requestId", "correlationId");
		assertThat(properties.message().fields()).containsExactly("*");
		assertThat(properties.message().stackTrace()).isEqualTo(StackTrace.SHORT);
		assertThat(properties.message().location()).isEqualTo(Location.AUTO);
		assertThat(properties.message().username()).isNull();
		assertThat(properties.message().iconEmoji()).isEqualTo(":rotating_light:");
	}

	@Test
	void deliveryHasTheDocumentedDefaults() {
		SlackLoggingProperties properties = bind(TestEnvironment.of());
		assertThat(properties.rateLimit().perSecond()).isEqualTo(1);
		assertThat(properties.rateLimit().burst()).isOne();
		assertThat(properties.retry().initialBackoff()).isEqualTo(Duration.ofSeconds(1));
		assertThat(properties.retry().maxBackoff()).isEqualTo(Duration.ofMinutes(1));
		assertThat(properties.retry().jitter()).isEqualTo(0.2);
		assertThat(properties.retry().maxAttempts()).isZero();
		assertThat(properties.circuitBreaker().failures()).isEqualTo(5);
		assertThat(properties.circuitBreaker().openFor()).isEqualTo(Duration.ofSeconds(30));
		assertThat(properties.http().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
		assertThat(properties.http().responseTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(properties.http().connectionMaxAge()).isEqualTo(Duration.ofMinutes(5));
		assertThat(properties.http().proxy()).isNull();
		assertThat(properties.http().sslBundle()).isNull();
		assertThat(properties.shutdown().timeout()).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void shippingHasTheDocumentedDefaults() {
		OpenSearchProperties opensearch = bind(TestEnvironment.of()).opensearch();
		assertThat(opensearch.isConfigured()).isFalse();
		assertThat(opensearch.level()).isEqualTo(Severity.INFO);
		assertThat(opensearch.index()).isNull();
		assertThat(opensearch.dataStream()).isNull();
		assertThat(opensearch.template()).isEqualTo(OpenSearchProperties.Template.CREATE);
		assertThat(opensearch.bulk().maxEvents()).isEqualTo(500);
		assertThat(opensearch.bulk().maxSize()).isEqualTo(DataSize.ofMegabytes(5));
		assertThat(opensearch.bulk().linger()).isEqualTo(Duration.ofSeconds(1));
		assertThat(opensearch.buffer().capacity()).isEqualTo(16384);
		assertThat(opensearch.buffer().maxSize()).isEqualTo(DataSize.ofMegabytes(32));
		assertThat(opensearch.http().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
		assertThat(opensearch.http().responseTimeout()).isEqualTo(Duration.ofSeconds(30));
		assertThat(opensearch.http().connectionMaxAge()).isEqualTo(Duration.ofMinutes(5));
		assertThat(opensearch.http().proxy()).isNull();
		assertThat(opensearch.http().sslBundle()).isNull();
	}

	@Test
	void addressesOfTheClusterAreAListAndBlankOnesAreNone() {
		assertThat(bind(TestEnvironment.of("slack.logging.opensearch.uris= https://a:9200, https://b:9200/x/ "))
			.opensearch()
			.uris()).containsExactly("https://a:9200", "https://b:9200/x/");
		assertThat(bind(TestEnvironment.of("slack.logging.opensearch.uris=")).opensearch().isConfigured()).isFalse();
		assertThat(bind(TestEnvironment.of()
			.variables("SLACK_LOGGING_OPENSEARCH_URIS=https://a:9200",
					"SLACK_LOGGING_OPENSEARCH_DATASTREAM=logs-orders", "SLACK_LOGGING_OPENSEARCH_BULK_MAXEVENTS=7"))
			.opensearch()).satisfies((opensearch) -> {
				assertThat(opensearch.uris()).containsExactly("https://a:9200");
				assertThat(opensearch.dataStream()).isEqualTo("logs-orders");
				assertThat(opensearch.bulk().maxEvents()).isEqualTo(7);
			});
	}

	@Test
	void passwordInAnAddressIsKnownForASecretUsableOrNot() {
		assertThat(bind(TestEnvironment.of("slack.logging.opensearch.uris=https://u:SECRET_test@a/logs,"
				+ "https://TOKEN_test@b,https://c:9200/logs,http://u:p@t@h:1"))
			.secrets()).containsExactly("SECRET_test", "TOKEN_test", "p@t");
	}

	@Test
	void routesKeepTheirOrderAndTheirConditions() {
		SlackLoggingProperties properties = bind(TestEnvironment.of("slack.logging.routes[0].level=critical",
				"slack.logging.routes[0].to=oncall,default", "slack.logging.routes[1].loggers=com.acme, org.acme",
				"slack.logging.routes[1].markers=AUDIT", "slack.logging.routes[1].exceptions=java.io.IOException",
				"slack.logging.routes[1].message=pay(ment)?", "slack.logging.routes[1].mdc[0]=tenant=acme",
				"slack.logging.routes[1].to=none"));
		Route first = properties.routes().get(0);
		assertThat(first.level()).isEqualTo(Severity.CRITICAL);
		assertThat(first.to()).containsExactly("oncall", "default");
		Route second = properties.routes().get(1);
		assertThat(second.level()).isNull();
		assertThat(second.loggers()).containsExactly("com.acme", "org.acme");
		assertThat(second.markers()).containsExactly("AUDIT");
		assertThat(second.exceptions()).containsExactly("java.io.IOException");
		assertThat(second.message()).isEqualTo("pay(ment)?");
		assertThat(second.mdc()).containsExactly("tenant=acme");
		assertThat(second.to()).containsExactly("none");
	}

	@Test
	void environmentVariablesBind() {
		SlackLoggingProperties properties = bind(TestEnvironment.of()
			.variables("SLACK_LOGGING_LEVEL=warn", "SLACK_LOGGING_WEBHOOKURL=https://example.org/one",
					"SLACK_LOGGING_RATELIMIT_PERSECOND=0.5", "SLACK_LOGGING_DESTINATIONS_ONCALL_CHANNEL=#oncall",
					"SLACK_LOGGING_ROUTES_0_TO=oncall"));
		assertThat(properties.level()).isEqualTo(Severity.WARN);
		assertThat(properties.webhookUrl()).isEqualTo("https://example.org/one");
		assertThat(properties.rateLimit().perSecond()).isEqualTo(0.5);
		assertThat(properties.destinations()).containsOnlyKeys("oncall");
		assertThat(properties.routes()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "auto,AUTO", "AUTO,AUTO", "true,TRUE", "false,FALSE" })
	void inboxModeReadsLikeASwitch(String text, InboxMode mode) {
		assertThat(bind(TestEnvironment.of("slack.logging.inbox.enabled=" + text)).inbox().enabled()).isEqualTo(mode);
	}

	@Test
	void emptyListSwitchesADefaultOff() {
		assertThat(bind(TestEnvironment.of("slack.logging.filter.exclude-markers=")).filter().excludeMarkers())
			.isEmpty();
	}

	@Test
	void textHoldsNoSecret() {
		SlackLoggingProperties properties = bind(TestEnvironment.of("slack.logging.webhook-url=SECRET_test",
				"slack.logging.webhook-url-file=SECRET_test", "slack.logging.bot-token=SECRET_test",
				"slack.logging.bot-token-file=SECRET_test", "slack.logging.http.proxy=user:SECRET_test@proxy:1",
				"slack.logging.opensearch.uris=https://u:SECRET_test@a",
				"slack.logging.opensearch.username=SECRET_test", "slack.logging.opensearch.password-file=SECRET_test",
				"slack.logging.opensearch.http.proxy=user:SECRET_test@proxy:1",
				"slack.logging.destinations.oncall.webhook-url=SECRET_test",
				"slack.logging.destinations.oncall.bot-token=SECRET_test"));
		assertThat(properties.toString()).contains("oncall").doesNotContain("SECRET_test");
		assertThat(properties.shortForm().toString()).doesNotContain("SECRET_test");
		assertThat(properties.destinations().toString()).doesNotContain("SECRET_test");
		assertThat(properties.http().toString()).doesNotContain("SECRET_test");
		assertThat(properties.opensearch().toString()).contains("uris=1").doesNotContain("SECRET_test");
		assertThat(properties.opensearch().http().toString()).doesNotContain("SECRET_test");
	}

	private static SlackLoggingProperties bind(ConfigurableEnvironment environment) {
		return new PropertiesBinding(environment).properties();
	}

}
