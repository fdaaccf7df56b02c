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
import io.github.slacklogging.JobReport;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of events what must not leave memory: built-in rules first, then the
 * application's own maskers. Slack's own secrets are masked even when masking is turned
 * off. Types and frames come from code and pass.
 *
 * <p>
 * As far as the given maskers and the listener are, thread-safe. Does not block; takes
 * time linear in the text, which is cut at 64 Ki characters first. A masker that throws
 * costs the text, not the event. What is masked is told to the listener by rule, each
 * time it is masked.
 *
 * <p>
 * Longer than a class of ours should be: the settings belong to this door.
 */
public final class EventMasking {

	private final AllowedFields allowed;

	/**
	 * Secrets that are known by their value come first. The other way round a rule that
	 * finds a part of one would leave the rest of it, which nobody knows any more.
	 */
	private final OwnMaskers known;

	private final LateRules rules;

	private final OwnMaskers own;

	private final PipelineListener listener;

	public EventMasking(Settings settings, List<EventMasker> own, PipelineListener listener) {
		this(settings, List.of(), own, listener);
	}

	/** Also with secrets that have no shape: {@code known} masks before the rules. */
	public EventMasking(Settings settings, List<EventMasker> known, List<EventMasker> own, PipelineListener listener) {
		this.allowed = new AllowedFields(settings.allowFields());
		this.known = new OwnMaskers(known);
		this.rules = new LateRules(settings::chosen);
		this.own = new OwnMaskers(own);
		this.listener = listener;
	}

	/**
	 * Makes the rules now, which takes a while, and not when the first text is masked.
	 */
	public void prepare() {
		this.rules.texts();
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
			.map((component) -> mask("fingerprint", this.allowed.ofKey(component)))
			.toList();
		return new SpooledGroup(new Fingerprint(masked.fingerprint(), components), delta.other(), group.severity(),
				delta.counts(), group.total(), group.spoken(), group.firstSeen(), group.lastSeen(), masked.first(),
				masked.latest(), delta.mayBeRepeat(), delta.incident());
	}

	/** What an earlier run left was masked by its rules; the list counts also for it. */
	private MaskedEvent masked(Example example) {
		return (example instanceof MaskedEvent done) ? this.allowed.ofEarlierRun(done) : mask((LogEvent) example);
	}

	/**
	 * The event without what must not leave.
	 * @param event as it was logged
	 */
	public MaskedEvent mask(LogEvent event) {
		MaskingTally tally = new MaskingTally();
		String message = message(event, tally);
		// The same text is one value to the reader, not two.
		String template = event.template().equals(event.message()) ? message
				: maskName("template", event.template(), tally);
		ThrowableSnapshot thrown = event.throwable();
		MaskedThrowable throwable = (thrown == null) ? null
				: new ThrowableMasking((text) -> mask("exception", text, tally)).mask(thrown);
		String logger = maskName("logger", event.loggerName(), tally);
		String thread = maskName("thread", event.threadName(), tally);
		FieldMasking mdc = fields("mdc", tally);
		event.mdc().entrySet().stream().filter((entry) -> this.allowed.admits(entry.getKey())).forEach((entry) -> {
			mdc.put(entry.getKey(), entry.getValue());
		});
		FieldMasking keyValues = fields("field", tally);
		event.keyValues().stream().filter((pair) -> this.allowed.admits(pair.key())).forEach((pair) -> {
			keyValues.put(pair.key(), pair.text());
		});
		tally.tell(this.listener);
		return new MaskedEvent(event.logId(), event.timestamp(), event.severity(), logger, thread, template, message,
				Collections.unmodifiableMap(mdc.masked()), Collections.unmodifiableMap(keyValues.masked()), throwable,
				event.caller(), tally.values(), job(event.job()));
	}

	/** The message says the same, so what is masked in it was counted there. */
	private @Nullable JobReport job(@Nullable JobReport report) {
		return (report == null) ? null
				: this.allowed.of(report).masked((text) -> mask("message", text, new MaskingTally()));
	}

	/**
	 * A text that the logger itself tells about an event. Nobody is told what was masked
	 * in it: it is no part of the event.
	 * @param field what the text is, for the application's maskers
	 * @param text that may hold what must not leave
	 */
	public String quietly(String field, String text) {
		return maskName(field, this.allowed.ofKey(text), new MaskingTally());
	}

