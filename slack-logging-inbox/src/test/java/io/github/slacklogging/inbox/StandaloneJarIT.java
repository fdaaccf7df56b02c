package io.github.slacklogging.inbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar that {@code docs/inbox.md} tells people to run, after it was packaged. */
class StandaloneJarIT {

	private static final Path JAR = Path.of(Objects.requireNonNull(System.getProperty("standalone.jar")));

	@Test
	void jarAloneIsASlackWithAPageIn128Megabytes() throws Exception {
		try (CommandProcess inbox = CommandProcess.fromJar(JAR, "--port", "0")) {
			String welcome = inbox.welcome();
			assertThat(welcome).startsWith("Slack Logging Inbox " + System.getProperty("standalone.version"));
			HttpProbe probe = new HttpProbe();
			URI page = CommandProcess.address(welcome, "Page");
			assertThat(probe.get(page).body()).contains("<title>");
			assertThat(probe.get(page.resolve("/inbox.js")).statusCode()).isEqualTo(200);
			URI webhook = CommandProcess.address(welcome, "Webhook");
			assertThat(probe.post(webhook, "{\"text\":\"hello\"}").body()).isEqualTo("ok");
			assertThat(probe.get(page.resolve("/messages")).body()).contains("\"text\":\"hello\"");
			assertThat(inbox.terminate()).isEqualTo(128 + 15);
			assertThat(inbox.errors()).isEmpty();
		}
	}

	@Test
	void versionIsThatOfTheProject() throws Exception {
		try (CommandProcess inbox = CommandProcess.fromJar(JAR, "--version")) {
			assertThat(inbox.output().strip()).isEqualTo(System.getProperty("standalone.version"));
			assertThat(inbox.exitCode()).isZero();
		}
	}

	@Test
	void everyClassIsOursOrRelocatedAndTheLicencesCameAlong() throws IOException {
		List<String> names;
		try (JarFile jar = new JarFile(JAR.toFile()); Stream<JarEntry> entries = jar.stream()) {
			names = entries.filter((entry) -> !entry.isDirectory()).map(JarEntry::getName).toList();
		}
		assertThat(names).contains("META-INF/LICENSE", "META-INF/NOTICE")
			.contains("io/github/slacklogging/inbox/shaded/jackson/core/JsonParser.class")
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.startsWith("META-INF/") || name.startsWith("io/github/slacklogging/inbox/"))
			.noneMatch((name) -> name.contains("META-INF/versions") || name.contains("junit"));
	}

}
