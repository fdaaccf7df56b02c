package io.github.slacklogging.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a configured address must be to stand in a channel that everybody reads. */
final class WebAddress {

	/** Networks of containers have names that {@link URI} takes for no host. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+(:[0-9]{1,5})?");

	private WebAddress() {
	}

	/**
	 * Refuses what is no address of the web, and what names a user. Never tells the
	 * value: it may hold a password.
	 * @param property full name, for the message
	 * @param text the address
	 * @throws IllegalArgumentException with one sentence that begins with the property
	 */
	static URI check(String property, String text) {
		URI address = parse(text);
		String scheme = (address == null || address.getScheme() == null) ? ""
				: address.getScheme().toLowerCase(Locale.ROOT);
		if (address == null || address.getRawAuthority() == null
				|| !(scheme.equals("https") || scheme.equals("http"))) {
			throw new IllegalArgumentException(property + " must be an address that begins with https:// or http://");
		}
		if (address.getRawAuthority().indexOf('@') >= 0) {
			throw new IllegalArgumentException(property + " must name no user: everybody in the channel would read it");
		}
		if (address.getHost() == null && !NAME.matcher(address.getRawAuthority()).matches()) {
			throw new IllegalArgumentException(property + " must name a host");
		}
		return address;
	}

	/**
	 * An address that others are built on.
	 * @return without a slash at its end
	 * @throws IllegalArgumentException also where it has a query or a fragment
	 */
	static String base(String property, String text) {
		URI address = check(property, text);
		if (address.getRawQuery() != null || address.getRawFragment() != null) {
			throw new IllegalArgumentException(property + " must end with its path: no ? and no #");
		}
		String base = address.toString();
		while (base.endsWith("/")) {
			base = base.substring(0, base.length() - 1);
		}
		return base;
	}

	private static @Nullable URI parse(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
