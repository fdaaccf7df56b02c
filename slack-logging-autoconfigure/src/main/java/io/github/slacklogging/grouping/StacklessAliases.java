package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Tick;

/**
 * What an error without a stack most likely is: the JVM leaves the stacks of hot implicit
 * exceptions out ({@code OmitStackTraceInFastThrow}, on by default in JDK 17 to 25), so
 * the storm itself takes away what it was known by. It is known by what the same
 * statement logged of the same types while there were stacks.
 *
 * <p>
 * Several places may share a statement, so each event votes: for the place it names, or
 * for the one it was taken for. Bounded: the one unused longest makes room. It must not
 * begin anew as other memories do, since in a storm nothing can be learnt again. Used by
 * the worker only.
 */
final class StacklessAliases {

	static final Duration MEMORY = Duration.ofHours(24);

	private static final int MAX_ALIASES = 2_000;

	/** Some thousand events decide; what was long ago cannot outvote them. */
	private static final int MAX_VOTES = 1_000;

	/** In order of use, the one unused longest first. */
	private final Map<Statement, Alias> aliases = new LinkedHashMap<>(16, 0.75f, true);

	/** An error with a stack says which place this statement tells of. */
	void vote(Statement statement, Fingerprint fingerprint, Tick now) {
		Alias alias = this.aliases.get(statement);
		if (alias != null) {
			alias.vote(fingerprint, now);
			return;
		}
		if (this.aliases.size() >= MAX_ALIASES) {
			this.aliases.remove(this.aliases.keySet().iterator().next());
		}
		this.aliases.put(statement, new Alias(fingerprint, now));
	}

	/**
	 * What this error without a stack is.
	 * @param statement that logged it
	 * @param now the time
	 * @return empty when the statement told of none, or none within 24 hours
	 */
	Optional<Fingerprint> aliasOf(Statement statement, Tick now) {
		Alias alias = this.aliases.get(statement);
		if (alias == null || alias.isForgotten(now)) {
			return Optional.empty();
		}
		alias.vote(alias.fingerprint, now);
		return Optional.of(alias.fingerprint);
	}

	int size() {
		return this.aliases.size();
	}

	/**
	 * What logs an error, as far as it can be known without a stack.
	 *
	 * @param types of the chain
	 * @param loggerName name of the logger
	 * @param template without values
	 */
	record Statement(List<String> types, String loggerName, String template) {

	}

	/** The place that most of the latest events named. Mutable. */
	private static final class Alias {

		private Fingerprint fingerprint;

		private int votes;

		private Tick seen;

		Alias(Fingerprint fingerprint, Tick now) {
			this.fingerprint = fingerprint;
			this.seen = now;
		}

		boolean isForgotten(Tick now) {
			return now.since(this.seen).compareTo(MEMORY) > 0;
		}

		void vote(Fingerprint named, Tick now) {
			if (named.equals(this.fingerprint)) {
				this.votes = Math.min(this.votes + 1, MAX_VOTES);
				this.seen = now;
			}
			else if (this.votes == 0 || isForgotten(now)) {
				this.fingerprint = named;
				this.votes = 0;
				this.seen = now;
			}
			else {
				this.votes--;
			}
		}

	}

}
