package io.github.slacklogging.it.search;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/** No two events have one id, whoever logs them and whenever. */
@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class IdentityTests {

	private static final String INDEX = "logs-identity";

	private static final int LINES = 1_000;

	@Test
	void replicasAndARestartCollideOnNoId() {
		SearchNode node = SearchNode.shared();
		try (ShippingScenario one = new ShippingScenario(INDEX); ShippingScenario other = new ShippingScenario(INDEX)) {
			ShippingRun first = one.start(node.uri());
			ShippingRun second = other.start(node.uri());
			CompletableFuture<Void> both = CompletableFuture.runAsync(() -> first.log(LINES));
			second.log(LINES);
			both.join();
			long indexed = first.settleWithoutLoss().indexed();
			assertThat(first.end().exitCode()).isZero();
			ShippingRun restarted = one.start(node.uri());
			restarted.log(LINES);
			indexed += restarted.settleWithoutLoss().indexed() + second.settleWithoutLoss().indexed();
			ShippedLines shipped = ShippedLines.in(node, INDEX);
			assertThat(shipped.documents()).hasSize(Math.toIntExact(indexed));
			assertThat(shipped.numbers()).isEqualTo(thrice(ShippedLines.upTo(LINES)));
			assertThat(runs(shipped.documents().keySet())).as("Runs, by the beginning of the ids").hasSize(3);
		}
	}

	private static List<Long> thrice(List<Long> numbers) {
		return numbers.stream().flatMap((number) -> Stream.of(number, number, number)).toList();
	}

	private static Set<String> runs(Set<String> ids) {
		return ids.stream().map((id) -> id.substring(0, id.indexOf('-'))).collect(Collectors.toSet());
	}

}
