package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.RunId;
import io.github.slacklogging.link.FieldPreset;
import io.github.slacklogging.link.LinkType;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LinkPropertiesTests {

	@Test
	void nothingConfiguredMeansNoLinks() {
		LinkProperties link = bind(TestEnvironment.of());
		assertThat(link.type()).isNull();
		assertThat(link.parts()).isEmpty();
		assertThat(link.preset(false)).isNull();
		assertThat(link.fieldNames()).isEmpty();
		assertThat(link.template()).isNull();
		assertThat(link.window()).isEqualTo(Duration.ofMinutes(2));
	}

	@ParameterizedTest
	@CsvSource({ "opensearch-dashboards,OPENSEARCH_DASHBOARDS", "opensearchDashboards,OPENSEARCH_DASHBOARDS",
			"OPENSEARCH_DASHBOARDS,OPENSEARCH_DASHBOARDS" })
	void typeIsWrittenAsOneLikes(String text, LinkType type) {
		assertThat(bind(TestEnvironment.of("slack.logging.link.type=" + text)).type()).isEqualTo(type);
	}

	@Test
	void partsBearTheNamesOfTheirProperties() {
		LinkProperties link = bind(TestEnvironment.of("slack.logging.link.base-url=https://dashboards.example.org",
				"slack.logging.link.index-pattern-id=logs", "slack.logging.link.data-view-id=view",
				"slack.logging.link.datasource-uid=uid", "slack.logging.link.log-group=/aws/orders"));
		assertThat(link.parts()).isEqualTo(Map.of("base-url", "https://dashboards.example.org", "index-pattern-id",
				"logs", "data-view-id", "view", "datasource-uid", "uid", "log-group", "/aws/orders"));
	}

	@Test
	void fieldsAreAWord() {
		LinkProperties link = bind(TestEnvironment.of("slack.logging.link.fields=logstash"));
		assertThat(link.preset(false)).isEqualTo(FieldPreset.LOGSTASH);
		assertThat(link.fieldNames()).isEmpty();
	}

	@Test
	void fieldsAreNames() {
		LinkProperties link = bind(TestEnvironment.of("slack.logging.link.fields.logger=category",
				"slack.logging.link.fields.log-id=event.id"));
		assertThat(link.preset(false)).isNull();
		assertThat(link.fieldNames()).isEqualTo(Map.of("logger", "category", "log-id", "event.id"));
	}

	@Test
	void fieldsAreAWordAndNames() {
		LinkProperties link = bind(
				TestEnvironment.of("slack.logging.link.fields=ecs", "slack.logging.link.fields.logger=category"));
		assertThat(link.preset(false)).isEqualTo(FieldPreset.ECS);
		assertThat(link.fieldNames()).isEqualTo(Map.of("logger", "category"));
	}

	@Test
	void fieldsAreAWordAndNamesInOneFile() throws IOException {
		assertThat(bind(yaml("""
				slack.logging.link:
				  fields: ecs
				  fields.logger: category
				"""))).satisfies((link) -> {
			assertThat(link.preset(false)).isEqualTo(FieldPreset.ECS);
			assertThat(link.fieldNames()).isEqualTo(Map.of("logger", "category"));
		});
		assertThat(bind(yaml("""
				slack.logging.link:
				  fields:
				    preset: boot
				    logger: category
				"""))).satisfies((link) -> {
			assertThat(link.preset(false)).isEqualTo(FieldPreset.BOOT);
			assertThat(link.fieldNames()).isEqualTo(Map.of("logger", "category"));
		});
	}

	@Test
	void environmentVariablesBind() {
		LinkProperties link = bind(TestEnvironment.of()
			.variables("SLACK_LOGGING_LINK_TYPE=opensearch-dashboards", "SLACK_LOGGING_LINK_INDEXPATTERNID=logs",
					"SLACK_LOGGING_LINK_FIELDS=ecs", "SLACK_LOGGING_LINK_FIELDS_LOGID=event.id"));
		assertThat(link.type()).isEqualTo(LinkType.OPENSEARCH_DASHBOARDS);
		assertThat(link.parts()).isEqualTo(Map.of("index-pattern-id", "logs"));
		assertThat(link.preset(false)).isEqualTo(FieldPreset.ECS);
		assertThat(link.fieldNames()).isEqualTo(Map.of("logid", "event.id"));
	}

	@Test
	void unknownWordIsRefusedByName() {
		assertThatThrownBy(() -> {
			Problems problems = new Problems();
			bind(TestEnvironment.of("slack.logging.link.fields=esc")).check(problems);
			problems.throwIfAny();
		}).hasMessageContaining(
				"slack.logging.link.fields has the value 'esc', which is not one of ecs, logstash, boot, opensearch");
	}

	@Test
	void idThatNobodyWritesIsWorthALine() {
		String type = "slack.logging.link.type=datadog";
		assertThat(bind(TestEnvironment.of(type)).notice(false, false).orElseThrow()).contains("log_id",
				"slack.logging.structured.enabled=true");
		assertThat(bind(TestEnvironment.of(type)).notice(true, false)).isEmpty();
		assertThat(bind(TestEnvironment.of(type, "slack.logging.link.fields.log-id=event.id")).notice(false, false))
			.isEmpty();
		assertThat(bind(TestEnvironment.of("slack.logging.link.template=https://l.example.org/{logId}")).notice(false,
				false))
			.isEmpty();
	}

	@Test
	void linksLeadToOurOwnDocumentsWhereTheseAreShipped() {
		for (String type : new String[] { "opensearch-dashboards", "opensearch-explore",
				"opensearch-dashboards-legacy" }) {
			LinkProperties link = bind(TestEnvironment.of("slack.logging.link.type=" + type));
			assertThat(link.preset(true)).isEqualTo(FieldPreset.OPENSEARCH);
			assertThat(link.preset(false)).isNull();
			assertThat(link.notice(false, true)).isEmpty();
			assertThat(link.notice(false, false)).isPresent();
		}
	}

	@Test
	void linksLeadElsewhereWhereSomebodySaysSo() {
		LinkProperties ecs = bind(
				TestEnvironment.of("slack.logging.link.type=opensearch-dashboards", "slack.logging.link.fields=ecs"));
		assertThat(ecs.preset(true)).isEqualTo(FieldPreset.ECS);
		assertThat(ecs.notice(false, true)).isPresent();
		LinkProperties other = bind(TestEnvironment.of("slack.logging.link.type=kibana"));
		assertThat(other.preset(true)).isNull();
		assertThat(other.notice(false, true)).isPresent();
	}

	@Test
	void namesOfOurDocumentsCanBeChosenAndSingleOnesChanged() {
		LinkProperties chosen = bind(
				TestEnvironment.of("slack.logging.link.type=kibana", "slack.logging.link.fields=opensearch"));
		assertThat(chosen.preset(false)).isEqualTo(FieldPreset.OPENSEARCH);
		assertThat(chosen.notice(false, true)).isEmpty();
		LinkProperties single = bind(TestEnvironment.of("slack.logging.link.type=opensearch-dashboards",
				"slack.logging.link.fields.logger=category"));
		assertThat(single.preset(true)).isEqualTo(FieldPreset.OPENSEARCH);
		assertThat(single.fieldNames()).isEqualTo(Map.of("logger", "category"));
	}

	@Test
	void partOfNoTypeIsWorthALine() {
		String part = "slack.logging.link.base-url=https://logs.example.org";
		assertThat(bind(TestEnvironment.of(part)).notice(true, false).orElseThrow())
			.contains("slack.logging.link.base-url", "slack.logging.link.type");
		assertThat(bind(TestEnvironment.of()).notice(true, false)).isEmpty();
	}

	@Test
	void lineIsSaidAtTheStart(@TempDir Path spool) {
		List<String> start = new ArrayList<>(
				List.of("slack.logging.webhook-url=https://hooks.slack.com/services/T000/B000/one_test",
						"slack.logging.spool.directory=" + spool, "slack.logging.link.type=datadog"));
		assertThat(notices(start)).anyMatch((line) -> line.contains("log_id"));
		start.add("slack.logging.structured.enabled=true");
		assertThat(notices(start)).noneMatch((line) -> line.contains("log_id"));
	}

	private static List<String> notices(List<String> properties) {
		SlackLoggingSetup setup = SlackLoggingSetup.read(TestEnvironment.of(properties.toArray(String[]::new)), null);
		return new ConfiguredPipeline(((SlackLoggingSetup.Active) setup).settings(), null, RunId.random()).notices();
	}

	private static LinkProperties bind(ConfigurableEnvironment environment) {
		return new PropertiesBinding(environment).properties().link();
	}

	private static ConfigurableEnvironment yaml(String text) throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		new YamlPropertySourceLoader().load("test", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
			.forEach(environment.getPropertySources()::addFirst);
		return environment;
	}

}
