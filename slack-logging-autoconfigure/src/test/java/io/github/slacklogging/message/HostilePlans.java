package io.github.slacklogging.message;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.Incident;
import io.github.slacklogging.Incident.Earlier;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.Incident.Rate;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.LogSearch;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Storm;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.testing.OwnMarkup;
import org.jspecify.annotations.Nullable;

/** Everything that can be told, with any text in every place that holds text. */
final class HostilePlans {

	private static final List<Optional<String>> MENTIONS = List.of(Optional.empty(), Optional.empty(),
			Optional.of("here"), Optional.of("channel"), Optional.of("S0X"), Optional.of("U0X"), Optional.of("W0X"),
			Optional.of("<!everyone>"), Optional.of("everyone"));

	/** Keys that layouts know. */
	private static final List<String> KEYS = List.of("traceId", "request", "http.method", "http.path", "job", "slack");

	private static final List<String> HOSTS = List.of("https://links.example/", "https://links.example:8443/",
			"http://links.example/", "HTTPS://links.example/", "https://kim:pass@links.example/",
			"https://links.example@e.example/", "ftp://links.example/", "https:///");

	private final Choices choices;

	private static final List<Integer> LENGTHS = List.of(0, 0, 0, 300, 700, 700, 1_500, 1_999, 2_000, 2_001, 9_000);

	private final Set<String> addresses = new HashSet<>();

	HostilePlans(Choices choices) {
		this.choices = choices;
	}

	/** What the plans made so far may link to, and who may be called. */
	OwnMarkup own(@Nullable String mention) {
		return new OwnMarkup(this.addresses, mention);
	}

	MessageComposer composer() {
		StackTraceStyle style = this.choices.oneOf(List.of(StackTraceStyle.values()));
		Instant startedAt = this.choices.yes() ? Told.NOW.minusSeconds(this.choices.below(999_999) - 1_000) : null;
		ServiceIdentity identity = new ServiceIdentity("s" + text(), "v" + text(), this.choices.yes() ? text() : null,
				"e" + text(), text(), startedAt);
		String username = this.choices.once(3) ? text() : null;
		Settings settings = new Settings(List.of("*"), List.of("*"), style, List.of("com.acme"), username,
				this.choices.yes() ? ":rotating_light:" : null);
		return new MessageComposer(settings, () -> identity, search());
	}

	/** A log store with some long, odd and missing addresses. */
	private LogSearch search() {
		List<Optional<URI>> known = new ArrayList<>(List.of(Optional.empty()));
		for (int i = this.choices.once(3) ? 0 : this.choices.below(9); i > 0; i--) {
			String odd = address(i);
			String address = odd + "l".repeat(Math.max(0, this.choices.oneOf(LENGTHS) - odd.length()));
			this.addresses.add(address);
			known.add(Optional.of(URI.create(address)));
		}
		return new FoundAddresses(known);
	}

	private String address(int number) {
		return this.choices.oneOf(HOSTS) + "?q=" + URLEncoder.encode(text(), StandardCharsets.UTF_8) + "&r='*_~"
				+ number;
	}

	MessagePlan plan() {
		int kinds = this.choices.below(4) > 0 ? 1 : 1 + this.choices.below(this.choices.once(4) ? 60 : 8);
		List<MaskedGroup> groups = new ArrayList<>();
		for (int i = 0; i < kinds; i++) {
			groups.add(group());
		}
		Occasion[] occasions = Stream.of(Occasion.values())
			.filter((occasion) -> this.choices.once(4))
			.toArray(Occasion[]::new);
		return Planned.of(groups)
			.remainder((kinds > 1) ? remainder() : Map.of())
			.mayBeRepeat(this.choices.yes())
			.insteadOf(this.choices.once(3) ? text() : null)
			.after(Duration.ofSeconds(this.choices.below(100_000) - 1_000))
			.on(occasions)
			.storm(this.choices.once(5) ? storm() : null)
			.mention(this.choices.oneOf(MENTIONS).orElse(null))
			.extras(extras())
			.plan();
	}

	DeliveryGap gap() {
		return new DeliveryGap(this.choices.oneOf(List.of(Cause.values())), Told.NOW,
				Told.NOW.plusSeconds(this.choices.below(200_000) - 1_000), text(), this.choices.below(3),
				this.choices.below(9_999), this.choices.below(3));
	}

	private Map<Severity, Remainder> remainder() {
		Map<Severity, Remainder> remainder = new EnumMap<>(Severity.class);
		for (Severity severity : Severity.values()) {
			if (this.choices.yes()) {
				remainder.put(severity, new Remainder(this.choices.below(9), 1 + this.choices.below(100_000)));
			}
		}
		return remainder;
	}

	private Storm storm() {
		return new Storm(this.choices.below(50), this.choices.below(999_999),
				Told.NOW.minusSeconds(this.choices.below(300)), Told.NOW,
				this.choices.yes() ? (this.choices.yes() ? "java." : "") + text() : null, this.choices.yes());
	}

	private MessageExtras extras() {
		MessageExtras extras = MessageExtras.NONE;
		for (int i = this.choices.once(2) ? 0 : this.choices.below(9); i > 0; i--) {
			String address = address(i);
			this.addresses.add(address);
			extras = extras.withField(text(), text()).withLink(text(), URI.create(address));
		}
		return extras;
	}

