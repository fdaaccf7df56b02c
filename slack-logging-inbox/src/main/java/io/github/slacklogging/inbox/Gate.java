package io.github.slacklogging.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;

/**
 * Keeps other web sites out: a page on the internet can make its visitor's browser talk
 * to loopback, and to the local network.
 * <ul>
 * <li>A foreign {@code Host} is DNS rebinding: the site's own name, pointed at us. So
 * only names that were allowed may be used. An address cannot be rebound; beside loopback
 * ones they are taken where the inbox listens to more than loopback.</li>
 * <li>A foreign {@code Origin} is a cross-site request, and always refused. So is what a
 * browser says it fetches for another site, unless a person follows a link.</li>
 * </ul>
 */
final class Gate {

	private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:[0-9]{1,5})?");

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|.+\\.localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]");

	private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.]+]|[0-9]{1,3}(\\.[0-9]{1,3}){3}");

	private final Set<String> names;

	private final boolean exposed;

	/**
	 * A gate.
	 * @param names that are allowed beside loopback's, in lower case
	 * @param exposed whether other machines reach the port
	 */
	Gate(Set<String> names, boolean exposed) {
		this.names = names;
		this.exposed = exposed;
	}

	/** Why the request is refused, empty if it may pass. */
	Optional<String> refusal(Headers headers) {
		List<String> hosts = headers.getOrDefault("Host", List.of());
		String authority = (hosts.size() == 1) ? hosts.get(0).toLowerCase(Locale.ROOT) : "";
		Matcher host = AUTHORITY.matcher(authority);
		if (!host.matches()) {
			return Optional.of("Host is not this machine's loopback");
		}
		if (!isKnown(host.group(1))) {
			return Optional.of("Host is not this machine's loopback. If the inbox shall be called " + host.group(1)
					+ ", allow it: --allow-host " + host.group(1));
		}
		if (headers.getOrDefault("Origin", List.of())
			.stream()
			.anyMatch((origin) -> !origin.equalsIgnoreCase("http://" + authority))) {
			return Optional.of("Origin is another site");
		}
		return isFetchedForOthers(headers) ? Optional.of("Another site asks for it") : Optional.empty();
	}

	private boolean isKnown(String name) {
		return LOOPBACK.matcher(name).matches() || this.names.contains(name)
				|| (this.exposed && ADDRESS.matcher(name).matches());
	}

	/** Browsers say so by themselves, and pages cannot forge it. */
	private static boolean isFetchedForOthers(Headers headers) {
		String site = headers.getFirst("Sec-Fetch-Site");
		return site != null && !site.equals("same-origin") && !site.equals("none")
				&& !"navigate".equals(headers.getFirst("Sec-Fetch-Mode"));
	}

}
