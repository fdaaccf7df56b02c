package io.github.slacklogging.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;
import org.jspecify.annotations.Nullable;

/**
 * The way out: whether a proxy is used, whether it is there, and whether somebody
 * believes in one that is not used. Thread-safe; blocks for a name look-up and a
 * connection.
 */
public final class ProxyCheck implements SelfCheck {

	private static final String CHECK = "proxy";

	private static final String PROPERTY = "slack.logging.http.proxy";

	private final String subject;

	private final Route route;

	private final Duration timeout;

	private final Surroundings around;

	/**
	 * Asks nobody yet.
	 * @param subject what it is called in findings
	 * @param route to the host
	 * @param timeout for the connection
	 * @param around what else may speak of proxies
	 */
	public ProxyCheck(String subject, Route route, Duration timeout, Surroundings around) {
		this.subject = subject;
		this.route = route;
		this.timeout = timeout;
		this.around = around;
	}

	@Override
	public List<Finding> examine() {
		InetSocketAddress proxy = this.route.proxy();
		List<Finding> findings = new ArrayList<>();
		findings.add((proxy != null) ? reach(proxy) : direct());
		disregarded().ifPresent(findings::add);
		return findings;
	}

	private Finding direct() {
		String variable = this.route.origin().equals(Route.OWN_MACHINE) ? null : this.around.variable();
		return (variable == null) ? Finding.ok(this.subject, CHECK, "none, directly: " + this.route.origin())
				: Finding.warning(this.subject, CHECK,
						"none, though the environment variable " + variable + " is set: a JVM does not read it",
						"Set " + PROPERTY + "=host:port, or -Dhttps.proxyHost and -Dhttps.proxyPort.");
	}

	/** What the JVM says counts only where nothing is configured here. */
	private Optional<Finding> disregarded() {
		String jvm = this.around.property().apply("https.proxyHost");
		boolean configured = this.route.origin().equals(PROPERTY);
		return (configured && jvm != null && !jvm.isBlank()) ? Optional
			.of(Finding.warning(this.subject, "JVM's proxy", "-Dhttps.proxyHost is set too and not used for Slack",
					"Remove " + PROPERTY + " where both mean the same."))
				: Optional.empty();
	}

	private Finding reach(InetSocketAddress proxy) {
		String words = this.route.words() + " (" + this.route.origin() + ")";
		try {
			InetAddress address = InetAddress.getByName(proxy.getHostString());
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(address, proxy.getPort()), (int) this.timeout.toMillis());
				return Finding.ok(this.subject, CHECK, words + " takes connections");
			}
		}
		catch (UnknownHostException ex) {
			return Finding.failed(this.subject, CHECK, "the name of " + words + " cannot be resolved",
					"Correct the name, or look at the machine's DNS.");
		}
		catch (IOException ex) {
			return Finding.failed(this.subject, CHECK, words + " takes no connection",
					"Look whether it is up, and whether its port is right.");
		}
	}

	/**
	 * What else may speak of proxies.
	 *
	 * @param property a system property of the JVM, {@code null} where it is not set
	 * @param environment a variable, {@code null} where it is not set
	 */
	public record Surroundings(UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> environment) {

		@Nullable String variable() {
			for (String name : List.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")) {
				String value = this.environment.apply(name);
				if (value != null && !value.isBlank()) {
					return name;
				}
			}
			return null;
		}

	}

}
