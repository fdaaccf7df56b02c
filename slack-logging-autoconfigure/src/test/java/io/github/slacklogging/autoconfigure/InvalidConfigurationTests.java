package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Bad configurations in an application that really starts, and what its user then reads.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidConfigurationTests {

	private static final String WEBHOOK = "slack.logging.webhook-url=https://hooks.slack.com/services/T000/B000/XXX_test";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					webhook-url=hooks.slack.com/XXX_test                         | webhook-url is not a URL
					webhook-url=https://example.org/XXX_test                     | webhook-url names a host that is not Slack's
					webhook-url=http://hooks.slack.com/services/T/B/XXX_test     | webhook-url does not use https
					webhook-url=https://hooks.slack.com/triggers/T0/1/XXX_test   | webhook-url is a trigger of Workflow Builder
					webhook-url=${NO_SUCH_XXX_test}                              | webhook-url holds a placeholder
					webhook-url-file=/does/not/exist/XXX_test                    | webhook-url-file names a file that cannot be read
					webhook-url-file=https://hooks.slack.com/services/T/B/XXX_test | webhook-url-file holds the secret itself
					bot-token=xoxb-XXX_test                                      | channel is not set
					bot-token=xapp-XXX_test; channel=#a                          | bot-token is an app-level token
					bot-token=XXX_test; channel=#a                               | bot-token is not a token
					bot-token=xoxb-XXX_test; channel=#a b                        | channel is not the name or id
					bot-token=xoxb-XXX_test; channel=${NO_SUCH_XXX_test}         | channel holds a placeholder
					bot-token=xoxb-XXX_test; bot-token-file=/XXX_test; channel=#a | bot-token-file is set beside bot-token
					destinations.oncall.channel=#oncall                          | destinations.oncall has neither
					destinations.oncall.webhook-url=https://x/XXX_test; destinations.oncall.bot-token=XXX_test | destinations.oncall has both
					destinations.none.webhook-url=https://hooks.slack.com/services/T/B/XXX_test | destinations.none has a name
					destinations.default.webhook-url=https://hooks.slack.com/services/T/B/XXX_test; webhook-url=https://hooks.slack.com/services/T/B/XXX_test | destinations.default is configured a second time
					api-url=https://example.org/api/                             | api-url names a host
					api-url=http://slack.com/api/                                | api-url does not use https
					api-url=https://user:XXX_test@slack.com/api/                 | api-url is not the URL
					allowed-hosts=https://example.org                            | allowed-hosts holds something
					http.proxy=http://user:XXX_test@proxy:3128                   | http.proxy holds user information
					http.proxy=proxy                                             | http.proxy is not the address
					""")
	void addressesAndSecrets(String properties, String told, CapturedOutput output) {
		assertStopsTheStart(List.of(properties.split("; ")), told, output);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					level=FATAL                     | level has the value 'FATAL', which is not one of DEBUG, INFO, WARN, ERROR, CRITICAL
					level=xoxb-XXX_test             | level has the value '…'
					digest.level=CRITICAL           | digest.level is CRITICAL
					buffer.capacity=abc             | buffer.capacity has the value 'abc', which is not a whole number
					buffer.capacity=0               | buffer.capacity is 0 and must not be less than 1
					buffer.capacity=2000000000      | buffer.capacity is 2000000000 and must not be more than
					buffer.max-size=-1MB            | buffer.max-size is -1048576
					buffer.max-size=plenty          | buffer.max-size has the value 'plenty'
					batch.linger=-1s                | batch.linger is negative
					batch.linger=soon               | batch.linger has the value 'soon', which is not a duration
					batch.max-events=0              | batch.max-events is 0
					batch.samples=0                 | batch.samples is 0
					digest.every=0s                 | digest.every is zero
					startup.hold-max=-1s            | startup.hold-max is negative
					grouping.max-groups=0           | grouping.max-groups is 0
					grouping.enabled=maybe          | grouping.enabled has the value 'maybe', which is not true or false
					rate-limit.per-second=0         | rate-limit.per-second is not between
					rate-limit.per-second=NaN       | rate-limit.per-second is not between
					rate-limit.burst=0              | rate-limit.burst is 0
					retry.initial-backoff=0s        | retry.initial-backoff is zero
					retry.initial-backoff=2m        | retry.max-backoff is shorter
					retry.max-backoff=99999999d     | retry.max-backoff is longer than a day
					retry.jitter=1.5                | retry.jitter is not between 0 and 1
					retry.max-attempts=-1           | retry.max-attempts is -1
					circuit-breaker.failures=0      | circuit-breaker.failures is 0
					circuit-breaker.open-for=0s     | circuit-breaker.open-for is zero
					http.connect-timeout=0s         | http.connect-timeout is zero
					http.response-timeout=-5s       | http.response-timeout is negative
					http.response-timeout=2m        | http.response-timeout is longer than 1m
					http.connection-max-age=2h      | http.connection-max-age is longer than 60m
					http.connection-max-age=0s      | http.connection-max-age is zero
					shutdown.timeout=-1s            | shutdown.timeout is negative
					health.failure-status=not ok    | health.failure-status is not the code
					health.min-success-rate=95      | health.min-success-rate is not between 0 and 1
					health.min-success-rate=NaN     | health.min-success-rate is not between 0 and 1
					health.window=0s                | health.window is zero
					health.window=2d                | health.window is longer than a day
					health.min-samples=0            | health.min-samples is 0 and must not be less than 1
					health.min-samples=1001         | health.min-samples is 1001 and must not be more than 1000
					health.max-overdue=-1           | health.max-overdue is -1
					health.max-latency=0s           | health.max-latency is zero
					health.max-consecutive-failures=-1 | health.max-consecutive-failures is -1
					health.max-circuit-open=-1s     | health.max-circuit-open is negative
					inbox.port=70000                | inbox.port is 70000
					inbox.enabled=sometimes         | inbox.enabled has the value
					message.icon-emoji=bell         | message.icon-emoji is not an emoji
					message.stack-trace=long        | message.stack-trace has the value 'long', which is not one of SHORT, FULL, NONE
					enabled=maybe                   | enabled has the value 'maybe', which is not true or false
					""")
	void valuesAndRanges(String property, String told, CapturedOutput output) {
		assertStopsTheStart(List.of(property), told, output);
	}

	@Test
	void moreKeysThanAnybodyHas(CapturedOutput output) {
		String webhook = WEBHOOK.substring("slack.logging.".length());
		assertStopsTheStart(List.of(webhook, "masking.keys=k1," + "k".repeat(32 * 1024 - 1)),
				"masking.keys must hold at most 32768 characters in all", output);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					routes[0].to=oncal                              | routes[0].to names the unknown destination 'oncal'
					routes[0].to=                                   | routes[0].to names no destination
					routes[0].level=ERROR                           | routes[0].to names no destination
					routes[0].to=none,default                       | routes[0].to holds 'none' beside a destination
					routes[1].to=none                               | routes leaves out a number
					routes[0].message=pay(ment; routes[0].to=none   | routes[0].message is not a regular expression
					routes[0].message=a(?!b); routes[0].to=none     | routes[0].message is not a regular expression
					routes[0].mdc=tenant; routes[0].to=none         | routes[0].mdc holds an entry
					routes[0].loggers=com.acme.*; routes[0].to=none | routes[0].loggers holds something
					routes[0].level=FATAL; routes[0].to=none        | routes[0].level has the value 'FATAL'
					filter.include-messages=*pay                    | filter.include-messages is not a regular expression
					filter.exclude-messages=[pay                    | filter.exclude-messages is not a regular expression
					filter.exclude-loggers=com.acme.*               | filter.exclude-loggers holds something
					masking.rules=emial                             | masking.rules knows no rule 'emial'; there are slack,
					masking.rules=default,-slack                    | masking.rules cannot take away 'slack'
					masking.keys=--                                 | masking.keys must hold names with a letter or a digit
					masking.patterns.tenant=a(?!b)                  | masking.patterns.tenant is not a regular expression
					masking.patterns.tenant=a*                      | masking.patterns.tenant matches the empty text
					masking.patterns.email=a                        | masking.patterns.email has the name of a built-in rule
					link.type=elastic                               | link.type has the value 'elastic', which is not one of OPENSEARCH_DASHBOARDS
					link.type=opensearch-dashboards                 | link.base-url must be set for slack.logging.link.type=opensearch-dashboards, and so must slack.logging.link.index-pattern-id
					link.type=opensearch-dashboards; link.base-url=https://d.example.org | link.index-pattern-id must be set for
					link.base-url=ftp://XXX_test; link.type=opensearch-dashboards | link.base-url must be an address that begins with
					link.base-url=https://u:XXX_test@d.example.org; link.type=opensearch-dashboards | link.base-url must name no user
					link.base-url=https://d.example.org/?XXX_test; link.type=opensearch-dashboards | link.base-url must end with its path
					link.template=https://d.example.org/{id}        | link.template holds {id}, which is none of the places
					link.trace-template=d.example.org/{traceId}     | link.trace-template must be an address
					link.template=https://d.example.org/{logId}; link.type=opensearch-dashboards; link.base-url=https://d.example.org; link.index-pattern-id=a | link.template must not be set beside
					link.fields=esc                                 | link.fields has the value 'esc', which is not one of ecs, logstash, boot, opensearch
					link.fields.colour=a; link.type=opensearch-dashboards; link.base-url=https://d.example.org; link.index-pattern-id=a | link.fields may only name the fields log-id, trace-id
					link.window=0s                                  | link.window is zero
					""")
	void routesFiltersMaskingAndLinks(String properties, String told, CapturedOutput output) {
		List<String> all = new ArrayList<>(List.of(properties.split("; ")));
		all.add(WEBHOOK.substring("slack.logging.".length()));
		assertStopsTheStart(all, told, output);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					uris=search.example.org:9200                     | uris[0] does not begin with https:// or http://
					uris=10.0.0.1:9200                               | uris[0] is not a URL
					uris=https://a b.example.org                     | uris[0] is not a URL
					uris=ftp://search.example.org                    | uris[0] does not begin with
					uris=https:///XXX_test                           | uris[0] names no host
					uris=https://my_host:9200                        | uris[0] names no host
					uris=https://search.example.org:99999            | uris[0] names no host
					uris=https://a,https://u:XXX_test@search:9200    | uris[1] holds user information
					uris=https://XXX_test@search:9200                | uris[0] holds user information
					uris=https://search:9200/?key=XXX_test           | uris[0] holds a query or a fragment
					uris=https://search:9200/#XXX_test               | uris[0] holds a query or a fragment
					uris=${NO_SUCH_XXX_test}                         | uris[0] holds a placeholder
					uris=https://search/,https://SEARCH:443          | uris[1] names an address for the second time
					uris=https://a; index=logs; data-stream=logs-a   | data-stream is set beside slack.logging.opensearch.index
					uris=https://a; index=Logs-XXX                   | index must be lower case
					uris=https://a; index=logs-{yyyy.MM.dd           | index has an opening brace
					uris=https://a; index={yyyy}-logs                | index must not begin with a date
					uris=https://a; index=logs/orders                | index must not have '/'
					uris=https://a; index=_logs                      | index must not start with '_'
					uris=https://a; data-stream=logs-{yyyy}          | data-stream must not have braces
					uris=https://a; data-stream=Logs                 | data-stream must be lower case
					uris=https://a; username=ship                    | password-file is not set, but slack.logging.opensearch.username is
					uris=https://a; password-file=/XXX_test          | username is not set, but slack.logging.opensearch.password-file is
					uris=https://a; username=ship:XXX_test; password-file=/XXX_test | username holds a colon
					uris=https://a; api-key-file=/XXX_test; bearer-token-file=/XXX_test | bearer-token-file is set beside slack.logging.opensearch.api-key-file
					uris=https://a; username=ship; password-file=/XXX_test; api-key-file=/XXX_test | api-key-file is set beside slack.logging.opensearch.password-file
					uris=https://a; username=ship; password-file=/no/XXX_test | password-file names a file that cannot be read (NoSuchFileException)
					uris=https://a; username=ship; password-file=XXX_test | password-file names a file that cannot be read
					uris=https://a; api-key-file=/tmp                | api-key-file names a file that cannot be read
					uris=https://a; api-key-file=os_0123456789abcdefXXX_test | api-key-file holds the secret itself
					uris=https://a; bearer-token-file=eyJhbGciOiJIUzI1NiJ9.XXX_test | bearer-token-file holds the secret itself
					uris=https://a; bearer-token-file=Bearer XXX_test | bearer-token-file holds the secret itself
					uris=https://a; level=FATAL                      | level has the value 'FATAL', which is not one of DEBUG
					uris=https://a; template=update                  | template has the value 'update', which is not one of CREATE, NONE
					uris=https://a; bulk.max-events=0                | bulk.max-events is 0 and must not be less than 1
					uris=https://a; bulk.max-events=10001            | bulk.max-events is 10001 and must not be more than 10000
					uris=https://a; bulk.max-size=16383B             | bulk.max-size is 16383 and must not be less than 16384
					uris=https://a; bulk.max-size=101MB              | bulk.max-size is 105906176 and must not be more than
					uris=https://a; bulk.linger=-1s                  | bulk.linger is negative
					uris=https://a; bulk.linger=61s                  | bulk.linger is longer than 1m
					uris=https://a; buffer.capacity=0                | buffer.capacity is 0 and must not be less than 1
					uris=https://a; buffer.capacity=1048577          | buffer.capacity is 1048577 and must not be more than 1048576
					uris=https://a; buffer.max-size=1023B            | buffer.max-size is 1023 and must not be less than 1024
					uris=https://a; buffer.max-size=17GB             | buffer.max-size is 18253611008 and must not be more than
					uris=https://a; http.connect-timeout=0s          | http.connect-timeout is zero
					uris=https://a; http.connect-timeout=61s         | http.connect-timeout is longer than 1m
					uris=https://a; http.response-timeout=-1s        | http.response-timeout is negative
					uris=https://a; http.response-timeout=301s       | http.response-timeout is longer than 5m
					uris=https://a; http.connection-max-age=2h       | http.connection-max-age is longer than 60m
					uris=https://a; http.proxy=http://user:XXX_test@proxy:3128 | http.proxy holds user information
					""")
	void shippingToOpenSearch(String properties, String told, CapturedOutput output) {
		List<String> all = Stream.of(properties.split("; ")).map((pair) -> "opensearch." + pair).toList();
		assertStopsTheStart(all, "opensearch." + told, output);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					username=ship; password-file | ''                      | password-file names a file that is empty
					username=ship; password-file | one XXX_test⏎two        | password-file names a file whose content holds several lines
					username=ship; password-file | xoxb-XXX_test           | password-file names a file whose content is a secret of Slack's
					api-key-file                 | ApiKey os_XXX_test      | api-key-file names a file whose content is a whole header
					api-key-file                 | {"api_key":"XXX_test"}  | api-key-file names a file whose content is JSON
					bearer-token-file            | one XXX_test            | bearer-token-file names a file whose content holds blanks
					bearer-token-file            | ${NO_SUCH_XXX_test}     | bearer-token-file names a file whose content holds a placeholder
					""")
	void secretFilesOfOpenSearch(String properties, String content, String told, @TempDir Path directory,
			CapturedOutput output) throws IOException {
		Path file = Files.writeString(directory.resolve("secret"), content.replace('⏎', '\n'));
		List<String> all = Stream.of((properties + "=" + file + "; uris=https://a").split("; "))
			.map((pair) -> "opensearch." + pair)
			.toList();
		assertStopsTheStart(all, "opensearch." + told, output);
	}

	@Test
	void severalProblemsAreListedWithWhatToDoAboutEach(CapturedOutput output) {
		assertStopsTheStart(List.of("webhook-url=XXX_test", "buffer.capacity=0"), "webhook-url is not a URL", output);
		assertThat(output).contains("slack.logging.buffer.capacity is 0", "slack.logging.buffer.capacity: Raise it.",
				"slack.logging.webhook-url: Copy the URL", "slack.logging.fail-on-invalid-configuration=false");
	}

	@Test
	void variableIsNamedWhereTheValueCameFromOne(CapturedOutput output) {
		System.setProperty("SLACK_WEBHOOK_URL", "https://example.org/XXX_test");
		try {
			assertStopsTheStart(List.of(), "webhook-url (from SLACK_WEBHOOK_URL) names a host", output);
		}
		finally {
			System.clearProperty("SLACK_WEBHOOK_URL");
		}
	}

	@Test
	void variableWithAPlaceholderThatNothingResolvesIsNotQuoted(CapturedOutput output) {
		System.setProperty("SLACK_WEBHOOK_URL", "https://hooks.slack.com/services/T/B/XXX_test${NO_SUCH}");
		try {
			assertStopsTheStart(List.of(), "webhook-url (from SLACK_WEBHOOK_URL) holds a placeholder", output);
		}
		finally {
			System.clearProperty("SLACK_WEBHOOK_URL");
		}
	}

	@Test
	void stageThatRefusesItsSettingsIsToldLikeThis() {
		InvalidSlackLoggingConfigurationException exception = InvalidSlackLoggingConfigurationException
			.from(new IllegalArgumentException("slack.logging.buffer.capacity must be at least 1"));
		assertThat(exception.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.property()).isEqualTo("slack.logging.buffer.capacity");
			assertThat(problem.reason()).isEqualTo("must be at least 1");
		});
	}

	private static void assertStopsTheStart(List<String> properties, String told, CapturedOutput output) {
		SpringApplication application = new SpringApplication(NoBeans.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.addListeners(new EarlyReader());
		String[] arguments = Stream.concat(Stream.of("inbox.enabled=false"), properties.stream())
			.map((pair) -> "--slack.logging." + pair)
			.toArray(String[]::new);
		assertThatThrownBy(() -> application.run(arguments))
			.isInstanceOf(InvalidSlackLoggingConfigurationException.class)
			.hasNoCause();
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("slack.logging." + told)
			.doesNotContain("XXX_test")
			.doesNotContain("\tat ");
		assertThat(Arrays.stream(output.getAll().split("\n")).filter((line) -> line.equals("Action:"))).hasSize(1);
	}

	@Configuration(proxyBeanMethods = false)
	static class NoBeans {

	}

	/** Stands for the listener of the runtime. */
	static final class EarlyReader implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

		@Override
		public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
			SlackLoggingSetup.read(event.getEnvironment(), null);
		}

	}

}
