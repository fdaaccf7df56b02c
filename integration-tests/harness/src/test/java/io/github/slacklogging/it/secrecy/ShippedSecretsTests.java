package io.github.slacklogging.it.secrecy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.EndedProbe;
import io.github.slacklogging.it.Patience;
import io.github.slacklogging.it.search.SearchNode;
import io.github.slacklogging.it.search.SecurityGate;
import io.github.slacklogging.it.search.ShippingBooks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications that ship to OpenSearch, and hold secrets of it and of Slack. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class ShippedSecretsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final String LOGGER = "com.acme.search.Lines";

	private static final String USER = "orders";

	private static final String SECRET = "pass-markedsecret-word";

	private static final List<String> SAID = List.of(SECRET, "password=" + SECRET,
			"https://orders:" + SECRET + "@search.example.org:9200",
			"https://hooks.slack.com/services/T000/B000/markedsecret", "xoxb-1-markedsecret",
			"Authorization: " + SecurityGate.basic(USER, SECRET), SecurityGate.basic(USER, SECRET).substring(6));

	private static final String AUTHORIZATION = SecurityGate.basic(USER, SECRET);

	@TempDir
	private Path folder;

	@TempDir
	private Path data;

	@Test
	void whateverOpenSearchAnswersItsPasswordIsSecret() {
		try (SearchNode node = SearchNode.start(this.data); SecurityGate gate = SecurityGate.before(node)) {
			MarkedProbe marked = withPassword(gate).withActuator()
				.set("shop.note=" + SECRET)
				.variable("SHOP_REMARK", SECRET);
			try (DrivenProbe probe = marked.start().awaitStart()) {
				probe.logLines(100, 10, Duration.ZERO, 1, 0);
				await(probe, "401", (books) -> books.text("pausedBy").contains("401"));
				gate.allow(AUTHORIZATION);
				await(probe, "documents", (books) -> books.indexed() >= 100);
				gate.deny(AUTHORIZATION);
				probe.logLines(100, 10, Duration.ZERO, 1, 0);
				await(probe, "403", (books) -> books.text("pausedBy").contains("403"));
				node.kill();
				gate.allow(AUTHORIZATION);
				await(probe, "502", (books) -> books.answers(502) > 0);
				SecretHunt hunt = RunningApplicationTests.hunt(probe, marked);
				node.restart();
				assertThat(hunt.at("/health")).contains("\"opensearch\"");
				assertThat(hunt.at("/env")).contains("SHOP_REMARK", "shop.note");
				shipped(hunt, node, gate).assertFoundNowhere();
				assertThat(hunt.at("requests")).contains("Line 7 was read");
			}
		}
	}

	/** The application's own log shows what it said; nothing that we write does. */
	@Test
	void secretThatIsLoggedIsInNoDocument() {
		try (SearchNode node = SearchNode.start(this.data); SecurityGate gate = SecurityGate.before(node)) {
			gate.allow(AUTHORIZATION);
			MarkedProbe marked = withPassword(gate)
				.variable("SLACK_WEBHOOK_URL", "https://hooks.slack.com/services/T000/B000/markedsecret")
				.set("slack.logging.http.proxy=localhost:1");
			try (DrivenProbe probe = marked.start().awaitStart()) {
				SAID.forEach(probe::say);
				// what is logged about these requests is shipped too, so it never comes
				// to an end
				Patience.until(PATIENCE, "it is shipped", () -> told(node), (told) -> told == 2 * SAID.size(),
						probe::stderr);
				EndedProbe ended = probe.end();
				SAID.forEach((said) -> assertThat(ended.out()).contains("Somebody says " + said));
				SecretHunt hunt = shipped(new SecretHunt().text("stderr", ended.err()), node, gate);
				assertThat(hunt.at("documents")).contains("labels", "error.stack_trace");
				hunt.assertFoundNowhere();
			}
		}
	}

	private MarkedProbe withPassword(SecurityGate gate) {
		MarkedProbe marked = new MarkedProbe(this.folder);
		return marked.set("slack.logging.opensearch.uris=" + gate.uri())
			.set("slack.logging.opensearch.username=" + USER)
			.set("slack.logging.opensearch.password-file=" + marked.secretFile(SECRET + "\n"));
	}

	private static void await(DrivenProbe probe, String description, Predicate<ShippingBooks> condition) {
		Patience.until(PATIENCE, description, () -> ShippingBooks.of(probe.books()), condition, () -> "");
	}

	private static long told(SearchNode node) {
		node.refresh();
		return node.documents("logs-*")
			.values()
			.stream()
			.filter((source) -> source.path("logger").asString().equals(LOGGER))
			.count();
	}

	/** Looks at what left the application for OpenSearch. */
	private static SecretHunt shipped(SecretHunt hunt, SearchNode node, SecurityGate gate) {
		List<String> requests = gate.seen();
		assertThat(requests).isNotEmpty();
		node.refresh();
		return hunt.text("requests", requests.toString()).text("documents", node.documents("logs-*").toString());
	}

	@Test
	void headerIsTheOneThatTheHuntLooksFor() {
		assertThat(new String(Base64.getDecoder().decode(AUTHORIZATION.substring("Basic ".length())),
				StandardCharsets.UTF_8))
			.isEqualTo(USER + ":" + SECRET);
		assertThat(new SecretHunt().text("header", AUTHORIZATION).finds()).hasSize(1);
	}

}
