package io.github.slacklogging.spool;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.testing.SpooledFixture;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.SpooledFixture.START;
import static io.github.slacklogging.testing.SpooledFixture.group;
import static org.assertj.core.api.Assertions.assertThat;

class GroupFileTests {

	private static final List<SpooledGroup> GROUPS = List.of(group("a", 3), RichGroups.rich(), group("b", 7));

	@Test
	void everythingIsReadAsItWasWritten() {
		GroupFile read = GroupFile.read(file(GROUPS));
		assertThat(read.groups()).isEqualTo(GROUPS);
		assertThat(read.created()).contains(START);
		assertThat(read.damaged()).isFalse();
		assertThat(read.events()).isEqualTo(3 + 1_286 + 7);
	}

	@Test
	void incidentIsReadAsItWasWritten() {
		List<SpooledGroup> incidents = List.of(RichGroups.incident(false), RichGroups.bareIncident(),
				RichGroups.incident(true));
		GroupFile read = GroupFile.read(file(incidents));
		assertThat(read.groups()).isEqualTo(incidents);
		assertThat(read.damaged()).isFalse();
		assertThat(read.events()).isZero();
	}

	@Test
	void groupThatWaitsIsWrittenAsBeforeThereWereIncidents() {
		assertThat(new String(GroupWriter.write(GROUPS.get(0)), StandardCharsets.UTF_8)).doesNotContain("incident");
	}

	@Test
	void textsOfAnIncidentAreBounded() {
		String endless = "9".repeat(100_000);
		IncidentState hostile = new IncidentState(Phase.NEW, endless, new MessageRef(endless, endless), null,
				Severity.ERROR, 0, 0, 0, 0, 0, null, false);
		SpooledGroup incident = RichGroups.with(hostile);
		int plain = GroupFile.record(RichGroups.bareIncident()).length;
		assertThat(GroupFile.record(incident).length - plain).isLessThan(3 * GroupWriter.MAX_TEXT + 200);
		assertThat(again(incident).incident()).isNotNull();
	}

	@Test
	void incidentOfAnUnknownPhaseIsDamaged() {
		byte[] later = new String(GroupWriter.write(RichGroups.bareIncident()), StandardCharsets.UTF_8)
			.replace("\"NEW\"", "\"RESOLVED\"")
			.getBytes(StandardCharsets.UTF_8);
		assertThat(GroupReader.read(later, 0, later.length)).isEmpty();
	}

	@Test
	void mapsKeepTheirOrder() {
		assertThat(GroupFile.read(file(GROUPS)).groups().get(1).first().mdc().keySet()).containsExactly("traceId",
				"empty");
	}

	@Test
	void equalExamplesAreWrittenOnce() {
		String text = new String(file(List.of(group("a", 3))), StandardCharsets.ISO_8859_1).replaceAll("[^\\p{ASCII}]",
				"");
		assertThat(text).contains("\"first\"").doesNotContain("\"latest\"");
	}

	@Test
	void fileCutAnywhereGivesTheRecordsBefore() {
		byte[] whole = file(GROUPS);
		for (int length = 0; length < whole.length; length++) {
			GroupFile read = GroupFile.read(Arrays.copyOf(whole, length));
			assertThat(read.damaged()).as("cut at %d", length).isTrue();
			assertThat(GROUPS.subList(0, read.groups().size())).as("cut at %d", length).isEqualTo(read.groups());
		}
	}

	@Test
	void oneDamagedByteCostsOneRecordAtMost() {
		byte[] whole = file(GROUPS);
		for (int position = 0; position < whole.length; position++) {
			byte[] damaged = whole.clone();
			damaged[position] ^= (byte) (1 << (position % 8));
			GroupFile read = GroupFile.read(damaged);
			assertThat(read.damaged()).as("byte %d", position).isTrue();
			assertThat(GROUPS).as("byte %d", position).containsAll(read.groups());
			int lost = GROUPS.size() - read.groups().size();
			assertThat(lost).as("byte %d", position).isEqualTo((position < 12) ? 3 : (position < 28) ? 0 : 1);
		}
	}

	@Test
	void largerFileSurvivesFlipsOfManyBytes() {
		List<SpooledGroup> groups = new Random(7).ints(30, 1, 1_000).mapToObj((i) -> group("k" + i, i)).toList();
		byte[] whole = file(groups);
		Random random = new Random(42);
		for (int round = 0; round < 2_000; round++) {
			byte[] damaged = whole.clone();
			int flips = 1 + random.nextInt(4);
			for (int i = 0; i < flips; i++) {
				damaged[12 + random.nextInt(whole.length - 12)] ^= (byte) (1 + random.nextInt(255));
			}
			GroupFile read = GroupFile.read(damaged);
			assertThat(read.groups()).as("round %d", round).hasSizeGreaterThanOrEqualTo(groups.size() - flips);
			assertThat(groups).as("round %d", round).containsAll(read.groups());
		}
	}

	@Test
	void randomBytesAreNoGroups() {
		Random random = new Random(99);
		for (int round = 0; round < 2_000; round++) {
			byte[] noise = new byte[random.nextInt(2_000)];
			random.nextBytes(noise);
			assertThat(GroupFile.read(noise)).isEqualTo(GroupFile.UNREADABLE);
			byte[] behindAHeader = Arrays.copyOf(file(List.of()), GroupFile.HEADER + noise.length);
			System.arraycopy(noise, 0, behindAHeader, GroupFile.HEADER, noise.length);
			assertThat(GroupFile.read(behindAHeader).groups()).isEmpty();
		}
	}

