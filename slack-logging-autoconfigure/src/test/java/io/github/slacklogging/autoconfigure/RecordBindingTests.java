package io.github.slacklogging.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is bound our way is what Boot's binder makes of it. */
class RecordBindingTests {

	private static final List<String> VALUES = List.of("7", "true", "", "90s", "3MB", "warn", "a,b", "nonsense!",
			"${other}", "${missing}");

	@Test
	void propertiesOfWhichNothingIsSetAreThoseOfBoot() {
		assertSameAsBoot(new StandardEnvironment());
	}

	@Test
	void propertiesOfManyGroupsAreThoseOfBoot() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test",
					Map.of("slack.logging.webhook-url", "https://hooks.slack.com/services/T/B/x",
							"slack.logging.batch.linger", "7s", "slack.logging.grouping.milestones", "5,50",
							"slack.logging.routes[0].level", "warn", "slack.logging.routes[0].to[0]", "ops",
							"slack.logging.destinations.ops.channel", "#ops", "slack.logging.masking.patterns.mine",
							"a+", "slack.logging.link.fields", "ecs", "slack.logging.jobs.expectations[0].name",
							"nightly", "slack.logging.critical-markers", "")));
		assertSameAsBoot(environment);
	}

	@Test
	void variablesOfTheEnvironmentAreFound() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("SLACK_LOGGING_HTTP_CONNECTTIMEOUT", "9s", "SLACK_LOGGING_DRYRUN", "true",
							"SLACK_LOGGING_OPENSEARCH_BULK_MAXEVENTS", "3", "SLACK_LOGGING_ALLOWEDHOSTS", "a,b")));
		SlackLoggingProperties bound = assertSameAsBoot(environment);
		assertThat(bound.dryRun()).isTrue();
		assertThat(bound.http().connectTimeout()).hasSeconds(9);
		assertThat(bound.opensearch().bulk().maxEvents()).isEqualTo(3);
	}

	/** One value for each, in turn: Boot takes its time. */
	@Test
	void eachPropertyAloneIsThatOfBoot() {
		int next = 0;
		for (String name : names(SlackLoggingProperties.PREFIX, SlackLoggingProperties.class)) {
			String value = VALUES.get(next++ % VALUES.size());
			Map<String, Object> set = Map.of(name, value, "other", "42");
			assertThat(ours(environment(set))).as("%s=%s", name, value).isEqualTo(boots(environment(set)));
		}
	}

	@Test
	void eachVariableAloneIsThatOfBoot() {
		for (String name : names(SlackLoggingProperties.PREFIX, SlackLoggingProperties.class)) {
			String variable = name.replaceAll("[-\\]]", "").replaceAll("[.\\[]", "_").toUpperCase(Locale.ROOT);
			StandardEnvironment environment = new StandardEnvironment();
			environment.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(variable, "8")));
			assertThat(ours(environment)).as(variable).isEqualTo(boots(environment));
		}
	}

	@Test
	void valueInThePlaceOfAllPropertiesIsRefused() {
		assertThatExceptionOfType(InvalidSlackLoggingConfigurationException.class)
			.isThrownBy(() -> new PropertiesBinding(environment(Map.of("slack.logging", "true"))).properties())
			.withMessageStartingWith("slack.logging cannot be read");
	}

	@Test
	void listThatHoldsNothingInOnePlaceIsRefusedInOurWords() {
		Map<String, Object> set = Map.of("slack.logging.allowed-hosts", Arrays.asList("a", null));
		assertThatExceptionOfType(InvalidSlackLoggingConfigurationException.class)
			.isThrownBy(() -> new PropertiesBinding(environment(set)).properties())
			.withMessageStartingWith("slack.logging cannot be read");
	}

	/** Of values and of what holds them. */
	private static List<String> names(String prefix, Class<?> type) {
		List<String> names = new ArrayList<>(List.of(prefix));
		for (RecordComponent component : type.getRecordComponents()) {
			String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
			ResolvableType inside = ResolvableType.forType(component.getGenericType());
			if (Map.class.isAssignableFrom(component.getType())) {
				names.add(name);
				names.addAll(names(name + ".some", inside.asMap().getGeneric(1)));
			}
			else if (component.getType() == List.class) {
				names.add(name);
				names.addAll(names(name + "[0]", inside.getGeneric(0)));
				names.add(name + "[1]");
			}
			else {
				names.addAll(names(name, inside));
			}
		}
		return names;
	}

	private static List<String> names(String name, ResolvableType type) {
		Class<?> resolved = type.resolve(Object.class);
		return resolved.isRecord() ? names(name, resolved) : List.of(name);
	}

	/** Where nothing else is set, by whoever runs the tests neither. */
	private static StandardEnvironment environment(Map<String, Object> set) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
		environment.getPropertySources().addFirst(new MapPropertySource("test", set));
		return environment;
	}

	/** The properties, or the name of the one that is refused. */
	private static Object ours(StandardEnvironment environment) {
		try {
			return new PropertiesBinding(environment).properties();
		}
		catch (InvalidSlackLoggingConfigurationException ex) {
			return ex.problems().get(0).property();
		}
	}

	private static Object boots(StandardEnvironment environment) {
		try {
			return Binder.get(environment, LinkFields.completing())
				.bindOrCreate(SlackLoggingProperties.PREFIX, SlackLoggingProperties.class);
		}
		catch (BindException ex) {
			return ex.getName().toString();
		}
	}

	private static SlackLoggingProperties assertSameAsBoot(StandardEnvironment environment) {
		SlackLoggingProperties bound = new PropertiesBinding(environment).properties();
		assertThat(bound).isEqualTo(Binder.get(environment, LinkFields.completing())
			.bindOrCreate(SlackLoggingProperties.PREFIX, SlackLoggingProperties.class));
		return bound;
	}

}
