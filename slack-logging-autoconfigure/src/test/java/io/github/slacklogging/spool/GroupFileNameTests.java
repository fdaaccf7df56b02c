package io.github.slacklogging.spool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GroupFileNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "default", "on-call.1_x", "Über/weg", "..", "a b*c%d\u0000", "7-8-x.groups" })
	void everyDestinationHasAPlainName(String destination) {
		GroupFileName name = new GroupFileName(3, 12, 4711, Series.waiting(destination));
		assertThat(name.toString()).matches("[0-9]{20}-[0-9]{20}-4711-[A-Za-z0-9._%+-]+\\.groups");
		assertThat(GroupFileName.parse(name.toString())).contains(name);
		assertThat(GroupFileName.parseMark(GroupFileName.mark(destination))).contains(destination);
	}

	@Test
	void nameIsAsDocumented() {
		assertThat(new GroupFileName(3, 12, 41, Series.waiting("oncall")))
			.hasToString("00000000000000000003-00000000000000000012-41-oncall.groups");
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "x.incidents", "x.groups", "7-8-x.incidents", "Über/weg" })
	void incidentsOfADestinationAreNobodysGroups(String destination) {
		GroupFileName incidents = new GroupFileName(3, 12, 41, Series.incidents(destination));
		GroupFileName waiting = new GroupFileName(3, 12, 41, Series.waiting(destination));
		assertThat(GroupFileName.parse(incidents.toString())).contains(incidents);
		assertThat(GroupFileName.parse(waiting.toString())).contains(waiting);
		assertThat(incidents).isNotEqualTo(waiting);
		assertThat(waiting.covers(new GroupFileName(3, 3, 1, Series.incidents(destination)))).isFalse();
	}

	/** The pattern is that of the versions before there were incidents. */
	@ParameterizedTest
	@ValueSource(strings = { "default", "x.groups" })
	void versionsThatKnowNoIncidentsLeaveTheirFilesAlone(String destination) {
		String name = new GroupFileName(3, 12, 41, Series.incidents(destination)).toString();
		assertThat(name).doesNotMatch("([0-9]{20})-([0-9]{20})-([0-9]{1,18})-(.+)\\.groups");
		assertThat(name + Disk.TEMPORARY).doesNotMatch("(.*\\.groups|running|owner[0-9]+)\\.tmp");
	}

	@Test
	void nameOfAFileOfIncidentsIsAsDocumented() {
		assertThat(new GroupFileName(3, 12, 41, Series.incidents("oncall")))
			.hasToString("00000000000000000003-00000000000000000012-41-oncall.incidents");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".lock", "running", "1-2-3-a.groups",
			"00000000000000000009-00000000000000000003-1-backwards.groups",
			"00000000000000000003-99999999999999999999-1-toolarge.groups",
			"00000000000000000003-00000000000000000004-9999999999999999999-many.groups",
			"00000000000000000003-00000000000000000004-1-%zz.groups",
			"00000000000000000003-00000000000000000004-1-%61.groups",
			"00000000000000000003-00000000000000000004-1-a.others",
			"00000000000000000003-00000000000000000004-1-a.incidents.tmp",
			"00000000000000000003-00000000000000000004-1-a.groups.tmp" })
	void otherNamesAreNoFilesOfOurs(String name) {
		assertThat(GroupFileName.parse(name)).isEmpty();
	}

	@Test
	void laterFileCoversWhatLiesInItsRange() {
		GroupFileName covering = new GroupFileName(3, 7, 1, Series.waiting("a"));
		assertThat(covering.covers(new GroupFileName(3, 3, 1, Series.waiting("a")))).isTrue();
		assertThat(covering.covers(new GroupFileName(4, 6, 1, Series.waiting("a")))).isTrue();
		assertThat(covering.covers(new GroupFileName(2, 2, 1, Series.waiting("a")))).isFalse();
		assertThat(covering.covers(new GroupFileName(2, 6, 1, Series.waiting("a")))).isFalse();
		assertThat(covering.covers(new GroupFileName(8, 8, 1, Series.waiting("a")))).isFalse();
		assertThat(covering.covers(new GroupFileName(4, 4, 1, Series.waiting("b")))).isFalse();
		assertThat(covering.covers(covering)).isFalse();
	}

}
