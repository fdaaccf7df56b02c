package io.github.slacklogging.autoconfigure;

import java.util.List;

import io.github.slacklogging.structured.LogIdConverter;
import io.github.slacklogging.structured.PrettyJsonStructuredLogFormatter;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

class SlackLoggingRuntimeHintsTests {

	@Test
	void everyRecordOfThePropertiesCanBeMadeInANativeImage() {
		RuntimeHints hints = new RuntimeHints();
		registered().registerHints(hints, getClass().getClassLoader());
		for (Class<?> type : List.of(SlackLoggingProperties.class, DestinationProperties.class,
				RoutingProperties.Route.class, CollectingProperties.Buffer.class, DeliveryProperties.Http.class,
				OpenSearchProperties.class, OpenSearchProperties.Bulk.class, OpenSearchProperties.Buffer.class,
				OpenSearchProperties.Http.class)) {
			assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(type.getDeclaredConstructors()[0]))
				.as(type.getSimpleName())
				.accepts(hints);
		}
	}

	@Test
	void classesThatFilesAndPropertiesNameCanBeMadeInANativeImage() {
		RuntimeHints hints = new RuntimeHints();
		registered().registerHints(hints, getClass().getClassLoader());
		for (Class<?> type : List.of(LogIdConverter.class, PrettyJsonStructuredLogFormatter.class)) {
			assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(type.getDeclaredConstructors()[0]))
				.as(type.getSimpleName())
				.accepts(hints);
		}
	}

	@Test
	void wordForFieldsIsUnderstoodInANativeImage() throws NoSuchMethodException {
		RuntimeHints hints = new RuntimeHints();
		registered().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(LinkFields.class.getMethod("valueOf", String.class))).accepts(hints);
		assertThat(
				RuntimeHintsPredicates.reflection().onConstructorInvocation(LinkFields.class.getDeclaredConstructor()))
			.accepts(hints);
	}

	private static RuntimeHintsRegistrar registered() {
		return SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(SlackLoggingRuntimeHints.class::isInstance)
			.findFirst()
			.orElseThrow();
	}

}
