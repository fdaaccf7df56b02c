package io.github.slacklogging.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.Finding;
import io.github.slacklogging.Tick;
import io.github.slacklogging.doctor.FindingsTable;
import io.github.slacklogging.inbox.Calls;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.DocumentBlock;
import io.github.slacklogging.testing.SelfSignedCertificate;
import io.github.slacklogging.testing.SocketServer;
import io.github.slacklogging.testing.TestEnvironment;
import io.github.slacklogging.testing.TlsFront;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of {@code docs/doctor.md}: a set-up that is well, and five that are not.
 * What differs from machine to machine is replaced before the table is drawn.
 */
class DoctorDocumentTests {

	private static final String TEMPORARY = "java.io.tmpdir";

	private final String temporary = System.getProperty(TEMPORARY);

	private final Path folder = Path.of("target", "doctor-document").toAbsolutePath();

	private final SlackInbox inbox = SlackInbox.start();

	private Duration skew = Duration.ZERO;

	@BeforeEach
	void clean() throws Exception {
		FileSystemUtils.deleteRecursively(this.folder);
		Files.createDirectories(this.folder);
		// wherever this module was checked out, the spool is in no temporary place
		System.setProperty(TEMPORARY, this.folder.resolve("tmp").toString());
	}

	@AfterEach
	void close() {
		System.setProperty(TEMPORARY, this.temporary);
		this.inbox.close();
	}

	@Test
	void healthy() throws Exception {
		this.inbox.scopes(Set.of("chat:write", "chat:write.customize", "files:write", "reactions:write",
				"channels:read", "groups:read"));
		this.inbox.addBotTo("orders-alerts");
		try (TlsFront front = TlsFront.start(this.inbox.url(), SelfSignedCertificate.context(this.folder, "localhost"));
				SocketServer cluster = SocketServer.start((number, request) -> request.contains(" / ")
						? SocketServer.answer("200 OK", "{\"version\":{\"number\":\"2.19.1\"}}")
						: SocketServer.answer("404 Not Found", "{}"))) {
			String store = "spring.ssl.bundle.jks.corporate.truststore.";
			assertTable("healthy", true, "slack.logging.api-url=" + front.url().resolve("/api/"),
					"slack.logging.bot-token=" + this.inbox.botToken(), "slack.logging.channel=#orders-alerts",
					"slack.logging.http.ssl-bundle=corporate",
					store + "location=file:" + this.folder.resolve("localhost.p12"), store + "password=changeit",
					store + "type=PKCS12", "slack.logging.link.type=kibana",
					"slack.logging.link.base-url=" + this.inbox.url(), "slack.logging.link.data-view-id=orders",
					"slack.logging.structured.enabled=true",
					"slack.logging.opensearch.uris=http://localhost:" + cluster.port());
		}
	}

	@Test
	void revokedToken() {
		this.inbox.revoke();
		assertTable("revoked", false, bot());
	}

	@Test
	void botThatIsNotInItsChannelAndLacksScopes() {
		this.inbox.scopes(Set.of("chat:write", "channels:read", "groups:read"));
		this.inbox.removeBotFrom("orders-alerts");
		assertTable("absent", false, bot());
	}

	@Test
	void webhookBehindAProxyThatDoesNotResolve() {
		assertTable("proxy", false, "slack.logging.webhook-url=https://hooks.slack.com/services/T000/B000/not_a_secret",
				"slack.logging.http.proxy=proxy.corp.invalid:3128");
	}

	@Test
	void clockThatIsOffAndASpoolThatCannotBeUsed() throws Exception {
		this.skew = Duration.ofMinutes(-10);
		Files.writeString(this.folder.resolve("spool"), "a file in its place");
		assertTable("clock", false, "slack.logging.webhook-url=" + this.inbox.webhookUrl());
	}

	@Test
	void deadWebhookWrongPasswordAndPropertiesThatCannotBeRead() throws Exception {
		this.inbox.answerAlways(Calls.of(Calls.WEBHOOK), Reply.webhookError(404, "no_service"));
		Path password = Files.writeString(this.folder.resolve("password"), "wrong");
		try (SocketServer cluster = SocketServer
			.start((number, request) -> SocketServer.answer("401 Unauthorized", "Unauthorized"))) {
			assertTable("configuration", false, "slack.logging.webhook-url=" + this.inbox.webhookUrl(),
					"slack.logging.level=FATAL", "slack.logging.rate-limit.burst=0",
					"slack.logging.opensearch.uris=http://localhost:" + cluster.port(),
					"slack.logging.opensearch.username=shipper", "slack.logging.opensearch.password-file=" + password);
		}
	}

	private String[] bot() {
		return new String[] { "slack.logging.api-url=" + this.inbox.apiUrl(),
				"slack.logging.bot-token=" + this.inbox.botToken(), "slack.logging.channel=#orders-alerts" };
	}

	private void assertTable(String block, boolean healthy, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.addAll(List.of("spring.application.name=orders-api", "slack.logging.service-version=2026.11.3",
				"slack.logging.spool.directory=" + this.folder.resolve("spool")));
		List<Finding> findings = new EarlyDoctor(TestEnvironment.of(all.toArray(String[]::new)), null, this::now)
			.examine();
		FindingsTable table = new FindingsTable(findings.stream().map(this::fixed).toList());
		assertThat(table.isHealthy()).as(table::toString).isEqualTo(healthy);
		new DocumentBlock("doctor", block).assertHolds("```text\n" + table + "```\n");
	}

	private Tick now() {
		return new Tick(Instant.now().plus(this.skew), System.nanoTime());
	}

	/** The same on every machine, and with the hosts that a real set-up would have. */
	private Finding fixed(Finding finding) {
		String host = finding.subject().startsWith("destination") || finding.subject().startsWith("host") ? "slack.com"
				: "search.example.org";
		return new Finding(finding.subject().replace("localhost", "slack.com"), finding.check(), finding.outcome(),
				fixed(finding.detail(), host), finding.advice());
	}

	private String fixed(String detail, String host) {
		return detail.replace(this.folder.toString(), "/var/lib/orders")
			.replaceAll("Java [0-9._+a-z-]+, Spring Boot [0-9.]+", "Java 17.0.15, Spring Boot 4.1.0")
			.replaceAll("\\d+ MB free", "20480 MB free")
			.replaceAll("in \\d+ ms", "in 3 ms")
			.replaceAll("ends on \\d{4}-\\d{2}-\\d{2}", "ends on 2027-03-31")
			.replaceAll("until \\d{4}-\\d{2}-\\d{2}", "until 2027-03-31")
			.replaceAll("-\\d{4}\\.\\d{2}\\.\\d{2}", "-2026.11.27")
			.replaceAll("has \\d+ characters", "has 468 characters")
			.replace("'CN=localhost'", "'CN=DigiCert Global G2'")
			.replace("this machine needs none", "no proxy is configured")
			.replaceAll("localhost", host);
	}

}
