package io.github.slacklogging.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.SlackHosts;

/** A configured proxy for everything but this machine. Immutable. */
final class OutboundProxy extends ProxySelector {

	private static final Pattern HOST_AND_PORT = Pattern.compile("([^\\s:/@\\[\\]]+|\\[[0-9a-fA-F:.]+]):(\\d{1,5})");

	private static final int MAX_PORT = 65535;

	private final List<Proxy> proxies;

	private OutboundProxy(InetSocketAddress address) {
		this.proxies = List.of(new Proxy(Proxy.Type.HTTP, address));
	}

	/**
	 * Reads the property.
	 * @param hostAndPort {@code host:port}
	 * @param property its name
	 * @return the proxy; its name is looked up at each connection
	 */
	static OutboundProxy of(String hostAndPort, String property) {
		if (hostAndPort.indexOf('@') >= 0) {
			throw new IllegalArgumentException(property + " must not hold a user or a password:"
					+ " the JVM does not send them unless it is told to by"
					+ " java.net.Authenticator and -Djdk.http.auth.tunneling.disabledSchemes=\"\"");
		}
		Matcher matcher = HOST_AND_PORT.matcher(hostAndPort);
		if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MAX_PORT) {
			throw new IllegalArgumentException(property + " must be host:port");
		}
		return new OutboundProxy(
				InetSocketAddress.createUnresolved(matcher.group(1), Integer.parseInt(matcher.group(2))));
	}

	@Override
	public List<Proxy> select(URI uri) {
		return SlackHosts.isLoopback(uri.getHost()) ? List.of(Proxy.NO_PROXY) : this.proxies;
	}

	@Override
	public void connectFailed(URI uri, SocketAddress address, IOException failure) {
		// There is no second proxy to try.
	}

}
