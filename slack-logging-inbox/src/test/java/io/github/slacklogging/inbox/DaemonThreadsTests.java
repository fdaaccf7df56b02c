package io.github.slacklogging.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Both look into a JVM of their own, where the threads of other tests are not.
 */
class DaemonThreadsTests {

	@Test
	void everyThreadOfTheInboxIsADaemonAndNamed() throws Exception {
		assertThat(linesOf(ShowsItsThreads.class)).isNotEmpty()
			.allSatisfy((line) -> assertThat(line).startsWith("slack-inbox-").endsWith(" daemon"));
	}

	@Test
	void openInboxDoesNotKeepAJvmAlive() throws Exception {
		assertThat(linesOf(LeavesItOpen.class)).containsExactly("served 200");
	}

	private static List<String> linesOf(Class<?> main) throws IOException, InterruptedException {
		Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), main.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try {
			assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).as("ends by itself").isTrue();
			assertThat(jvm.exitValue()).isZero();
			return new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		finally {
			jvm.destroyForcibly();
		}
	}

	static final class ShowsItsThreads {

		private ShowsItsThreads() {
		}

		public static void main(String[] args) throws Exception {
			Set<Thread> before = Thread.getAllStackTraces().keySet();
			try (SlackInbox inbox = SlackInbox.start()) {
				new HttpProbe().post(inbox.webhookUrl(), "{\"text\":\"x\"}");
				Thread.getAllStackTraces()
					.keySet()
					.stream()
					.filter((thread) -> !before.contains(thread) && !isTheClients(thread))
					.forEach((thread) -> System.out.println(thread.getName() + (thread.isDaemon() ? " daemon" : "")));
			}
		}

		private static boolean isTheClients(Thread thread) {
			return thread.getName().startsWith("HttpClient-");
		}

	}

	static final class LeavesItOpen {

		private LeavesItOpen() {
		}

		public static void main(String[] args) throws Exception {
			SlackInbox inbox = SlackInbox.start();
			System.out.println("served " + new HttpProbe().post(inbox.webhookUrl(), "{\"text\":\"x\"}").statusCode());
		}

	}

}
