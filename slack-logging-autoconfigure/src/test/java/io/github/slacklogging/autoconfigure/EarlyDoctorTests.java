package io.github.slacklogging.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.slacklogging.Finding;
import io.github.slacklogging.Finding.Outcome;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Secret;
import io.github.slacklogging.Tick;
import io.github.slacklogging.doctor.CredentialLookup;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.runtime.PipelineAssembly;
import io.github.slacklogging.testing.SelfSignedCertificate;
import io.github.slacklogging.testing.TestEnvironment;
import io.github.slacklogging.testing.TlsFront;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EarlyDoctorTests {

	private static final String WEBHOOK = "slack.logging.webhook-url=https://hooks.slack.com/services/T000/B000/XXX_test";

	private final SlackInbox inbox = SlackInbox.start();

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void everythingThatIsConfiguredIsExamined() {
		String told = told("slack.logging.webhook-url=" + this.inbox.webhookUrl(),
				"slack.logging.destinations.oncall.webhook-url=" + this.inbox.webhookUrl("oncall"),
				"slack.logging.link.template=" + this.inbox.url() + "{logId}",
				"slack.logging.fallback.file=" + this.folder.resolve("fallback.log"),
				"slack.logging.opensearch.uris=http://localhost:1");
		assertThat(told).contains("OK destination default/webhook", "OK destination oncall/webhook",
				"OK host localhost/proxy", "OK spool/durability", "OK link/address", "OK link/host", "OK fallback/file",
				"FAILED opensearch/cluster", "OK configuration/properties", "OK application/versions");
		assertThat(told).containsOnlyOnce("host localhost/proxy");
	}

	@Test
	void problemsOfTheConfigurationAreRowsAndTheRestIsExamined() {
		String told = told("slack.logging.webhook-url=" + this.inbox.webhookUrl(), "slack.logging.level=XXX_test_LEVEL",
				"slack.logging.rate-limit.burst=0", "slack.logging.http.connect-timeout=-1s",
				"slack.logging.destinations.oncall.channel=#oncall");
		assertThat(told).contains("FAILED configuration/property slack.logging.level has the value",
				"FAILED configuration/property slack.logging.rate-limit.burst is 0",
				"FAILED configuration/property slack.logging.http.connect-timeout is negative",
				"FAILED configuration/property slack.logging.destinations.oncall has neither",
				"OK destination default/webhook lives");
	}

	@Test
	void whatAStageRefusesIsARow() {
		assertThat(told(WEBHOOK, "slack.logging.link.type=kibana"))
			.contains("FAILED configuration/property slack.logging.link.", "SKIPPED link/check");
	}

	@Test
	void noSecretIsInAnyRow() {
		String told = told("slack.logging.webhook-url=https://hooks.slack.com/XXX_test",
				"slack.logging.destinations.a.bot-token=xapp-XXX_test", "slack.logging.destinations.a.channel=#a",
				"slack.logging.destinations.b.webhook-url=https://hooks.slack.com/services/T000/B000/XXX_test",
				"slack.logging.http.proxy=user:XXX_test@proxy.corp.invalid:3128");
		assertThat(told).contains("FAILED configuration/property").doesNotContain("XXX_test");
	}

	@Test
	void noDestinationFailsAndSwitchedOffWarns() {
		assertThat(told()).contains("FAILED destinations/configuration none is configured", "SKIPPED spool/place");
		assertThat(told("slack.logging.enabled=false"))
			.contains("WARNING configuration/enabled", "SKIPPED destinations/configuration")
			.doesNotContain("FAILED");
	}

	@Test
	void nameAndVersionThatNobodyKnowsAreWarnedOf() {
		assertThat(told()).contains("WARNING application/name nobody knows it, so it is AMBIVALENT_SERVICE_NAME",
				"WARNING application/version nobody knows it, so it is AMBIVALENT_APP_VERSION");
		assertThat(told("spring.application.name=orders-api", "slack.logging.service-version=1.2.3"))
			.contains("OK application/name orders-api", "OK application/version 1.2.3");
	}

	@Test
	void secretOfABeanIsLeftToTheRunningApplication() {
		assertThat(told("slack.logging.webhook-url=from-bean"))
			.contains("SKIPPED destination default/webhook a SlackCredentials bean gives it")
			.doesNotContain("FAILED");
	}

	@Test
	void secretFileThatIsGoneOrWrongIsTold() throws Exception {
		Path file = Files.writeString(this.folder.resolve("token"), "XXX_test");
		assertThat(told("slack.logging.bot-token-file=" + file, "slack.logging.channel=#a"))
			.contains("FAILED configuration/property slack.logging.bot-token-file")
			.doesNotContain("XXX_test");
	}

	@Test
	void sslBundleOfTheEnvironmentIsTrusted() throws Exception {
		try (TlsFront front = TlsFront.start(this.inbox.url(),
				SelfSignedCertificate.context(this.folder, "localhost"))) {
			String webhook = "slack.logging.webhook-url=" + front.url().resolve(this.inbox.webhookUrl().getPath());
			assertThat(told(webhook)).contains("FAILED destination default/connection TLS with localhost fails",
					"FAILED host localhost/TLS this JVM does not trust");
			String store = "spring.ssl.bundle.jks.slack.truststore.";
			assertThat(told(webhook, store + "location=file:" + this.folder.resolve("localhost.p12"),
					store + "password=changeit", store + "type=PKCS12", "slack.logging.http.ssl-bundle=slack"))
				.contains("OK destination default/webhook lives", "OK host localhost/TLS TLSv1.3",
						"OK http/SSL bundle 'slack' (slack.logging.http.ssl-bundle)");
			assertThat(told(webhook, "slack.logging.http.ssl-bundle=nobodys"))
				.contains("FAILED http/SSL bundle 'nobodys' (slack.logging.http.ssl-bundle) cannot be used");
		}
	}

	@Test
	void runningApplicationIsExaminedInTheSameWay() {
		String webhook = "slack.logging.webhook-url=" + this.inbox.webhookUrl();
		PipelineAssembly assembly = new SlackPipelineAssembler().assemble(TestEnvironment.of(webhook, spool()), null,
				RunId.random());
		assertThat(assembly).isNotNull();
		if (assembly != null) {
			assertThat(told(assembly.selfCheck().examine())).contains("OK destination default/webhook lives",
					"OK spool/durability", "OK configuration/properties");
		}
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void inboxThatStandsInIsWarnedOf() {
		TestEnvironment environment = TestEnvironment.of(spool());
		environment.getPropertySources()
			.addLast(new InboxPropertySource(this.inbox.url(), this.inbox.webhookUrl(), false));
		assertThat(told(new EarlyDoctor(environment, null, EarlyDoctorTests::now).examine()))
			.contains("WARNING destination default/inbox", "OK destination default/webhook lives");
	}

	@Test
	void dryRunIsWarnedOfAndNeedsNoSecret() {
		assertThat(told("slack.logging.dry-run=true", "slack.logging.destinations.oncall.channel=#oncall"))
			.contains("WARNING configuration/dry-run", "SKIPPED destination oncall/token",
					"SKIPPED spool/place is off in a dry run")
			.doesNotContain("FAILED");
	}

	@Test
	void propertyThatNobodyReadsIsWarnedOf() {
		assertThat(told("slack.logging.webhok-url=https://hooks.slack.com/services/T000/B000/XXX_test"))
			.contains("WARNING configuration/notice Nobody reads 'slack.logging.webhok-url'",
					"did you mean 'slack.logging.webhook-url'?")
			.doesNotContain("XXX_test");
	}

	/** A bean that hangs costs the parts that need it, and not the examination. */
	@Test
	void nobodyIsAskedForASecretOnTheThreadThatWaits() {
		StageSettings stages = new StageSettings(
				SlackLoggingSetup.examine(TestEnvironment.of(WEBHOOK, spool()), null).settings(), null);
		Set<Thread> asked = ConcurrentHashMap.newKeySet();
		ConfiguredDoctor.Sources sources = new ConfiguredDoctor.Sources((destination) -> {
			asked.add(Thread.currentThread());
			return new CredentialLookup.Result.Found(Secret.of(this.inbox.webhookUrl().toString()));
		}, () -> null, () -> null, new ConfiguredShipping.Secrets());
		String told = told(new ConfiguredDoctor(stages, new ConfigurationCheck(stages.settings(), List.of()), sources,
				EarlyDoctorTests::now)
			.examine());
		assertThat(told).contains("OK destination default/webhook lives", "OK host localhost/proxy");
		assertThat(asked).isNotEmpty().doesNotContain(Thread.currentThread());
	}

	/** As where a library was excluded that the logger needs. */
	@Test
	void classThatIsMissingIsARow() {
		EarlyDoctor doctor = new EarlyDoctor(TestEnvironment.of(WEBHOOK), null, () -> {
			throw new NoClassDefFoundError("XXX_test");
		});
		assertThat(told(doctor.examine()))
			.isEqualTo("FAILED configuration/check could not be examined: java.lang.NoClassDefFoundError");
	}

	private String told(String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add(spool());
		EarlyDoctor doctor = new EarlyDoctor(TestEnvironment.of(all.toArray(String[]::new)), null,
				EarlyDoctorTests::now);
		List<Finding> findings = doctor.examine();
		assertThat(findings).allMatch((finding) -> finding.outcome() != Outcome.FAILED || finding.advice() != null);
		return told(findings);
	}

	private String spool() {
		return "slack.logging.spool.directory=" + this.folder.resolve("spool");
	}

	private static String told(List<Finding> findings) {
		return findings.stream()
			.map((finding) -> finding.outcome() + " " + finding.subject() + "/" + finding.check() + " "
					+ finding.detail())
			.collect(Collectors.joining("\n"));
	}

	private static Tick now() {
		return new Tick(Instant.now(), System.nanoTime());
	}

}
