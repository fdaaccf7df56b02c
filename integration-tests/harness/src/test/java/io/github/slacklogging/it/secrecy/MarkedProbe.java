package io.github.slacklogging.it.secrecy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.it.ClassPath;
import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.ProbeCommand;

/**
 * An application that holds a marked secret, tells all it knows in its log, and keeps
 * everything that it writes in one folder; the secret itself stands in another one, or in
 * variables. Not thread-safe.
 */
final class MarkedProbe {

	private final Path written;

	private final Path configuration;

	private final Map<String, String> variables = new LinkedHashMap<>();

	private final List<String> properties = new ArrayList<>();

	private ClassPath classPath = ClassPath.of("cli").withoutInbox();

	/**
	 * Creates one that is not started.
	 * @param folder empty
	 */
	MarkedProbe(Path folder) {
		try {
			this.written = Files.createDirectories(folder.resolve("written"));
			this.configuration = Files.createDirectories(folder.resolve("configuration"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		set("logging.level.root=TRACE");
		set("logging.file.name=" + this.written.resolve("application.log"));
		set("debug=true");
		set("spring.jmx.enabled=true");
		set("slack.logging.diagnostics=true");
		set("slack.logging.structured.enabled=true");
		set("slack.logging.link.type=kibana");
		set("slack.logging.link.base-url=https://kibana.example.org");
		set("slack.logging.link.data-view-id=orders");
		set("slack.logging.link.trace-template=https://tempo.example.org/{traceId}?{message}");
		set("slack.logging.fallback.file=" + this.written.resolve("fallback.log"));
		set("slack.logging.retry.initial-backoff=50ms");
		set("slack.logging.shutdown.timeout=1s");
		set("slack.logging.circuit-breaker.failures=1000");
		set("slack.logging.rate-limit.per-second=50");
		set("slack.logging.rate-limit.burst=50");
	}

	/** The same as a web application whose actuator shows everything. */
	MarkedProbe withActuator() {
		this.classPath = ClassPath.of("servlet").withoutInbox();
		set("management.endpoints.web.exposure.include=*");
		for (String endpoint : List.of("env", "configprops", "quartz")) {
			set("management.endpoint." + endpoint + ".show-values=always");
		}
		set("management.endpoint.health.show-details=always");
		set("management.endpoint.slacklogging.access=unrestricted");
		set("management.info.env.enabled=true");
		set("management.info.java.enabled=true");
		set("management.info.os.enabled=true");
		set("management.info.process.enabled=true");
		return this;
	}

	/** Sets a property in the configuration file. */
	MarkedProbe set(String property) {
		this.properties.add(property);
		return this;
	}

	MarkedProbe variable(String name, String value) {
		this.variables.put(name, value);
		return this;
	}

	/**
	 * Writes a secret into a file of its own.
	 * @return the file
	 */
	Path secretFile(String content) {
		try {
			return Files.writeString(this.configuration.resolve("secret"), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	DrivenProbe start() {
		try {
			Path file = Files.write(this.configuration.resolve("application.properties"), this.properties);
			ProbeCommand command = ProbeCommand.of(this.classPath, "--spring.config.location=" + file.toUri())
				.withJvm("-Djdk.httpclient.HttpClient.log=all");
			for (Map.Entry<String, String> variable : this.variables.entrySet()) {
				command = command.withVariable(variable.getKey(), variable.getValue());
			}
			return DrivenProbe.start(command, this.written);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where everything is that it writes. */
	Path written() {
		return this.written;
	}

}
