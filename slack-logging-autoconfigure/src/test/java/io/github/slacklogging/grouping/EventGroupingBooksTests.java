package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

import io.github.slacklogging.Destination;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Incidents;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import io.github.slacklogging.grouping.Speech.Form;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens, in whatever order, at a webhook and at a bot: told + given up +
 * waiting = folded; what is due gives a batch; and when all that is due is answered,
 * nothing is due any more. The clock overflows on the way.
 */
class EventGroupingBooksTests {

	private static final int STEPS = 5_000;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 })
	void booksBalanceAtEveryMoment(long seed) {
		Random random = new Random(seed);
		Destination destination = (seed % 2 == 0) ? GroupingAtHand.bot("here") : GroupingAtHand.webhook("here");
		Place place = new Place(destination, settings(random, seed % 5 != 0), random);
		for (int step = 0; step < STEPS; step++) {
			place.step(random.nextInt(100));
			place.check();
		}
		place.finish();
	}

	private static Settings settings(Random random, boolean enabled) {
		Incidents incidents = new Incidents(Duration.ofMinutes(15), List.of(10L, 100L, 1_000L), Duration.ofHours(4),
				random.nextBoolean() ? 5 : 20);
		return new Settings(enabled, List.of("orders", "test"), List.of("com.acme"), 12, Duration.ofSeconds(1), 100, 5,
				Severity.WARN, Duration.ofMinutes(5), incidents);
	}

	/** One destination, what was done there and what must be true of it. */
	private static final class Place {

		private static final String HERE = "here";

		private static final String[] ANSWERS = { "acknowledge", "drop", "skip", "gone" };

		private final Destination destination;

		private final Settings settings;

		private final Random random;

		private final NextRun nextRun = new NextRun();

		private Tick now = new Tick(Logged.NOON, Long.MAX_VALUE - Duration.ofHours(30).toNanos());

		private String version = "1";

		private EventGrouping grouping;

		private final Map<Severity, Long> folded = new EnumMap<>(Severity.class);

		private final Map<Severity, Long> settled = new EnumMap<>(Severity.class);

		private int posts;

		private @Nullable GroupBatch open;

		Place(Destination destination, Settings settings, Random random) {
			this.destination = destination;
			this.settings = settings;
			this.random = random;
			this.grouping = grouping();
		}

		private EventGrouping grouping() {
			return new EventGrouping(this.settings, List.of(), List.of(this.destination), () -> this.version, this.now);
		}

		void step(int dice) {
			this.grouping.muting().advance(this.now);
			if (dice < 60) {
				fold();
			}
			else if (dice < 72) {
				pass();
			}
			else if (dice < 80) {
				take();
			}
			else if (dice < 90) {
				settle(ANSWERS[Math.max(0, this.random.nextInt(8) - 4)]);
			}
			else if (dice < 95) {
				answerAllThatIsDue(ANSWERS[this.random.nextInt(ANSWERS.length)]);
			}
			else {
				happen(this.random.nextInt(12));
			}
		}

		private void fold() {
			// few kinds often, many kinds seldom; bursts, so that crowds come about
			int times = (this.random.nextInt(20) == 0) ? 60 : 1;
			Severity severity = Severity.values()[this.random.nextInt(Severity.values().length)];
			Logged logged = Logged.ofKind(severity, kind()).by("logger" + this.random.nextInt(3));
			if (this.random.nextBoolean()) {
				logged.throwing("java.lang.IllegalStateException: no\n\tat com.acme.Orders.save(Orders.java:7)");
			}
			for (int i = 0; i < times; i++) {
				LogEvent event = logged.after(Duration.between(Logged.NOON, this.now.instant())).event();
				this.grouping.fold(event, List.of(HERE), this.now);
				this.folded.merge(severity, 1L, Long::sum);
			}
		}

		private String kind() {
			return "k" + (this.random.nextBoolean() ? this.random.nextInt(5) : this.random.nextInt(60));
		}

		private void pass() {
			int most = switch (this.random.nextInt(20)) {
				case 0 -> 100_000_000;
				case 1, 2 -> 2_000_000;
				default -> 6_000;
			};
			this.now = this.now.plus(Duration.ofMillis(this.random.nextInt(most)));
		}

		private void take() {
			long waiting = this.grouping.waiting(HERE);
			long tellable = this.grouping.tellable(HERE);
			Optional<GroupBatch> batch = switch (this.random.nextInt(9)) {
				case 0 -> this.grouping.takeElsewhere(HERE, this.now);
				case 1 -> this.grouping.takePresent(HERE, this.now);
				case 2 -> this.grouping.takeLastEdit(HERE, this.now);
				case 3 -> {
					Optional<GroupBatch> all = this.grouping.takeAll(HERE, true, this.now);
					boolean mutes = !this.grouping.muting().mutes().isEmpty();
					assertThat(all.isPresent()).isEqualTo(mutes ? all.isPresent() && tellable > 0 : waiting > 0);
					yield all;
				}
				case 4 -> this.grouping.takeAll(HERE, false, this.now);
				case 5, 6 -> takeDue(Pace.EDIT);
				default -> takeDue(Pace.POST);
			};
			batch.ifPresent((taken) -> check(taken, waiting));
			this.open = batch.orElse(null);
		}

		private Optional<GroupBatch> takeDue(Pace pace) {
			boolean due = this.grouping.isDue(HERE, pace, this.now);
			Optional<GroupBatch> batch = (pace == Pace.POST) ? this.grouping.take(HERE, this.now)
					: this.grouping.takeEdit(HERE, this.now);
			assertThat(batch.isPresent()).as("due gives a batch: %s", pace).isEqualTo(due);
			batch.ifPresent((taken) -> {
				assertThat(taken.speech().form().pace()).isEqualTo(pace);
				assertThat(this.now.isAtOrAfter(taken.dueNanos())).isTrue();
			});
			return batch;
		}

		private static void check(GroupBatch batch, long waiting) {
			new Ledger().check(batch);
			assertThat(sum(batch.events())).isBetween(0L, waiting);
			assertThat(batch.groups().isEmpty() && batch.storm() == null).isFalse();
			for (EventGroup group : batch.groups()) {
				assertThat(group.total()).isGreaterThanOrEqualTo(group.count());
				assertThat(group.firstSeen()).isBeforeOrEqualTo(group.lastSeen());
			}
		}

		private void settle(String answer) {
			GroupBatch batch = this.open;
			this.open = null;
			if (batch == null) {
				return;
			}
			boolean post = batch.speech().form() == Form.POST;
			switch (answer) {
				case "drop" -> {
					this.grouping.dropped(HERE, batch, this.now);
					count(batch.events());
				}
				case "skip", "gone" -> {
					if (post) {
						// neither is an answer to a new post
						acknowledge(batch);
					}
					else if (answer.equals("skip")) {
						this.grouping.skipped(HERE, batch, this.now);
					}
					else {
						this.grouping.gone(HERE, batch, this.now);
					}
				}
				default -> acknowledge(batch);
			}
			keepIncidents();
		}

		private void acknowledge(GroupBatch batch) {
			this.posts++;
			boolean living = batch.speech().form() == Form.POST && this.destination.kind() == Destination.Kind.BOT;
			MessageRef ref = living ? new MessageRef("C1", "1." + this.posts) : null;
			this.grouping.acknowledged(HERE, batch, new Receipt(ref, null), this.now);
			count(batch.events());
		}

		private void count(Map<Severity, Long> events) {
			events.forEach((severity, count) -> this.settled.merge(severity, count, Long::sum));
		}

		private void keepIncidents() {
			if (this.grouping.isIncidentChanged(HERE)) {
				this.nextRun.keepIncidents(this.grouping.changedIncidents(HERE, this.now));
				assertThat(this.grouping.isIncidentChanged(HERE)).isFalse();
				assertThat(this.nextRun.incidents()).hasSizeLessThanOrEqualTo(this.settings.maxGroups());
			}
		}

		private void answerAllThatIsDue(String answer) {
			this.open = null;
			Optional<GroupBatch> batch = takeDue(Pace.POST).or(() -> takeDue(Pace.EDIT));
			for (int calls = 0; batch.isPresent(); calls++) {
				assertThat(calls).as("%s is answered '%s', and comes again", batch.get().speech(), answer)
					.isLessThan(400);
				this.open = batch.get();
				settle(answer);
				batch = takeDue(Pace.POST).or(() -> takeDue(Pace.EDIT));
			}
		}

		private void happen(int dice) {
			switch (dice) {
				case 0, 1, 2 -> mute();
				case 3 -> this.grouping.muting().unmute(subject(), this.now);
				case 4, 5 -> {
					this.open = null;
					count(this.grouping.dropMuted(HERE, this.now));
				}
				case 6 -> {
					this.open = null;
					count(this.grouping.dropSilentSince(HERE, this.now.nanos() - Duration.ofHours(9).toNanos(),
							this.now));
				}
				case 7 -> this.version = this.version + "1";
				case 8 -> this.grouping.spool(HERE, this.random.nextBoolean(), this.now);
				case 9 -> this.grouping.unspool(HERE);
				default -> restart();
			}
		}

		private void mute() {
			Mute.Term term = switch (this.random.nextInt(4)) {
				case 0 -> new Mute.Term.TenTimesMore();
				case 1 -> new Mute.Term.UntilNextVersion();
				default -> new Mute.Term.For(Duration.ofMinutes(1 + this.random.nextInt(90)));
			};
			this.grouping.muting().mute(subject(), term, this.now);
		}

		private Mute.Subject subject() {
			return (this.random.nextInt(4) == 0) ? new Mute.Subject.Logger("logger" + this.random.nextInt(3))
					: new Mute.Subject.Kind(id(kind()));
		}

		private String id(String kind) {
			return new Fingerprinting(this.settings, List.of())
				.identify(Logged.ofKind(Severity.ERROR, kind).event(), this.now)
				.fingerprint()
				.id();
		}

		private void restart() {
			this.open = null;
			keepIncidents();
			this.nextRun.keep(this.grouping.spool(HERE, true, this.now));
			assertThat(this.grouping.spooled(HERE)).isEqualTo(this.grouping.waiting(HERE));
			this.nextRun.keepMutes(this.grouping.muting().handOver());
			this.grouping = grouping();
			this.grouping.muting().restore(this.nextRun.mutes(), this.now);
			this.grouping.restore(HERE, this.nextRun.groups(), this.nextRun.incidents(), this.now);
		}

		void check() {
			long waiting = this.grouping.waiting(HERE);
			assertThat(waiting + sum(this.settled)).isEqualTo(sum(this.folded));
			assertThat(this.grouping.overdue(HERE, this.now)).isBetween(0L, waiting);
			assertThat(this.grouping.spooled(HERE)).isBetween(0L, waiting);
			for (Pace pace : Pace.values()) {
				boolean due = this.grouping.isDue(HERE, pace, this.now);
				OptionalLong next = this.grouping.nextDueNanos(HERE, pace);
				assertThat(due).isEqualTo(next.isPresent() && this.now.isAtOrAfter(next.getAsLong()));
			}
			assertThat(this.grouping.waitsFor(HERE, Pace.POST) || this.grouping.waitsFor(HERE, Pace.EDIT))
				.isEqualTo(this.grouping.tellable(HERE) > 0);
			assertThat(this.grouping.tellable(HERE)).isBetween(0L, waiting);
		}

		void finish() {
			this.grouping.muting().mutes().forEach((mute) -> this.grouping.muting().unmute(mute.subject(), this.now));
			answerAllThatIsDue("acknowledge");
			this.open = this.grouping.takeAll(HERE, true, this.now).orElse(null);
			settle("acknowledge");
			assertThat(this.grouping.waiting(HERE)).isZero();
			assertThat(this.settled).isEqualTo(this.folded);
		}

		private static long sum(Map<Severity, Long> counts) {
			return counts.values().stream().mapToLong(Long::longValue).sum();
		}

	}

}
