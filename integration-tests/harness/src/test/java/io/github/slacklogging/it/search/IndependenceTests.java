package io.github.slacklogging.it.search;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.it.Books;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Slack's way and OpenSearch's do not wait for each other. That the end waits for neither
 * see {@link StopInTimeTests}.
 */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class IndependenceTests {

	private static final URI NOBODY = URI.create("http://127.0.0.1:1");

	private static final String PATIENT = "--slack.logging.opensearch.http.response-timeout=5m";

	private static final int KINDS = 20;

	private static SearchNode node;

	@BeforeAll
	static void startNode() {
		node = SearchNode.shared();
	}

	/** A message that waited for an answer of OpenSearch would come after minutes. */
	@Test
	void messagesReachSlackWhileOpenSearchHangs() {
		try (HangingCluster hanging = new HangingCluster()) {
			messagesReachSlack(hanging.uri(), PATIENT);
			assertThat(hanging.connections()).as("OpenSearch was asked").isPositive();
		}
	}

	@Test
	void messagesReachSlackWhileOpenSearchIsDown() {
		messagesReachSlack(NOBODY, "--slack.logging.circuit-breaker.open-for=1m");
	}

	private static void messagesReachSlack(URI cluster, String property) {
		try (SlackInbox inbox = SlackInbox.start(); ShippingScenario scenario = new ShippingScenario("logs-apart")) {
			ShippingRun run = scenario.start(cluster, "--slack.logging.webhook-url=" + inbox.webhookUrl(),
					"--slack.logging.batch.linger=100ms", property);
			run.logErrors(KINDS);
			Books told = run.awaitSlack("all is told in Slack", (books) -> books.delivered() == KINDS);
			assertThat(told.balance()).isTrue();
			ShippingBooks books = run.books();
			assertThat(books.indexed()).isZero();
			assertThat(books.dropped()).isEmpty();
			assertThat(books.waiting() + books.buffered()).isEqualTo(KINDS);
			assertThat(inbox.messages()).extracting(InboxMessage::allText).anyMatch((text) -> text.contains("event-1"));
		}
	}

	@Test
	void documentsArriveWhileSlackIsDown() {
		try (ShippingScenario scenario = new ShippingScenario("logs-without-slack")) {
			ShippingRun run = scenario.start(node.uri(),
					"--slack.logging.webhook-url=http://127.0.0.1:1/services/T000/B000/down");
			run.logErrors(KINDS);
			run.settleWithoutLoss();
			run.log(300);
			run.settleWithoutLoss();
			node.refresh();
			assertThat(node.count("logs-without-slack")).isEqualTo(300 + KINDS);
			Books books = run.awaitSlack("all of it waits for Slack", (slack) -> slack.accepted() == KINDS);
			assertThat(books.delivered()).isZero();
			assertThat(books.waiting()).isEqualTo(KINDS);
		}
	}

	@Test
	void killTakesAlongWhatWasInMemoryAndNothingElse(@TempDir Path data) {
		try (SearchNode away = SearchNode.start(data);
				ShippingScenario scenario = new ShippingScenario("logs-killed")) {
			ShippingRun run = scenario.start(away.uri());
			run.log(1_000);
			run.settleWithoutLoss();
			away.kill();
			run.log(500);
			ShippingBooks last = run.await("the rest is in memory",
					(books) -> books.waiting() + books.buffered() == 500 && !books.text("lastFailure").isEmpty());
			assertThat(last.dropped()).isEmpty();
			run.kill();
			away.restart();
			ShippingRun restarted = scenario.start(away.uri(), "--probe.first-event=1501");
			restarted.log(100);
			restarted.settleWithoutLoss();
			List<Long> numbers = ShippedLines.in(away, "logs-killed").numbers();
			assertThat(numbers).hasSize(1_100).doesNotHaveDuplicates();
			assertThat(numbers.subList(0, 1_000)).isEqualTo(ShippedLines.upTo(1_000));
			assertThat(numbers.get(1_000)).isEqualTo(1_501);
		}
	}

}