	private Incident incident() {
		List<Long> history = Stream.generate(() -> (long) this.choices.below(9_999))
			.limit(this.choices.below(15))
			.toList();
		return new Incident(this.choices.oneOf(List.of(Phase.values())),
				new Rate(this.choices.below(200), this.choices.below(2_000), history), this.choices.below(3) * 10L,
				this.choices.below(3),
				this.choices.yes() ? Told.muted(Duration.ofSeconds(this.choices.below(9_000))) : null,
				this.choices.yes() ? earlier() : null);
	}

	private Earlier earlier() {
		String address = this.choices.yes() ? this.choices.oneOf(HOSTS) + text() : null;
		if (address != null) {
			this.addresses.add(address);
		}
		return new Earlier(Told.NOW.minusSeconds(this.choices.below(900_000) - 1_000),
				this.choices.yes() ? text() : null, address);
	}

	private MaskedGroup group() {
		Told told = told().masked(this.choices.below(3));
		told.thread = text();
		told.logId = this.choices.once(4) ? text() : told.logId;
		for (int i = this.choices.below(this.choices.once(4) ? 25 : 4); i > 0; i--) {
			told.mdc(this.choices.yes() ? text() : this.choices.oneOf(KEYS), text()).field(text(), text());
		}
		if (this.choices.yes()) {
			told.thrown(throwable(this.choices.below(this.choices.once(3) ? 8 : 3)));
		}
		if (this.choices.once(3)) {
			told.caller(frame("com.acme." + text()));
		}
		MaskedGroup group = this.choices.yes() ? told.times(1 + this.choices.below(9_999))
				: told.again(1 + this.choices.below(9), 10 + this.choices.below(999_999));
		MaskedGroup living = Planned.living(withLogged(group), incident());
		return this.choices.once(4) ? named(living, text()) : living;
	}

	/** A job that its framework logged as well, before or after. */
	private MaskedGroup withLogged(MaskedGroup group) {
		if (group.latest().job() == null || this.choices.yes()) {
			return group;
		}
		MaskedEvent logged = Told.error(text()).logger(text()).thrown(throwable(1)).event();
		return this.choices.yes() ? Planned.startedWith(group, logged) : Planned.endedWith(group, logged);
	}

	private static MaskedGroup named(MaskedGroup group, String fingerprint) {
		return new MaskedGroup(fingerprint, group.severity(), group.count(), group.total(), group.spoken(),
				group.firstSeen(), group.lastSeen(), group.first(), group.latest(), group.incident());
	}

	private Told told() {
		return switch (this.choices.below(10)) {
			case 8, 9 -> Told.job(report());
			case 0 -> Told.failedStart(text() + "\n" + text(), text());
			case 1 -> application("Application run failed");
			case 2 -> application("The start " + text() + ": " + text());
			default -> Told.error(text())
				.template(text())
				.severity(this.choices.oneOf(List.of(Severity.values())))
				.logger(text());
		};
	}

	private JobReport report() {
		Map<String, Long> counts = new LinkedHashMap<>();
		for (int i = this.choices.below(this.choices.once(4) ? 30 : 4); i > 0; i--) {
			counts.put(text(), this.choices.below(999_999) - 10L);
		}
		return new JobReport(text(), text(), this.choices.oneOf(List.of(JobFramework.values())),
				this.choices.oneOf(List.of(JobOutcome.values())), Told.NOW.minusSeconds(this.choices.below(9_999) - 99),
				this.choices.yes() ? Duration.ofMillis(this.choices.below(999_999_999) - 99) : null,
				this.choices.yes() ? text() : null, counts);
	}

	private static Told application(String message) {
		return Told.error(message).severity(Severity.CRITICAL).logger("org.springframework.boot.SpringApplication");
	}

	private MaskedThrowable throwable(int depth) {
		List<StackTraceElement> frames = new ArrayList<>();
		for (int i = this.choices.below(this.choices.once(5) ? 60 : 4); i > 0; i--) {
			frames.add(frame((this.choices.yes() ? "com.acme." : "org.springframework.") + text()));
		}
		return new MaskedThrowable((this.choices.yes() ? "x." : "") + text(), this.choices.yes() ? text() : null,
				frames, this.choices.below(frames.size() + 1), (depth > 0) ? throwable(depth - 1) : null,
				(depth >= 0 && this.choices.once(5)) ? List.of(throwable(-1)) : List.of());
	}

	private StackTraceElement frame(String className) {
		return new StackTraceElement(className, text(), this.choices.yes() ? text() : null,
				this.choices.below(3_000) - 3);
	}

	private String text() {
		return this.choices.text();
	}

	/**
	 * Answers each question with one of the addresses, always with the same.
	 *
	 * @param known addresses, and none
	 */
	private record FoundAddresses(List<Optional<URI>> known) implements LogSearch {

		@Override
		public Optional<URI> line(MaskedGroup group, MaskedEvent event) {
			return of(event.message());
		}

		@Override
		public Optional<URI> alike(MaskedGroup group) {
			return of(group.fingerprint() + group.latest().message());
		}

		@Override
		public Optional<URI> trace(MaskedGroup group, MaskedEvent event) {
			return of(event.threadName());
		}

		private Optional<URI> of(String question) {
			return this.known.get(Math.floorMod(question.hashCode(), this.known.size()));
		}

	}

}
