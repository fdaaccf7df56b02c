package io.github.slacklogging.credential;

import java.util.Optional;

/**
 * Why a value cannot be used. Never holds the value.
 *
 * @param reason what is wrong, continuing "&lt;property&gt; …"
 * @param advice what to do, in full sentences
 */
public record Objection(String reason, String advice) {

	static Optional<Objection> because(String reason, String advice) {
		return Optional.of(new Objection(reason, advice));
	}

}
