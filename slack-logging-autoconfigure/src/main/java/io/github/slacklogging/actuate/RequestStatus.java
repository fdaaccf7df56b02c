package io.github.slacklogging.actuate;

import java.util.Set;

import io.micrometer.core.instrument.Tags;

/**
 * What a meter calls the end of an exchange: a word of our own as it is, and a status
 * only if HTTP has it. Whoever answers may say any number, and each would be a timer that
 * stays.
 */
final class RequestStatus {

	/** Any other number. */
	static final String OTHER = "other";

	private static final String TAG = "status";

	/**
	 * Source: IANA, "HTTP Status Code Registry", without 1xx and what only WebDAV has.
	 */
	private static final Set<String> KNOWN = Set.of("200", "201", "202", "203", "204", "205", "206", "300", "301",
			"302", "303", "304", "305", "307", "308", "400", "401", "402", "403", "404", "405", "406", "407", "408",
			"409", "410", "411", "412", "413", "414", "415", "416", "417", "421", "422", "425", "426", "428", "429",
			"431", "451", "500", "501", "502", "503", "504", "505", "511");

	private RequestStatus() {
	}

	/**
	 * The tag for a status.
	 * @param status HTTP status, or a word for what kept an answer away
	 */
	static Tags tag(String status) {
		return Tags.of(TAG, (isWord(status) || KNOWN.contains(status)) ? status : OTHER);
	}

	private static boolean isWord(String status) {
		return !status.isEmpty() && status.chars().allMatch((c) -> c == '_' || (c >= 'a' && c <= 'z'));
	}

}
