package io.github.slacklogging.doctor;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;

import io.github.slacklogging.SlackHosts;
import org.jspecify.annotations.Nullable;

/**
 * How a host is reached. Immutable, holds no secret.
 *
 * @param proxy not looked up, {@code null} for directly
 * @param origin who says so
 */
public record Route(@Nullable InetSocketAddress proxy, String origin) {

	static final String OWN_MACHINE = "this machine needs none";

	/**
	 * The way to a host, as the transport goes.
	 * @param uri of which the host counts
	 * @param configured proxy, not looked up; {@code null} for what the JVM says
	 * @param property that names it, in full
	 * @param jvm the JVM's own proxies, {@code null} for none
	 */
	public static Route to(URI uri, @Nullable InetSocketAddress configured, String property,
			@Nullable ProxySelector jvm) {
		if (uri.getHost() != null && SlackHosts.isLoopback(uri.getHost())) {
			return new Route(null, OWN_MACHINE);
		}
		if (configured != null) {
			return new Route(configured, property);
		}
		if (jvm != null && uri.getHost() != null) {
			for (Proxy proxy : jvm.select(uri)) {
				if (proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address) {
					return new Route(InetSocketAddress.createUnresolved(address.getHostString(), address.getPort()),
							"the JVM's own settings, such as -Dhttps.proxyHost");
				}
			}
		}
		return new Route(null, "no proxy is configured");
	}

	/** Host and port of the proxy, or that there is none. */
	String words() {
		InetSocketAddress address = this.proxy;
		return (address != null) ? address.getHostString() + ":" + address.getPort() : "none";
	}

}
