package io.github.slacklogging.link;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.LogLink;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.ServiceIdentity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ContributedLinksTests {

	private static final LogLink RUNBOOK = (group, service) -> Map.of("runbook",
			URI.create("https://wiki.example.org/" + service.name() + "/" + group.fingerprint()));

	private static final LogLink DASHBOARD = (group, service) -> Map.of("dashboard",
			URI.create("https://metrics.example.org/"));

	private final List<String> trouble = new ArrayList<>();

	private final MaskedGroup group = Found.logged("x").group();

	@Test
	void linksOfAllBeansAreAddedInTheirOrder() {
		assertThat(links(RUNBOOK, DASHBOARD).links()).containsExactly(
				entry("runbook", URI.create("https://wiki.example.org/orders-api/k7f3q2a")),
				entry("dashboard", URI.create("https://metrics.example.org/")));
		assertThat(this.trouble).isEmpty();
	}

	@Test
	void beanThatFailsCostsItsOwnLinksAndIsNamedWithoutItsWords() {
		LogLink failing = (group, service) -> {
			throw new IllegalStateException("password=hunter2");
		};
		assertThat(links(failing, DASHBOARD).links()).containsOnlyKeys("dashboard");
		assertThat(this.trouble).containsExactly("a LogLink failed: java.lang.IllegalStateException");
	}

	@Test
	@SuppressWarnings("NullAway") // what an application should not answer
	void beanThatAnswersWithNothingAtAllCostsItsOwnLinks() {
		Map<String, URI> hole = new HashMap<>();
		hole.put("hole", null);
		assertThat(links((group, service) -> null, (group, service) -> hole, DASHBOARD).links())
			.containsOnlyKeys("dashboard");
		assertThat(this.trouble).hasSize(2).allMatch("a LogLink failed: java.lang.NullPointerException"::equals);
	}

	@Test
	void whatIsThereStays() {
		MessageExtras present = MessageExtras.NONE.withField("team", "orders");
		assertThat(customizer(RUNBOOK).customize(this.group, present).fields()).containsOnlyKeys("team");
	}

	private MessageExtras links(LogLink... links) {
		return customizer(links).customize(this.group, MessageExtras.NONE);
	}

	private ContributedLinks customizer(LogLink... links) {
		return new ContributedLinks(List.of(links),
				() -> new ServiceIdentity("orders-api", "1.8.2", null, "prod", "host-1", null), this.trouble::add);
	}

}
