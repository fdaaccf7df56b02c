package io.github.slacklogging.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DaemonThreadsTests {

	@Test
	void everyThreadOfTheInboxIsADaemonAndNamed() throws Exception {
		List<Thread> before = threads();
		try (SlackInbox inbox = SlackInbox.start()) {
			new HttpProbe().post(inbox.webhookUrl(), "{\"text\":\"x\"}");
			List<Thread> ours = threads();
			ours.removeAll(before);
			ours.removeIf((thread) -> thread.getName().startsWith("HttpClient-"));
			assertThat(ours).isNotEmpty()
				.allMatch(Thread::isDaemon)
				.allMatch((thread) -> thread.getName().startsWith("slack-inbox-"));
		}
	}

	@Test
	void openInboxDoesNotKeepAJvmAlive() throws IOException, InterruptedException {
		Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), LeavesItOpen.class.getName())
			.redirectErrorStream(true)
			.start();
		try {
			assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).as("ends by itself").isTrue();
			assertThat(new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("served 200");
			assertThat(jvm.exitValue()).isZero();
		}
		finally {
			jvm.destroyForcibly();
		}
	}

	private static List<Thread> threads() {
		return new ArrayList<>(Thread.getAllStackTraces().keySet());
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
