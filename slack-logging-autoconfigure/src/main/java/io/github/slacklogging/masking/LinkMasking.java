package io.github.slacklogging.masking;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Masks what an application links to. A label is masked like any text. An address in
 * which something had to be masked would lead nowhere, so its link is left out. One that
 * names a user is always left out: what stands there is mostly a password.
 */
final class LinkMasking {

	private final UnaryOperator<String> mask;

	/**
	 * A masking of links.
	 * @param mask answers the same text where there is nothing to mask
	 */
	LinkMasking(UnaryOperator<String> mask) {
		this.mask = mask;
	}

	Map<String, URI> mask(Map<String, URI> links) {
		Map<String, URI> masked = new LinkedHashMap<>();
		links.forEach((label, address) -> {
			if (mayLeave(address)) {
				masked.put(free(this.mask.apply(label), masked), address);
			}
		});
		return masked;
	}

	private boolean mayLeave(URI address) {
		String authority = address.getRawAuthority();
		if (authority != null && authority.indexOf('@') >= 0) {
			return false;
		}
		// Decoded too: %3D must not hide the sign by which a secret is found.
		return isHarmless(address.toString()) && isHarmless(address.getSchemeSpecificPart());
	}

	private boolean isHarmless(String text) {
		return this.mask.apply(text).equals(text);
	}

	private static String free(String label, Map<String, URI> taken) {
		String free = label;
		for (int n = 2; taken.containsKey(free); n++) {
			free = label + " (" + n + ")";
		}
		return free;
	}

}