	@Test
	void marksWithoutRecordsDoNotTakeForEver() {
		byte[] record = GroupFile.record(group("a", 1));
		byte[] hostile = Arrays.copyOf(file(List.of()), 8_000_000);
		for (int position = GroupFile.HEADER; position < hostile.length - 8; position += 8) {
			System.arraycopy(record, 0, hostile, position, 4);
			hostile[position + 5] = 0x10;
		}
		assertThat(GroupFile.read(hostile).groups()).isEmpty();
	}

	@Test
	void fieldsOfALaterVersionAreSkipped() {
		String json = new String(GroupWriter.write(GROUPS.get(0)), StandardCharsets.UTF_8);
		byte[] later = json.replaceFirst("\\{", "{\"new\":{\"a\":[1.5,null,{\"b\":true}]},")
			.getBytes(StandardCharsets.UTF_8);
		assertThat(GroupReader.read(later, 0, later.length)).contains(GROUPS.get(0));
	}

	@Test
	void flagsThatAnEarlierVersionDidNotKnowAreNotSet() {
		String json = new String(GroupWriter.write(GROUPS.get(0)), StandardCharsets.UTF_8);
		byte[] earlier = json.replace("\"mayBeRepeat\":false,", "").getBytes(StandardCharsets.UTF_8);
		assertThat(earlier).hasSizeLessThan(json.length());
		assertThat(GroupReader.read(earlier, 0, earlier.length)).contains(GROUPS.get(0));
	}

	@Test
	void longTextsAreCutBetweenCodePoints() {
		String emoji = "\uD83D\uDE00";
		MaskedEvent event = SpooledFixture.event("a", Severity.ERROR, "x" + emoji.repeat(3_000), null);
		String message = again(RichGroups.with(event)).first().message();
		assertThat(message).hasSizeBetween(3_998, GroupWriter.MAX_TEXT).startsWith("x" + emoji).endsWith(emoji + "…");
	}

	@Test
	void longTracesKeepTheInnermostFrames() {
		MaskedThrowable deep = RichGroups.throwable("a.B", null, 1_000, null, List.of());
		MaskedThrowable read = thrown(again(RichGroups.with(deep)));
		assertThat(read.frames()).isEqualTo(deep.frames().subList(0, ThrowableWriter.MAX_FRAMES));
		assertThat(deep.framesInCommon()).isEqualTo(500);
		assertThat(read.framesInCommon()).isZero();
	}

	@Test
	void framesInCommonAreFewerWhereTheyWereCut() {
		MaskedThrowable deep = RichGroups.throwable("a.B", null, 180, null, List.of());
		assertThat(thrown(again(RichGroups.with(deep))).framesInCommon())
			.isEqualTo(90 - (180 - ThrowableWriter.MAX_FRAMES));
	}

	@Test
	void framesThatTwoTracesHaveInCommonAreWrittenOnce() {
		MaskedThrowable cause = RichGroups.throwable("a.C", null, 50, null, List.of());
		MaskedThrowable outer = RichGroups.throwable("a.B", null, 50, cause, List.of());
		int one = GroupWriter.write(RichGroups.with(cause)).length;
		assertThat(GroupWriter.write(RichGroups.with(outer)).length - one).isLessThan(50 * 20);
		assertThat(thrown(again(RichGroups.with(outer)))).isEqualTo(outer);
	}

	@Test
	void causesAndSuppressedAreBounded() {
		MaskedThrowable deep = RichGroups.throwable("root", null, 1, null, List.of());
		for (int i = 0; i < 50; i++) {
			deep = RichGroups.throwable("cause" + i, null, 1, deep, Collections.nCopies(6, deep));
		}
		MaskedThrowable read = thrown(again(RichGroups.with(deep)));
		int causes = 0;
		for (MaskedThrowable cause = read.cause(); cause != null; cause = cause.cause()) {
			causes++;
		}
		assertThat(causes).isEqualTo(ThrowableWriter.MAX_CAUSES);
		assertThat(read.suppressed()).hasSize(ThrowableWriter.MAX_SUPPRESSED)
			.allSatisfy((one) -> assertThat(one.suppressed()).isEmpty());
	}

	@Test
	void entriesAreBounded() {
		Map<String, String> many = new HashMap<>();
		for (int i = 0; i < 1_000; i++) {
			many.put("key" + i, "value");
		}
		MaskedEvent plain = SpooledFixture.event("a", Severity.ERROR, "failed", null);
		MaskedEvent event = new MaskedEvent(plain.logId(), plain.timestamp(), plain.severity(), plain.loggerName(),
				plain.threadName(), plain.template(), plain.message(), many, many, null, null, 0);
		MaskedEvent read = again(RichGroups.with(event)).first();
		assertThat(read.mdc()).hasSize(GroupWriter.MAX_ENTRIES);
		assertThat(read.keyValues()).hasSize(GroupWriter.MAX_ENTRIES);
	}

	@Test
	void halfACodePointIsNoError() {
		MaskedEvent event = SpooledFixture.event("a", Severity.ERROR, "half \uD83D", null);
		assertThat(again(RichGroups.with(event)).first().message()).isEqualTo("half ?");
	}

	private static MaskedThrowable thrown(SpooledGroup group) {
		return Objects.requireNonNull(group.first().throwable());
	}

	private static SpooledGroup again(SpooledGroup group) {
		return GroupFile.read(file(List.of(group))).groups().get(0);
	}

	private static byte[] file(List<SpooledGroup> groups) {
		return GroupFile.write(START, groups.stream().map(GroupFile::record).toList());
	}

}
