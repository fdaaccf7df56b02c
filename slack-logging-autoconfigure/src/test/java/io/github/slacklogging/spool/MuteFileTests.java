package io.github.slacklogging.spool;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Mute.End;
import io.github.slacklogging.Mute.Subject;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.GroupSpoolContract.incidents;
import static io.github.slacklogging.testing.GroupSpoolContract.recover;
import static io.github.slacklogging.testing.SpooledFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

/** How mutes survive, on a disk in memory. */
class MuteFileTests {

	private static final Path DIRECTORY = Path.of("/var/spool/orders");

	private static final KeptMute TIMED = new KeptMute(
			new Mute(new Subject.Kind("k7f3q2a"), new End.At(START.plus(Duration.ofHours(1))), START), 0);

	private static final KeptMute COUNTING = new KeptMute(
			new Mute(new Subject.Logger("com.acme.\"Orders\" é"), new End.AtTotal(1_000), START.plusSeconds(1)), 812);

	private static final KeptMute VERSIONED = new KeptMute(
			new Mute(new Subject.Logger("com"), new End.AfterVersion("1.8.2"), START.plusSeconds(2)), 0);

	private final ManualClock clock = new ManualClock();

	private final List<String> troubles = new CopyOnWriteArrayList<>();

	private final MemoryDisk disk = new MemoryDisk();

	private int processes;

	private FileGroupSpool started(String... destinations) throws Exception {
		return new FileGroupSpool(new FileGroupSpool.Settings(DIRECTORY, false, false, 1_000_000, Duration.ofDays(7),
				Set.of(destinations)), this.clock, this.troubles::add, this.disk, "process" + this.processes++);
	}

	private List<KeptMute> recovered(String... destinations) throws Exception {
		FileGroupSpool next = started(destinations);
		try {
			return recover(next).mutes();
		}
		finally {
			next.close();
		}
	}

	private static Kept mutes(FileGroupSpool spool, KeptMute... mutes) throws Exception {
		CompletableFuture<Kept> answer = new CompletableFuture<>();
		spool.keepMutes(List.of(mutes), answer::complete);
		return answer.get(20, TimeUnit.SECONDS);
	}

	@Test
	void everySortOfMuteComesBackAsItWas() throws Exception {
		FileGroupSpool spool = started("default");
		recover(spool);
		assertThat(mutes(spool, TIMED, COUNTING, VERSIONED)).isEqualTo(new Kept(true, 3));
		spool.close();
		assertThat(recovered("default")).containsExactly(TIMED, COUNTING, VERSIONED);
		assertThat(recovered("another")).as("they belong to no destination").hasSize(3);
	}

	@Test
	void laterMutesTakeThePlaceOfThoseBefore() throws Exception {
		FileGroupSpool spool = started("default");
		recover(spool);
		mutes(spool, TIMED, COUNTING);
		mutes(spool, VERSIONED);
		spool.close();
		assertThat(recovered("default")).containsExactly(VERSIONED);
	}

	@Test
	void muteThatOnlyItsIncidentTellsOfIsOfAVersionBefore() throws Exception {
		FileGroupSpool spool = started("default");
		recover(spool);
		incidents(spool, "default", muted());
		spool.close();
		assertThat(recovered("default")).extracting(KeptMute::mute).containsExactly(TIMED.mute());
		FileGroupSpool next = started("default");
		recover(next);
		mutes(next);
		next.close();
		assertThat(recovered("default")).as("it was ended since").isEmpty();
	}

	private static SpooledGroup muted() {
		SpooledGroup rich = RichGroups.incident(false);
		IncidentState state = Objects.requireNonNull(rich.incident());
		assertThat(state.mute()).isEqualTo(TIMED.mute());
		return rich;
	}

	@Test
	void incidentOfAVersionThatOnlyKnewMutesForATimeIsRead() {
		byte[] json = """
				{"phase":"ONGOING","version":"1","toldAs":"ERROR","toldTotal":1,"milestone":0,"reminders":0,
				"peakPerMinute":1,"withoutStack":0,"mutedUntil":"2026-01-02T13:00:00Z","over":false}
				""".getBytes(StandardCharsets.UTF_8);
		IncidentState state = IncidentFields.read(JsonFields.read(json, 0, json.length), "k7f3q2a");
		assertThat(state.mute()).isEqualTo(new Mute(new Subject.Kind("k7f3q2a"),
				new End.At(Instant.parse("2026-01-02T13:00:00Z")), Instant.EPOCH));
	}

	@Test
	void processThatIsNoMoreLeavesItsMutesToTheNext() throws Exception {
		FileGroupSpool first = started("default");
		recover(first);
		FileGroupSpool second = started("default");
		recover(second);
		mutes(first, TIMED);
		KeptMute newer = new KeptMute(new Mute(TIMED.mute().subject(), new End.AtTotal(10), START.plusSeconds(9)), 1);
		mutes(second, newer, VERSIONED);
		first.close();
		second.close();
		assertThat(recovered("default")).containsExactly(newer, VERSIONED);
		assertThat(recovered("default")).containsExactly(newer, VERSIONED);
	}

	@Test
	void fileThatCannotBeReadIsToldAndQuarantined() throws Exception {
		FileGroupSpool spool = started("default");
		recover(spool);
		spool.close();
		this.disk.write(DIRECTORY.resolve(MuteFields.FORMAT.file()), "{\"mutes\":[{".getBytes(StandardCharsets.UTF_8));
		assertThat(recovered("default")).isEmpty();
		assertThat(this.troubles).anyMatch((text) -> text.contains("mutes"));
		assertThat(this.disk.names(DIRECTORY.resolve("quarantine"))).contains(MuteFields.FORMAT.file());
	}

	@Test
	void muteOfALaterVersionCostsNoOther() throws Exception {
		FileGroupSpool spool = started("default");
		recover(spool);
		spool.close();
		this.disk.write(DIRECTORY.resolve(MuteFields.FORMAT.file()), """
				{"mutes":[{"planet":"mars","since":"2026-01-02T12:00:00Z","until":"2026-01-02T13:00:00Z"},
				{"kind":"k7f3q2a","since":"2026-01-02T12:00:00Z","whileVersion":"1"}]}
				""".getBytes(StandardCharsets.UTF_8));
		assertThat(recovered("default")).hasSize(1);
		assertThat(this.troubles).anyMatch((text) -> text.contains("a mute"));
	}

}
