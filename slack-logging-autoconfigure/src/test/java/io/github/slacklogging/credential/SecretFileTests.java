package io.github.slacklogging.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretFileTests {

	private static final FileTime THEN = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@Test
	void contentIsTrimmed() throws IOException {
		assertThat(source(write("\uFEFF  xoxb-one_test \r\n\n")).read().reveal()).isEqualTo("xoxb-one_test");
	}

	@Test
	void changedFileIsReadAgain() throws IOException {
		Path file = write("xoxb-one_test");
		SecretSource source = source(file);
		assertThat(source.read().reveal()).isEqualTo("xoxb-one_test");
		Files.writeString(file, "xoxb-another_test");
		assertThat(source.read().reveal()).isEqualTo("xoxb-another_test");
	}

	@Test
	void replacedTargetOfASymbolicLinkIsReadAgain() throws IOException {
		Path one = write("xoxb-one_test");
		Path two = Files.writeString(this.directory.resolve("two"), "xoxb-two_test");
		Files.setLastModifiedTime(two, THEN);
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), one);
		SecretSource source = source(link);
		assertThat(source.read().reveal()).isEqualTo("xoxb-one_test");
		Files.delete(link);
		Files.createSymbolicLink(link, two);
		assertThat(source.read().reveal()).isEqualTo("xoxb-two_test");
	}

	@Test
	void fileThatLooksTheSameIsOnlyReadAgainAfterARefusal() throws IOException {
		Path file = write("xoxb-one_test");
		SecretSource source = source(file);
		source.read();
		Files.writeString(file, "xoxb-two_test");
		Files.setLastModifiedTime(file, THEN);
		assertThat(source.read().reveal()).isEqualTo("xoxb-one_test");
		source.refused();
		assertThat(source.read().reveal()).isEqualTo("xoxb-two_test");
	}

	@Test
	void acceptedSecretOutlivesItsFile() throws IOException {
		Path file = write("xoxb-one_test");
		SecretSource source = source(file);
		source.read();
		Files.delete(file);
		assertThat(source.read().reveal()).isEqualTo("xoxb-one_test");
		source.refused();
		assertThatExceptionOfType(UnusableSecretException.class).isThrownBy(source::read)
			.withMessageContaining("cannot be read (NoSuchFileException)");
	}

	@Test
	void halfWrittenFileChangesNothingUntilItIsWhole() throws IOException {
		Path file = write("xoxb-one_test");
		SecretSource source = source(file);
		source.read();
		Files.writeString(file, "xo");
		assertThat(source.read().reveal()).isEqualTo("xoxb-one_test");
		Files.writeString(file, "xoxb-two_test");
		assertThat(source.read().reveal()).isEqualTo("xoxb-two_test");
	}

	@Test
	void missingFileIsToldByItsPropertyAndNotByItsPath() {
		Path missing = this.directory.resolve("xoxb-pasted_test");
		assertThatExceptionOfType(UnusableSecretException.class).isThrownBy(source(missing)::read)
			.withMessageStartingWith("slack.logging.bot-token-file names a file that cannot be read")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("pasted_test"))
			.withNoCause();
	}

	@Test
	void directoryEmptyAndHugeFilesAreRefused() throws IOException {
		assertRefused(this.directory, "cannot be read");
		assertRefused(write(" \n"), "is empty");
		assertRefused(write("xoxb-" + "x".repeat(20_000)), "too large");
	}

	@Test
	void contentThatIsNoSecretIsRefusedWithoutBeingQuoted() throws IOException {
		assertRefused(write("hunter2_test"), "whose content is not a token");
	}

	private void assertRefused(Path file, String reason) {
		assertThatExceptionOfType(UnusableSecretException.class).isThrownBy(source(file)::read)
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("hunter2"))
			.withNoCause();
	}

	private SecretSource source(Path file) {
		return SecretSource.file("slack.logging.bot-token-file", file, SecretRule.botToken(true));
	}

	private Path write(String content) throws IOException {
		Path file = Files.writeString(this.directory.resolve("secret"), content);
		Files.setLastModifiedTime(file, THEN);
		return file;
	}

}
