package io.github.slacklogging.it;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The applications run with the Spring Boot that the build meant. {@code .ci/boot} runs
 * them with the oldest and with the newest one; without this test it might run with the
 * usual one and prove nothing.
 */
class BootVersionTests {

	private static final Pattern OF_BOOT = Pattern.compile("spring-boot(-.+)?");

	@ParameterizedTest
	@ValueSource(strings = { "cli", "servlet", "webflux", "jackson2", "log4j2", "no-actuator", "aot" })
	void everyModuleOfBootHasTheVersionThatTheBuildMeant(String application) {
		List<Path> jars = ClassPath.of(application).only((name) -> OF_BOOT.matcher(name).matches()).entries();

		assertThat(jars).isNotEmpty()
			.allSatisfy((jar) -> assertThat(jar.getFileName().toString())
				.endsWith("-" + System.getProperty("libraries.spring-boot") + ".jar"));
	}

}
