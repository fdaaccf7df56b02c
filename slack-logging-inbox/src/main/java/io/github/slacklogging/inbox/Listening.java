package io.github.slacklogging.inbox;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where an inbox listens, and by which names it may be called. Immutable.
 *
 * <p>
 * Who reaches the port reads every message: whatever else than loopback is chosen here is
 * warned of, on stderr and on the page.
 *
 * @param host an address or a name of this machine; {@code localhost} is loopback, by
 * IPv4 and IPv6; {@code 0.0.0.0} and {@code ::} are all networks
 * @param port 0 for a free one
 * @param allowedHosts names beside {@code localhost} by which requests may call the
 * inbox, in lower case and without a port, for example the name of its container
 */
public record Listening(String host, int port, Set<String> allowedHosts) {

	private static final String LOCALHOST = "localhost";

	public Listening {
		host = withoutBrackets(host);
		if (host.isEmpty() || !host.matches("[a-z0-9._:-]+")) {
			throw new IllegalArgumentException("A host is an address or a name, not '" + host + "'");
		}
		if (port < 0 || port > 65_535) {
			throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port);
		}
		allowedHosts.forEach(Listening::check);
		allowedHosts = Set.copyOf(allowedHosts);
	}

	/**
	 * This machine only, the default.
	 * @param port 0 for a free one
	 * @return loopback
	 */
	public static Listening onLoopback(int port) {
		return new Listening(LOCALHOST, port, Set.of());
	}

	/**
	 * Another address, which other machines may reach.
	 * @param host an address or a name of this machine
	 * @return the same port there
	 */
	public Listening on(String host) {
		return new Listening(host, this.port, this.allowedHosts);
	}

	/**
	 * Another name by which requests may call the inbox. All others are refused, or a web
	 * page could make its visitor's browser read the messages (DNS rebinding).
	 * @param name without a port
	 * @return with that name too
	 */
	public Listening allow(String name) {
		Set<String> names = new TreeSet<>(this.allowedHosts);
		names.add(name.toLowerCase(Locale.ROOT));
		return new Listening(this.host, this.port, names);
	}

	boolean isLocalhost() {
		return this.host.equals(LOCALHOST);
	}

	private static void check(String name) {
		if (!name.matches("[a-z0-9._-]+")) {
			throw new IllegalArgumentException("An allowed host is a name without a port, not '" + name + "'");
		}
	}

	private static String withoutBrackets(String host) {
		String lower = Objects.requireNonNull(host).toLowerCase(Locale.ROOT);
		return (lower.startsWith("[") && lower.endsWith("]")) ? lower.substring(1, lower.length() - 1) : lower;
	}

}
