package io.github.slacklogging.it.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.it.fault.ToldMessage.Form;
import io.github.slacklogging.it.fault.ToldMessage.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(Lifecycle.PER_METHOD)
class FaultTableTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private Path document;

	@BeforeEach
	void write() throws IOException {
		this.document = this.folder.resolve("reliability.md");
		Files.writeString(this.document, "before\n<!-- faults:begin -->\n<!-- faults:end -->\nafter\n");
	}

	@Test
	void rowsStandInTheOrderOfTheFaultsWhateverComesFirst() throws IOException {
		writing().bring(row(Fault.GARBAGE, 10, 10, 7));
		writing().bring(row(Fault.DOWN, 1_310, 1_310, 3));
		assertThat(Files.readString(this.document)).startsWith("before\n<!-- faults:begin -->\n| fault | logged | ")
			.contains("| Slack is down: nobody listens | 1,310 | 1 + 1,309 + 0 | 0 | corrupt 2 | 0 | 0 | 0 | 3 | 4 |\n"
					+ "| 200 with garbage | 10 |")
			.endsWith("|\n<!-- faults:end -->\nafter\n");
	}

	@Test
	void rowWrittenAgainTakesThePlaceOfTheOld() {
		writing().bring(row(Fault.DOWN, 10, 10, 3));
		writing().bring(row(Fault.DOWN, 20, 20, 3));
		assertThat(writing().titles()).containsExactly(Fault.DOWN.title());
	}

	@Test
	void rowThatPromisesTheSameIsWelcomeThoughItsMomentDiffers() {
		writing().bring(row(Fault.DOWN, 10, 10, 3));
		comparing().bring(row(Fault.DOWN, 20, 20, 9));
	}

	@Test
	void rowThatLosesWhatItDidNotLoseIsRefused() {
		writing().bring(row(Fault.DOWN, 10, 10, 3));
		assertThatThrownBy(() -> comparing().bring(row(Fault.DOWN, 10, 4, 3))).isInstanceOf(AssertionError.class)
			.hasMessageContaining(Fault.DOWN.title());
	}

	@Test
	void missingRowIsRefused() {
		assertThatThrownBy(() -> comparing().bring(row(Fault.DOWN, 10, 10, 3))).isInstanceOf(AssertionError.class)
			.hasMessageContaining("-Dfaults.write=true");
	}

	@Test
	void documentListsEveryFault() {
		List<String> titles = Arrays.stream(Fault.values()).map(Fault::title).toList();
		assertThat(FaultTable.ofProject().titles()).isEqualTo(titles);
	}

	private FaultTable writing() {
		return new FaultTable(this.document, true);
	}

	private FaultTable comparing() {
		return new FaultTable(this.document, false);
	}

	private static FaultRow row(Fault fault, long logged, long told, long requests) {
		ToldMessage message = new ToldMessage(Form.FIRST, false, List.of(new Kind("KindA", told, List.of())), 0);
		Account account = new Account(Map.of("KindA", logged), new ToldCounts(List.of(message)), 0);
		return new FaultRow(fault, account, 0, 0, Map.of("corrupt", 2L), requests, 4);
	}

}
