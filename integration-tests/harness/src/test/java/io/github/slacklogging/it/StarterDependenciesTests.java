package io.github.slacklogging.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the starter puts on the class path of every application. Some libraries change an
 * application by being there: Reactor Netty takes RestClient over, a Jackson 3 databind
 * the JSON of Jackson 2 applications, a web server starts.
 */
class StarterDependenciesTests {

	private static final Path GOLDEN = Path.of("src", "test", "resources", "starter-dependencies.txt");

	private final List<String> artifacts = ClassPath.ofStarter().artifacts();

	@Test
	void nothingThatChangesAnApplicationComesWithTheStarter() {
		assertThat(this.artifacts).noneMatch((name) -> name.startsWith("reactor-netty") || name.startsWith("netty-")
				|| name.equals("jackson-databind") || name.equals("spring-boot-webflux")
				|| name.equals("spring-boot-web-server") || name.startsWith("spring-boot-starter-web"));
	}

	@Test
	@Tag("pinned")
	void starterBringsExactlyTheAgreedArtifacts() throws IOException {
		assertThat(this.artifacts.stream().sorted().toList())
			.as("Every application gets what the starter brings. If the change is wanted, prove that it changes no kind "
					+ "of application (ApplicationKindTests), then change %s", GOLDEN)
			.isEqualTo(Files.readAllLines(GOLDEN));
	}

}
