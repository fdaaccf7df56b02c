package io.github.slacklogging.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that the application's own beans give, and behind them the configured ones.
 * What a bean gives is checked like what is configured. While Slack accepts the secret
 * last given, a bean that fails changes nothing. As thread-safe, and as blocking, as the
 * beans are; their exceptions end here.
 */
public final class ContributedCredentials implements SlackCredentials {

	private final List<SlackCredentials> beans;

	private final Map<String, SecretRule> rules;

	private final ConfiguredCredentials configured;

	private final Consumer<String> trouble;

	private final Map<String, Secret> kept = new ConcurrentHashMap<>();

	/**
	 * Creates the credentials.
	 * @param beans of the application, the first that knows a secret wins
	 * @param rules what the secret of each destination must look like, by its name
	 * @param configured used where no bean knows a secret
	 * @param trouble told in texts without any secret
	 */
	public ContributedCredentials(List<SlackCredentials> beans, Map<String, SecretRule> rules,
			ConfiguredCredentials configured, Consumer<String> trouble) {
		this.beans = List.copyOf(beans);
		this.rules = Map.copyOf(rules);
		this.configured = configured;
		this.trouble = trouble;
	}

	@Override
	public Secret credential(String destination) {
		boolean failed = false;
		for (SlackCredentials bean : this.beans) {
			Asked asked = ask(bean, destination);
			if (asked.secret() != null) {
				this.kept.put(destination, asked.secret());
				return asked.secret();
			}
			failed |= asked.failed();
		}
		Secret last = failed ? this.kept.get(destination) : this.kept.remove(destination);
		return (failed && last != null) ? last : this.configured.credential(destination);
	}

	// Any Throwable: it is the application's. Its text may hold anything.
	private Asked ask(SlackCredentials bean, String destination) {
		try {
			Secret secret = bean.credential(destination);
			return (secret != null) ? checked(destination, secret.reveal().strip()) : Asked.UNKNOWN;
		}
		catch (Throwable ex) {
			this.trouble.accept("a SlackCredentials bean failed for destination '" + destination + "' ("
					+ ex.getClass().getSimpleName() + ")");
			return Asked.FAILED;
		}
	}

	private Asked checked(String destination, String text) {
		Optional<Objection> objection = text.isEmpty() ? Objection.because("is blank", "")
				: Optional.ofNullable(this.rules.get(destination)).flatMap((rule) -> rule.objection(text));
		if (objection.isEmpty()) {
			return new Asked(Secret.of(text), false);
		}
		this.trouble.accept(
				"what a SlackCredentials bean gives for destination '" + destination + "' " + objection.get().reason());
		return Asked.FAILED;
	}

	@Override
	public void refused(String destination) {
		this.kept.remove(destination);
		for (SlackCredentials bean : this.beans) {
			try {
				bean.refused(destination);
			}
			catch (Throwable ex) {
				this.trouble.accept("a SlackCredentials bean failed when the secret of destination '" + destination
						+ "' was refused (" + ex.getClass().getSimpleName() + ")");
			}
		}
		this.configured.refused(destination);
	}

	@Override
	public String toString() {
		return "ContributedCredentials" + this.rules.keySet();
	}

	/** What came of asking a bean. */
	private record Asked(@Nullable Secret secret, boolean failed) {

		static final Asked UNKNOWN = new Asked(null, false);

		static final Asked FAILED = new Asked(null, true);

	}

}