	/** What an application adds to a message, without what must not leave. */
	public MessageExtras mask(MessageExtras extras) {
		MaskingTally tally = new MaskingTally();
		FieldMasking fields = fields("field", tally);
		extras.fields().forEach(fields::put);
		Map<String, URI> links = new LinkMasking((text) -> mask("link", text, tally)).mask(extras.links());
		tally.tell(this.listener);
		return new MessageExtras(fields.masked(), links);
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
		return ruled(field, this.rules.texts().mask(this.known.mask(field, text, tally)), tally);
	}

	private String maskName(String field, String name, MaskingTally tally) {
		return ruled(field, this.rules.names().mask(this.known.mask(field, name, tally)), tally);
	}

	private String ruled(String field, MaskedText masked, MaskingTally tally) {
		tally.masked(masked.rules());
		return this.own.mask(field, masked.text(), tally);
	}

	private String message(LogEvent event, MaskingTally tally) {
		if (this.allowed.isOn() && !event.template().equals(event.message())) {
			String template = this.rules.texts()
				.mask(this.known.mask("message", event.template(), new MaskingTally()))
				.text();
			return this.own.mask("message", AllowedFields.withoutArguments(template, tally), tally);
		}
		return mask("message", event.message(), tally);
	}

	private FieldMasking fields(String place, MaskingTally tally) {
		return new FieldMasking(this.rules.names()::isSecret, place, tally, this::maskName, this::mask);
	}

	/**
	 * What is masked.
	 *
	 * @param enabled {@code false} leaves only Slack's own secrets, the application's
	 * maskers and allow-list mode
	 * @param rules names of the rules that work; {@code default} stands for all but the
	 * opt-in ones, a name behind a minus is taken away; empty means {@code default}
	 * @param keys names whose values are secrets, regardless of case and of {@code -},
	 * {@code _}, {@code .}; a longer key that ends with one of them counts too
	 * @param patterns of the application, by name, for RE2/J; what the first group holds
	 * is masked, where there is none all of it
	 * @param allowFields turns on allow-list mode: MDC entries and key-value pairs with
	 * other names do not leave, nor do arguments of messages
	 */
	public record Settings(boolean enabled, List<String> rules, List<String> keys, Map<String, String> patterns,
			List<String> allowFields) {

		/** Names that are secret unless the application says otherwise. */
		public static final List<String> DEFAULT_KEYS = List.of("password", "passwd", "pwd", "pass", "keypass",
				"storepass", "passphrase", "passcode", "passwort", "kennwort", "motdepasse", "contrasena", "secret",
				"token", "api-key", "access-key", "private-key", "secret-key", "signing-key", "encryption-key",
				"credential", "credentials", "authorization", "cookie", "set-cookie", "session", "session-id", "sessid",
				"cvv", "cvc");

		/** Far more than anybody has: they are looked for all at once. */
		private static final int MAX_KEY_CHARACTERS = 32 * 1024;

		public Settings {
			rules = List.copyOf(rules);
			keys = List.copyOf(keys);
			patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
			allowFields = List.copyOf(allowFields);
			for (String key : keys) {
				if (SecretNames.normalize(key).isEmpty()) {
					throw new IllegalArgumentException(
							"slack.logging.masking.keys must hold names with a letter or a digit, not '" + key + "'");
				}
			}
			if (keys.stream().mapToInt(String::length).sum() > MAX_KEY_CHARACTERS) {
				throw new IllegalArgumentException(
						"slack.logging.masking.keys must hold at most " + MAX_KEY_CHARACTERS + " characters in all");
			}
			// with nothing but built-in rules there is nothing to be refused
			if (!rules.isEmpty() || !patterns.isEmpty()) {
				new ChosenRules(enabled, rules, keys, patterns);
			}
		}

		public static Settings defaults() {
			return new Settings(true, List.of(), DEFAULT_KEYS, Map.of(), List.of());
		}

		ChosenRules chosen() {
			return new ChosenRules(this.enabled, this.rules, this.keys, this.patterns);
		}

	}

}
