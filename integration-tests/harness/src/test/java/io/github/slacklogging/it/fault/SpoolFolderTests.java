package io.github.slacklogging.it.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_METHOD)
class SpoolFolderTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void folderThatIsNotThereYetKeepsNothing() {
		assertThat(new SpoolFolder(this.folder.resolve("absent")).events()).isZero();
	}

	@Test
	void eventsOfAllDestinationsAndInstancesCount() throws IOException {
		write("00000000000000000001-00000000000000000001-5-default.groups");
		write("00000000000000000002-00000000000000000002-7-on-call.groups");
		write("2/00000000000000000001-00000000000000000003-11-default.groups");
		write("default.underway");
		assertThat(spool().events()).isEqualTo(23);
		assertThat(spool().hasSecondInstance()).isTrue();
	}

	@Test
	void fileInsideTheRangeOfAnotherDoesNotCount() throws IOException {
		write("00000000000000000001-00000000000000000001-5-default.groups");
		write("00000000000000000002-00000000000000000002-7-oncall.groups");
		write("00000000000000000001-00000000000000000003-6-default.groups");
		assertThat(spool().events()).isEqualTo(6 + 7);
	}

	@Test
	void onlyTheNewestFileIsTorn() throws IOException {
		Path older = write("00000000000000000001-00000000000000000001-5-default.groups");
		Path newest = write("00000000000000000002-00000000000000000002-5-default.groups");
		spool().tearNewest();
		assertThat(older).hasSize(10);
		assertThat(newest).hasContent("01234");
	}

	@Test
	void onlyOneByteOfTheNewestFileIsTurnedOver() throws IOException {
		Path newest = write("00000000000000000001-00000000000000000001-5-default.groups");
		spool().damageNewest();
		byte[] expected = "0123456789".getBytes(StandardCharsets.US_ASCII);
		expected[5] = (byte) ~expected[5];
		assertThat(Files.readAllBytes(newest)).isEqualTo(expected);
	}

	@Test
	void filesPutAsideAreSeenAndDoNotCountAsKept() throws IOException {
		write("quarantine/00000000000000000001-00000000000000000001-5-default.groups");
		assertThat(spool().quarantined()).isEqualTo(1);
		assertThat(spool().events()).isZero();
	}

	private SpoolFolder spool() {
		return new SpoolFolder(this.folder);
	}

	private Path write(String name) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.resolveSibling(""));
		return Files.writeString(file, "0123456789");
	}

}
