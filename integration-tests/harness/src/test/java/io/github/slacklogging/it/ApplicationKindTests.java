package io.github.slacklogging.it;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The starter changes neither the kind of the application, nor its RestClient, nor its
 * JSON converter, nor the end of its JVM.
 */
@TestInstance(Lifecycle.PER_METHOD)
class ApplicationKindTests {

	/**
	 * Spring Boot 4.0 goes by the presence of WebFlux's classes, which come with
	 * WebClient, and then finds nothing that would make it true: the context is a plain
	 * one all the same.
	 */
	private static final String NO_WEB = System.getProperty("libraries.spring-boot", "").startsWith("4.0.") ? "REACTIVE"
			: "NONE";

	private final SlackInbox inbox = SlackInbox.start();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@ParameterizedTest
	@EnumSource
	void commandLineApplicationGetsNoServerAndEnds(InboxJar jar) throws Exception {
		EndedProbe probe = run(jar.on(ClassPath.of("cli")), "return");
		assertThat(probe.report("type")).isEqualTo(NO_WEB);
		assertThat(probe.report("context")).isEqualTo("AnnotationConfigApplicationContext");
		assertThat(probe.report("server")).isEqualTo("none");
		assertThat(probe.reported("user-threads")).isEmpty();
		assertToldOnceAndEnded(probe);
	}

	@ParameterizedTest
	@EnumSource
	void commandLineApplicationRunsWithoutActuator(InboxJar jar) throws Exception {
		ClassPath classPath = jar.on(ClassPath.of("no-actuator"));
		assertThat(classPath.artifacts())
			.noneMatch((name) -> name.contains("actuator") || name.contains("micrometer-core"));
		EndedProbe probe = run(classPath, "return");
		assertThat(probe.report("type")).isEqualTo(NO_WEB);
		assertThat(probe.report("context")).isEqualTo("AnnotationConfigApplicationContext");
		assertThat(probe.reported("user-threads")).isEmpty();
		assertToldOnceAndEnded(probe);
	}

	@ParameterizedTest
	@EnumSource
	void servletApplicationKeepsItsClientAndItsJson(InboxJar jar) throws Exception {
		EndedProbe probe = run(jar.on(ClassPath.of("servlet")), "close");
		assertThat(probe.report("type")).isEqualTo("SERVLET");
		assertThat(probe.report("context")).isEqualTo("AnnotationConfigServletWebServerApplicationContext");
		assertThat(probe.report("server")).isEqualTo("open");
		assertThat(probe.report("rest-client")).isEqualTo("JdkClientHttpRequestFactory");
		assertThat(probe.reported("json-converters")).containsExactly("JacksonJsonHttpMessageConverter");
		assertThat(probe.reported("user-threads")).allMatch((name) -> name.matches("Catalina-utility-\\d|container-0"));
		assertToldOnceAndEnded(probe);
	}

	@ParameterizedTest
	@EnumSource
	void webFluxApplicationStaysReactive(InboxJar jar) throws Exception {
		EndedProbe probe = run(jar.on(ClassPath.of("webflux")), "close");
		assertThat(probe.report("type")).isEqualTo("REACTIVE");
		assertThat(probe.report("context")).isEqualTo("AnnotationConfigReactiveWebServerApplicationContext");
		assertThat(probe.report("server")).isEqualTo("open");
		assertToldOnceAndEnded(probe);
	}

	@ParameterizedTest
	@EnumSource
	void jackson2ApplicationStaysWithJackson2(InboxJar jar) throws Exception {
		EndedProbe probe = run(jar.on(ClassPath.of("jackson2")), "close");
		assertThat(probe.report("type")).isEqualTo("SERVLET");
		assertThat(probe.report("rest-client")).isEqualTo("JdkClientHttpRequestFactory");
		assertThat(probe.reported("json-converters")).containsExactly("MappingJackson2HttpMessageConverter");
		assertToldOnceAndEnded(probe);
	}

	@ParameterizedTest
	@EnumSource
	void log4j2ApplicationStartsAndNothingIsSent(InboxJar jar) throws Exception {
		EndedProbe probe = run(jar.on(ClassPath.of("log4j2")), "return");
		assertThat(probe.report("type")).isEqualTo(NO_WEB);
		assertThat(probe.report("context")).isEqualTo("AnnotationConfigApplicationContext");
		assertThat(probe.report("appender")).isEqualTo("absent");
		assertThat(probe.reported("user-threads")).isEmpty();
		assertEndedQuietly(probe);
		assertThat(probe.linesWith("NoClassDefFoundError")).isZero();
		assertThat(this.inbox.requests()).isEmpty();
	}

	/** Without this test all the others could pass because the probe is blind. */
	@Test
	void probeSeesReactorNettyTakeTheRestClientOver() throws Exception {
		ClassPath classPath = ClassPath.of("servlet")
			.with(ClassPath.of("webflux"), (name) -> name.startsWith("reactor-netty") || name.startsWith("netty-"));
		EndedProbe probe = run(classPath, "close");
		assertThat(probe.report("rest-client")).isEqualTo("ReactorClientHttpRequestFactory");
	}

	private EndedProbe run(ClassPath classPath, String end) throws Exception {
		return ProbeRun.toTheEnd(classPath, "--probe.end=" + end,
				"--slack.logging.webhook-url=" + this.inbox.webhookUrl(),
				// not a test of how fast a busy machine is
				"--slack.logging.shutdown.timeout=30s");
	}

	private void assertToldOnceAndEnded(EndedProbe probe) {
		assertEndedQuietly(probe);
		assertThat(probe.reported("appender")).containsExactly("ROOT");
		assertThat(this.inbox.requests()).hasSize(1);
		assertThat(this.inbox.messages()).hasSize(1);
		InboxMessage message = this.inbox.messages().get(0);
		assertThat(message.allText()).contains("Order 4711 failed").contains("Out of stock").doesNotContain("×");
	}

	private static void assertEndedQuietly(EndedProbe probe) {
		assertThat(probe.exitCode()).as(probe::toString).isZero();
		assertThat(probe.err().lines()).as("stderr")
			.noneMatch((line) -> line.startsWith("\tat ") || line.contains("Exception") || line.contains("Error"));
	}

}
