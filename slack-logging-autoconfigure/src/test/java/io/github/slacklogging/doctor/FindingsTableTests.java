package io.github.slacklogging.doctor;

import java.util.List;

import io.github.slacklogging.Finding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FindingsTableTests {

	private static final Finding FINE = Finding.ok("spool", "place", "/var/lib/orders");

	@Test
	void tableFitsTheTerminalWhateverIsTold() {
		String table = new FindingsTable(List.of(FINE,
				Finding.failed("destination ".repeat(9), "check".repeat(9), "word ".repeat(90), "advice ".repeat(50)),
				Finding.warning("x", "y", "z".repeat(400), "z".repeat(400))))
			.toString();
		assertThat(table.lines().limit(table.lines().count() - 1)).allMatch((line) -> line.length() == 120);
		assertThat(table.lines().filter((line) -> line.contains("word")).count()).isGreaterThan(5);
	}

	@Test
	void adviceStandsBelowWhatWasSeenAndASubjectOnce() {
		String table = new FindingsTable(
				List.of(FINE, Finding.failed("spool", "rights", "the folder cannot be used", "Mount it writeable.")))
			.toString();
		assertThat(table).containsOnlyOnce("| spool ");
		assertThat(table).containsSubsequence("| FAILED ", "the folder cannot be used", "-> Mount it writeable.");
	}

	@Test
	void summaryCountsProblemsAndWarnings() {
		assertThat(new FindingsTable(List.of(FINE)).summary()).isEqualTo("No problem found");
		Finding failed = Finding.failed("a", "b", "c", "d");
		Finding warning = Finding.warning("a", "b", "c", "d");
		assertThat(new FindingsTable(List.of(failed, failed, warning)).summary()).isEqualTo("2 problems, 1 warning");
		assertThat(new FindingsTable(List.of(warning)).summary()).isEqualTo("no problems, 1 warning");
	}

	@Test
	void onlyFailuresMakeItUnhealthy() {
		Finding skipped = Finding.skipped("a", "b", "c", null);
		Finding warning = Finding.warning("a", "b", "c", "d");
		assertThat(new FindingsTable(List.of(FINE, skipped, warning)).isHealthy()).isTrue();
		assertThat(new FindingsTable(List.of(FINE, Finding.failed("a", "b", "c", "d"))).isHealthy()).isFalse();
	}

	@Test
	void whatCameOverTheWireCannotSteerTheTerminal() {
		String table = new FindingsTable(List.of(Finding.ok("a", "b", "team '\u001b[31mred\u202e\nsecond'")))
			.toString();
		assertThat(table).contains("team ' [31mred second'").doesNotContain("\u001b", "\u202e");
	}

}
