package io.github.slacklogging.masking;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.EventMasker;
import io.github.slacklogging.Example;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.ThrowableSnapshot;

/**
 * Takes out of events what must not leave memory: built-in rules first, then the
 * application's own maskers. Slack's own secrets are masked even when masking is turned
 * off. Logger names, types and frames come from code and pass.
 *
 * <p>
 * Immutable and, as far as the given maskers and the listener are, thread-safe. Does not
 * block; takes time linear in the text, which is cut at 64 Ki characters first. A masker
 * that throws costs the text, not the event. What is masked is told to the listener by
 * rule, each time it is masked.
 */
public final class EventMasking {

	private final boolean enabled;

	private final SecretNames names;

	private final TextMasking rules;

	private final OwnMaskers own;

	private final PipelineListener listener;

	public EventMasking(Settings settings, List<EventMasker> own, PipelineListener listener) {
		this.enabled = settings.enabled();
		this.names = new SecretNames(settings.keys());
		List<MaskingRule> always = List.of(new SlackSecretRule());
		this.rules = new TextMasking(settings.enabled() ? List.of(new SlackSecretRule(), new AuthorizationRule(),
				new KeyValueRule(this.names), new EmailRule(), new SsnRule(), new CardRule()) : always);
		this.own = new OwnMaskers(own);
		this.listener = listener;
	}

	/** First and latest event are masked once where they are the same. */
	public MaskedGroup mask(EventGroup group) {
		MaskedEvent first = masked(group.first());
		MaskedEvent latest = group.latest().equals(group.first()) ? first : masked(group.latest());
		return new MaskedGroup(group.fingerprint().id(), group.severity(), group.count(), group.total(), group.spoken(),
				group.firstSeen(), group.lastSeen(), first, latest, group.incident());
	}

	/** What is to be kept on disk, in the form in which it may be there. */
	public SpooledGroup mask(GroupDelta delta) {
		EventGroup group = delta.group();
		MaskedGroup masked = mask(group);
		List<String> components = group.fingerprint()
			.components()
			.stream()
			.map((component) -> mask("fingerprint", component))
			.toList();
		return new SpooledGroup(new Fingerprint(masked.fingerprint(), components), delta.other(), group.severity(),
				delta.counts(), group.total(), group.spoken(), group.firstSeen(), group.lastSeen(), masked.first(),
				masked.latest(), delta.mayBeRepeat(), delta.incident());
	}

	/** What an earlier run left was masked by its rules. */
	private MaskedEvent masked(Example example) {
		return (example instanceof MaskedEvent done) ? done : mask((LogEvent) example);
	}

	/**
	 * The event without what must not leave.
	 * @param event as it was logged
	 */
	public MaskedEvent mask(LogEvent event) {
		MaskingTally tally = new MaskingTally();
		String message = mask("message", event.message(), tally);
		// The same text is one value to the reader, not two.
		String template = event.template().equals(event.message()) ? message
				: mask("template", event.template(), tally);
		ThrowableSnapshot thrown = event.throwable();
		MaskedThrowable throwable = (thrown == null) ? null
				: new ThrowableMasking((text) -> mask("exception", text, tally)).mask(thrown);
		String thread = mask("thread", event.threadName(), tally);
		Map<String, String> mdc = new LinkedHashMap<>();
		event.mdc().forEach((key, value) -> put(mdc, "mdc", key, value, tally));
		Map<String, String> keyValues = new LinkedHashMap<>();
		for (KeyValue pair : event.keyValues()) {
			put(keyValues, "field", pair.key(), pair.text(), tally);
		}
		tally.tell(this.listener);
		return new MaskedEvent(event.logId(), event.timestamp(), event.severity(), event.loggerName(), thread, template,
				message, Collections.unmodifiableMap(mdc), Collections.unmodifiableMap(keyValues), throwable,
				event.caller(), tally.values());
	}

	/** What an application adds to a message, without what must not leave. */
	public MessageExtras mask(MessageExtras extras) {
		MaskingTally tally = new MaskingTally();
		Map<String, String> fields = new LinkedHashMap<>();
		extras.fields().forEach((name, value) -> put(fields, "field", name, value, tally));
		Map<String, URI> links = new LinkMasking((text) -> mask("link", text, tally)).mask(extras.links());
		tally.tell(this.listener);
		return new MessageExtras(fields, links);
	}

	/**
	 * Masks one text that belongs to no event.
	 * @param field where it stands, as {@link EventMasker} names places
	 * @param text to mask
	 * @return the same text when there is nothing to mask
	 */
	public String mask(String field, String text) {
		MaskingTally tally = new MaskingTally();
		String masked = mask(field, text, tally);
		tally.tell(this.listener);
		return masked;
	}

	private String mask(String field, String text, MaskingTally tally) {
		MaskedText masked = this.rules.mask(text);
		tally.masked(masked.rules());
		return this.own.mask(field, masked.text(), tally);
	}

	private void put(Map<String, String> target, String place, String key, String value, MaskingTally tally) {
		String maskedKey = mask(place, key, tally);
		boolean secret = this.enabled && this.names.matches(key) && !value.isEmpty();
		if (secret) {
			tally.masked("secret-key");
		}
		String maskedValue = secret ? Span.STARS : mask(place + "." + key, value, tally);
		String free = maskedKey;
		for (int n = 2; target.containsKey(free); n++) {
			free = maskedKey + " (" + n + ")";
		}
		target.put(free, maskedValue);
	}

	/**
	 * What is masked.
	 *
	 * @param enabled {@code false} leaves only Slack's own secrets and the application's
	 * maskers
	 * @param keys names whose values are secrets, regardless of case and of {@code -},
	 * {@code _}, {@code .}; a longer key that ends with one of them counts too
	 */
	public record Settings(boolean enabled, List<String> keys) {

		/** Names that are secret unless the application says otherwise. */
		public static final List<String> DEFAULT_KEYS = List.of("password", "passwd", "pwd", "passphrase", "secret",
				"token", "api-key", "access-key", "private-key", "secret-key", "client-secret", "credential",
				"credentials", "authorization", "cookie", "set-cookie", "session-id");

		public Settings {
			keys = List.copyOf(keys);
			for (String key : keys) {
				if (SecretNames.normalize(key).isEmpty()) {
					throw new IllegalArgumentException(
							"slack.logging.masking.keys must hold names with a letter or a digit, not '" + key + "'");
				}
			}
		}

		public static Settings defaults() {
			return new Settings(true, DEFAULT_KEYS);
		}

	}

}
