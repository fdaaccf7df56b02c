package io.github.slacklogging;

import java.net.URL;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The libraries on the class path are those that the build meant. Applications bring
 * their own versions, and {@code .ci/versions} and {@code .ci/boot} run these classes
 * with the oldest and the newest of them; without this test they might run with the usual
 * ones and prove nothing.
 */
class LibraryVersionsTests {

	@ParameterizedTest
	@CsvSource({ "spring-boot, org.springframework.boot.SpringApplication",
			"spring-boot, org.springframework.boot.autoconfigure.AutoConfiguration",
			"spring-boot, org.springframework.boot.actuate.endpoint.annotation.Endpoint",
			"spring-boot, org.springframework.boot.health.contributor.HealthIndicator",
			"bucket4j, io.github.bucket4j.Bucket", "resilience4j, io.github.resilience4j.circuitbreaker.CircuitBreaker",
			"resilience4j, io.github.resilience4j.core.EventConsumer",
			"jctools, org.jctools.queues.atomic.MpscAtomicArrayQueue", "re2j, com.google.re2j.Pattern" })
	void libraryHasTheVersionThatTheBuildMeant(String library, Class<?> type) {
		URL jar = type.getProtectionDomain().getCodeSource().getLocation();

		assertThat(jar.getPath()).endsWith("-" + System.getProperty("libraries." + library) + ".jar");
	}

}
