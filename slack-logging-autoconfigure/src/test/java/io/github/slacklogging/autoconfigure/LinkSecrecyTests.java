package io.github.slacklogging.autoconfigure;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Incident;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.link.LinkType;
import io.github.slacklogging.link.LogStoreLinks;
import io.github.slacklogging.masking.EventMasking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What links are made of has been masked, as stages see each other only here. */
class LinkSecrecyTests {

	private static final Instant NOW = Instant.parse("2026-08-14T12:00:00Z");

	private static final String SECRET = "hunter2secret";

	private static final Map<String, String> PARTS = new HashMap<>();
	static {
		for (String part : List.of("index-pattern-id", "data-view-id", "datasource-uid", "workspace", "log-group",
				"project", "dataset", "team", "source", "region", "site")) {
			PARTS.put(part, "ours");
		}
		PARTS.put("base-url", "https://logs.example.org");
	}

	@ParameterizedTest
	@EnumSource
	void secretOfAnEventIsInNoLinkToAStore(LinkType type) {
		LogStoreLinks links = links(type, null, null);
		MaskedGroup group = masked();
		for (Optional<URI> link : List.of(links.line(group, group.latest()), links.alike(group),
				links.trace(group, group.latest()))) {
			link.ifPresent((address) -> assertThat(decoded(address)).doesNotContainIgnoringCase(SECRET));
		}
		assertThat(links.line(group, group.latest())).isPresent();
	}

	@Test
	void secretOfAnEventIsInNoTemplate() {
		String everything = "https://logs.example.org/{logId}/{service}/{message}/{fingerprint}";
		LogStoreLinks links = links(null, everything, "https://logs.example.org/{traceId}");
		MaskedGroup group = masked();
		assertThat(decoded(links.line(group, group.latest()).orElseThrow())).contains("login with")
			.doesNotContain(SECRET, "***");
		assertThat(links.trace(group, group.latest())).isEmpty();
		LogStoreLinks byLogger = links(null, "https://logs.example.org/{logger}", null);
		assertThat(byLogger.alike(group)).isEmpty();
	}

	private static LogStoreLinks links(@Nullable LinkType type, @Nullable String template, @Nullable String trace) {
		return new LogStoreLinks(
				new LogStoreLinks.Settings(type, PARTS, null, Map.of(), template, trace, Duration.ofMinutes(2)),
				"orders-api", (trouble) -> {
					throw new AssertionError(trouble);
				});
	}

	private static MaskedGroup masked() {
		String text = "login with password=" + SECRET + " failed for redis://u:" + SECRET + "@cache";
		LogEvent event = new LogEvent(RunId.random(), 1, NOW, Severity.ERROR, "audit.password=" + SECRET, "main", text,
				text, 0, Map.of("traceId", "xoxb-" + SECRET + "-1234567890"), List.of(), List.of(), null, null);
		return new EventMasking(EventMasking.Settings.defaults(), List.of(), new PipelineListener() {
		}).mask(new EventGroup(new Fingerprint("k7f3q2a", List.of()), Severity.ERROR, 1, 1, false, NOW, NOW, event,
				event, Incident.UNKNOWN));
	}

	private static String decoded(URI address) {
		String plain = address.toString()
			.replaceAll("\\*(?=[0-9a-f]{2})", "%")
			.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
		return URLDecoder.decode(plain, StandardCharsets.UTF_8);
	}

}
