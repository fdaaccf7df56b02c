package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.github.slacklogging.Destination;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.Scenario.Step;
import io.github.slacklogging.grouping.Speech.Form;
import io.github.slacklogging.testing.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays a scenario at one destination on a clock that is moved from one moment that
 * matters to the next, and plays Slack: a post a second, edits from a bucket of four that
 * fills with 40 a minute, answers at once. Checks the books after every answer.
 *
 * <p>
 * Commands: {@code log KIND SEVERITY [xTIMES [every DURATION]] [with EXCEPTION]},
 * {@code report NAME RUN OUTCOME [xTIMES [every DURATION]] [with EXCEPTION]} (of a job),
 * {@code kinds FROM TO SEVERITY every DURATION [with EXCEPTION]} (one event each),
 * {@code mute KIND DURATION|tenfold|version}, {@code unmute KIND},
 * {@code clock [-]DURATION}, {@code version V}, {@code restart}, {@code silence} (Slack
 * answers nothing), {@code answer}, {@code refuse FORM}, {@code delete KIND},
 * {@code housekeeping}, {@code end} (the application ends) and {@code stop}.
 */
final class Playback {

	private static final String HERE = "default";

	private static final Duration POST_PAUSE = Duration.ofSeconds(1);

	private static final Duration EDIT_REFILL = Duration.ofMillis(1_500);

	private static final int EDIT_BURST = 4;

	/** While Slack answers nothing. */
	private static final Duration RETRY = Duration.ofMinutes(1);

	private final Scenario scenario;

	private final Destination destination;

	private final ManualClock clock = new ManualClock();

	private final Tick start = this.clock.get();

	private final Transcript transcript = new Transcript();

	private final NextRun nextRun = new NextRun();

	private EventGrouping grouping;

	private String version = "1.8.2";

	private Duration postFreeAt = Duration.ZERO;

	/** When the bucket of edits would be empty if it filled without end. */
	private Duration editsTakenUntil = Duration.ofMillis(-6_000);

	private boolean silent;

	private final Set<Form> refused = new HashSet<>();

	private final Set<MessageRef> deleted = new HashSet<>();

	private final Map<String, MessageRef> living = new HashMap<>();

	private int posts;

	private final Ledger ledger = new Ledger();

	Playback(Scenario scenario, Destination.Kind kind) {
		this.scenario = scenario;
		this.destination = (kind == Destination.Kind.BOT) ? GroupingAtHand.bot(HERE) : GroupingAtHand.webhook(HERE);
		this.grouping = grouping();
	}

	private EventGrouping grouping() {
		return new EventGrouping(ScenarioSettings.of(this.scenario.settings()), List.of(), List.of(this.destination),
				() -> this.version, this.clock.get());
	}

	/** Plays all of it and tells what was said. */
	String play() {
		for (Step step : Repetition.unfold(this.scenario.steps())) {
			passUntil(step.at());
			happen(step.command().split(" +"));
		}
		this.transcript.end(elapsed(), this.ledger.inWords(this.grouping.waiting(HERE)));
		return this.transcript.text();
	}

	private Duration elapsed() {
		return this.clock.get().since(this.start);
	}

	/** Moves from one moment that matters to the next. */
	private void passUntil(Duration end) {
		while (true) {
			this.grouping.muting().advance(this.clock.get());
			boolean did = tryPost() || tryEdit();
			if (did) {
				continue;
			}
			Duration next = min(next(Pace.POST, this.postFreeAt),
					min(min(next(Pace.EDIT, this.editsTakenUntil.plus(EDIT_REFILL)), endOfMute()), end));
			assertThat(next).as("nothing is due, but time does not go on").isGreaterThanOrEqualTo(elapsed());
			if (next.equals(elapsed()) && next.equals(end)) {
				return;
			}
			assertThat(next).as("busy for nothing at %s", TimeText.of(elapsed())).isGreaterThan(elapsed());
			this.clock.advance(next.minus(elapsed()));
		}
	}

	private Duration next(Pace pace, Duration free) {
		OptionalLong nanos = this.grouping.nextDueNanos(HERE, pace);
		if (nanos.isEmpty()) {
			return Duration.ofDays(10_000);
		}
		Duration due = Duration.ofNanos(nanos.getAsLong() - this.start.nanos());
		return (due.compareTo(free) > 0) ? due : free;
	}

