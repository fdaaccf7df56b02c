package io.github.slacklogging.it;

import java.util.List;
import java.util.Map;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.it.ProbeCommand.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that ends before its JVM does leaves nothing behind.
 */
@TestInstance(Lifecycle.PER_METHOD)
class NothingLeftTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final ClassPath classPath = ClassPath.of("cli").withoutInbox();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void undeployedApplicationHasToldEverythingAndIsCollected() throws Exception {
		EndedProbe probe = run(Kind.UNDEPLOYED, "--probe.shutdown-hook=false", "--logging.register-shutdown-hook=false",
				"--slack.logging.uncaught-exceptions=true");
		assertThat(texts()).singleElement().asString().contains("Order 4711 failed");
		assertThat(probe.reported("threads-left")).isEmpty();
		assertThat(probe.report("class-loader")).isEqualTo("collected");
	}

	@Test
	void tenRestartsAreTellingOnceEachAndNothingGrows() throws Exception {
		EndedProbe probe = run(Kind.RESTARTED, "--slack.logging.uncaught-exceptions=true");
		List<String> texts = texts();
		assertThat(texts).hasSize(10).allMatch((text) -> text.contains("Order 4711 failed"));
		// each goes on with the count of the one before
		assertThat(texts.get(0)).contains(":red_circle: *ERROR* ·");
		for (int count = 2; count <= texts.size(); count++) {
			assertThat(texts.get(count - 1)).contains(":red_circle: *ERROR ×" + count + "* ·").contains("1 new · ");
		}
		assertThat(probe.reported("threads-left")).isEmpty();
		assertThat(probe.reported("shutdown-handlers")).hasSize(10).containsOnly("1");
	}

	private EndedProbe run(Kind kind, String... more) throws Exception {
		String[] arguments = new String[more.length + 2];
		System.arraycopy(more, 0, arguments, 2, more.length);
		arguments[0] = "--probe.end=close";
		arguments[1] = "--slack.logging.webhook-url=" + this.inbox.webhookUrl();
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, kind, Map.of(), arguments);
		assertThat(probe.exitCode()).as(probe::toString).isZero();
		assertThat(probe.err().lines()).allMatch((line) -> line.contains("What waits is kept in"));
		return probe;
	}

	private List<String> texts() {
		return this.inbox.messages().stream().map(InboxMessage::allText).toList();
	}

}