	private Duration endOfMute() {
		long nanos = this.grouping.muting().nanosToNext(this.clock.get());
		return (nanos == Long.MAX_VALUE) ? Duration.ofDays(10_000) : elapsed().plusNanos(nanos);
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private boolean tryPost() {
		Tick now = this.clock.get();
		if (!isDue(Pace.POST, now) || elapsed().compareTo(this.postFreeAt) < 0) {
			return false;
		}
		this.postFreeAt = elapsed().plus(this.silent ? RETRY : POST_PAUSE);
		answer(this.grouping.take(HERE, now), now);
		return true;
	}

	private boolean tryEdit() {
		Tick now = this.clock.get();
		if (!isDue(Pace.EDIT, now) || elapsed().compareTo(this.editsTakenUntil.plus(EDIT_REFILL)) < 0) {
			return false;
		}
		Duration full = elapsed().minus(EDIT_REFILL.multipliedBy(EDIT_BURST));
		this.editsTakenUntil = ((full.compareTo(this.editsTakenUntil) > 0) ? full : this.editsTakenUntil)
			.plus(EDIT_REFILL);
		this.editsTakenUntil = this.silent ? elapsed().plus(RETRY).minus(EDIT_REFILL) : this.editsTakenUntil;
		answer(this.grouping.takeEdit(HERE, now), now);
		return true;
	}

	private boolean isDue(Pace pace, Tick now) {
		boolean due = this.grouping.isDue(HERE, pace, now);
		OptionalLong next = this.grouping.nextDueNanos(HERE, pace);
		assertThat(due).as("%s is due at %s", pace, TimeText.of(elapsed()))
			.isEqualTo(next.isPresent() && now.isAtOrAfter(next.getAsLong()));
		return due;
	}

	private void answer(Optional<GroupBatch> taken, Tick now) {
		assertThat(taken).as("what is due gives a batch, at %s", TimeText.of(elapsed())).isPresent();
		settle(taken.orElseThrow(), now);
	}

	private void settle(GroupBatch batch, Tick now) {
		Speech speech = batch.speech();
		String outcome = "";
		this.ledger.check(batch);
		if (this.silent) {
			outcome = " - no answer";
		}
		else if (this.refused.contains(speech.form())) {
			this.grouping.skipped(HERE, batch, now);
			outcome = " - refused";
		}
		else if (speech.target() != null && this.deleted.contains(speech.target())) {
			this.grouping.gone(HERE, batch, now);
			outcome = " - gone";
		}
		else {
			acknowledge(batch, now);
		}
		this.transcript.said(elapsed(), BatchWording.of(batch, now) + outcome, BatchWording.isCount(batch));
		keepIncidents(now);
		this.ledger.checkSum(this.grouping.waiting(HERE));
	}

	private void acknowledge(GroupBatch batch, Tick now) {
		MessageRef ref = null;
		String link = null;
		if (batch.speech().form() == Form.POST && this.destination.kind() == Destination.Kind.BOT) {
			this.posts++;
			ref = new MessageRef("C1", "1." + this.posts);
			if (batch.groups().size() == 1) {
				this.living.put(GroupingAtHand.kindOf(batch.groups().get(0)), ref);
			}
		}
		if (batch.speech().form() == Form.LOOK_UP) {
			link = "https://acme.slack.com/archives/C1/p1";
		}
		this.ledger.acknowledged(batch);
		this.grouping.acknowledged(HERE, batch, new Receipt(ref, link), now);
	}

	private void keepIncidents(Tick now) {
		if (this.grouping.isIncidentChanged(HERE)) {
			this.nextRun.keepIncidents(this.grouping.changedIncidents(HERE, now));
		}
	}

	private void happen(String[] words) {
		Tick now = this.clock.get();
		switch (words[0]) {
			case "report" -> log(Repetition.report(words, now.instant()));
			case "log" -> log(Repetition.event(words, elapsed(), now.instant()));
			case "mute" -> assertThat(this.grouping.muting().mute(subject(words[1]), term(words[2]), now)).isPresent();
			case "unmute" -> assertThat(this.grouping.muting().unmute(subject(words[1]), now)).isTrue();
			case "clock" -> this.clock.jumpBack(TimeText.parseDuration(words[1]).negated());
			case "version" -> this.version = words[1];
			case "restart" -> restart(now);
			case "silence" -> this.silent = true;
			case "answer" -> this.silent = false;
			case "refuse" -> this.refused.add(Form.valueOf(words[1]));
			case "delete" -> Optional.ofNullable(this.living.get(words[1])).ifPresent(this.deleted::add);
			case "housekeeping" -> this.ledger.dropped(this.grouping.dropMuted(HERE, now));
			case "end" -> end(now);
			case "stop" -> {
			}
			default -> throw new IllegalArgumentException(String.join(" ", words));
		}
	}

	private void log(LogEvent event) {
		this.ledger.logged(event);
		this.grouping.fold(event, List.of(HERE), this.clock.get());
	}

	private static Mute.Subject subject(String kind) {
		return new Mute.Subject.Kind(id(kind));
	}

	private static Mute.Term term(String word) {
		return switch (word) {
			case "tenfold" -> new Mute.Term.TenTimesMore();
			case "version" -> new Mute.Term.UntilNextVersion();
			default -> new Mute.Term.For(TimeText.parseDuration(word));
		};
	}

	private static String id(String kind) {
		return new Fingerprinting(ScenarioSettings.of(Map.of()), List.of())
			.identify(Logged.ofKind(Severity.ERROR, kind).event(), new Tick(Logged.NOON, 0))
			.fingerprint()
			.id();
	}

	private void restart(Tick now) {
		keepIncidents(now);
		this.nextRun.keep(this.grouping.spool(HERE, true, now));
		long before = this.grouping.waiting(HERE);
		this.nextRun.keepMutes(this.grouping.muting().handOver());
		this.grouping = grouping();
		this.grouping.muting().restore(this.nextRun.mutes(), now);
		this.grouping.restore(HERE, this.nextRun.groups(), this.nextRun.incidents(), now);
		assertThat(this.grouping.waiting(HERE)).isEqualTo(before);
		this.transcript.said(elapsed(), "(restarted, " + before + " waiting)", false);
	}

	/** What the pipeline does at the end. */
	private void end(Tick now) {
		Optional<GroupBatch> batch = this.grouping.takeAll(HERE, false, now);
		while (batch.isPresent()) {
			settle(batch.get(), now);
			batch = this.grouping.takeAll(HERE, false, now);
		}
		batch = this.grouping.takeLastEdit(HERE, now);
		while (batch.isPresent()) {
			settle(batch.get(), now);
			batch = this.grouping.takeLastEdit(HERE, now);
		}
	}

}
