package io.github.slacklogging.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.slacklogging.BoundedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FileAuthorizationTests {

	private static final FileTime THEN = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

	private final KnownSecrets known = new KnownSecrets();

	private final List<String> trouble = new ArrayList<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@Test
	void passwordIsSentAsBasicInUtf8() throws IOException {
		FileAuthorization authorization = FileAuthorization.basic("jürgen", password(write(" pass wörd_test: \n")),
				this.known, this.trouble::add);
		String header = header(authorization);
		assertThat(header).startsWith("Basic ");
		assertThat(new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8))
			.isEqualTo("jürgen:pass wörd_test:");
		assertThat(this.trouble).isEmpty();
	}

	@Test
	void keysAndTokensStandBehindTheirWord() throws IOException {
		assertThat(header(FileAuthorization.apiKey(key(write("os_one_test\n")), this.known, this.trouble::add)))
			.isEqualTo("ApiKey os_one_test");
		assertThat(header(FileAuthorization.bearer(SecretSource.file("slack.logging.opensearch.bearer-token-file",
				write("a.b-c_test=="), SecretRule.bearerToken()), this.known, this.trouble::add)))
			.isEqualTo("Bearer a.b-c_test==");
	}

	@Test
	void changedFileIsReadAgainAndSoIsARefusedOne() throws IOException {
		Path file = write("os_one_test");
		FileAuthorization authorization = FileAuthorization.apiKey(key(file), this.known, this.trouble::add);
		assertThat(header(authorization)).isEqualTo("ApiKey os_one_test");
		Files.writeString(file, "os_another_test");
		assertThat(header(authorization)).isEqualTo("ApiKey os_another_test");
		Files.setLastModifiedTime(file, THEN);
		assertThat(header(authorization)).isEqualTo("ApiKey os_another_test");
		Files.writeString(file, "os_renewed_test");
		Files.setLastModifiedTime(file, THEN);
		assertThat(header(authorization)).isEqualTo("ApiKey os_another_test");
		authorization.refused();
		assertThat(header(authorization)).isEqualTo("ApiKey os_renewed_test");
	}

	@Test
	void badContentGivesNoHeaderAndIsToldOnceUntilItIsGoodAgain() throws IOException {
		Path file = write("os_one_test");
		FileAuthorization authorization = FileAuthorization.apiKey(key(file), this.known, this.trouble::add);
		header(authorization);
		authorization.refused();
		Files.writeString(file, "hunter2 hunter2_test");
		assertThat(authorization.authorization()).isNull();
		assertThat(authorization.authorization()).isNull();
		assertThat(this.trouble).singleElement()
			.asString()
			.startsWith("slack.logging.opensearch.api-key-file names a file whose content holds blanks")
			.doesNotContain("hunter2");
		Files.writeString(file, "os_two_test");
		assertThat(header(authorization)).isEqualTo("ApiKey os_two_test");
		authorization.refused();
		Files.delete(file);
		assertThat(authorization.authorization()).isNull();
		assertThat(this.trouble).hasSize(2);
	}

	@Test
	void halfWrittenFileChangesNothingWhileTheOldSecretIsAccepted() throws IOException {
		Path file = write("os_one_test");
		FileAuthorization authorization = FileAuthorization.apiKey(key(file), this.known, this.trouble::add);
		header(authorization);
		Files.writeString(file, "");
		assertThat(header(authorization)).isEqualTo("ApiKey os_one_test");
		assertThat(this.trouble).isEmpty();
	}

	@Test
	void whatWasGivenIsKnownInEachFormAndStandsInNoText() throws IOException {
		FileAuthorization authorization = FileAuthorization.basic("ship", password(write("correct horse_test")),
				this.known, this.trouble::add);
		String base64 = header(authorization).substring(6);
		assertThat(this.known.test("login with correct horse_test failed")).isTrue();
		assertThat(this.known.mask("sent " + base64 + ", which is correct horse_test"))
			.isEqualTo("sent ***, which is ***");
		assertThat(authorization.toString()).doesNotContain("horse", base64);
	}

	@Test
	void passwordIsKnownAlsoWhereAnObjectHoldsIt() throws IOException {
		header(FileAuthorization.basic("ship", password(write("correct\"horse\\_test")), this.known,
				this.trouble::add));
		String object = BoundedJson.of(Map.of("tried", "correct\"horse\\_test"), 1_000);
		assertThat(this.known.mask(object)).isEqualTo("{\"tried\":\"***\"}");
	}

	private static String header(FileAuthorization authorization) {
		return Objects.requireNonNull(authorization.authorization()).reveal();
	}

	private static SecretSource password(Path file) {
		return SecretSource.file("slack.logging.opensearch.password-file", file, SecretRule.password());
	}

	private static SecretSource key(Path file) {
		return SecretSource.file("slack.logging.opensearch.api-key-file", file, SecretRule.apiKey());
	}

	private Path write(String content) throws IOException {
		Path file = Files.writeString(this.directory.resolve("secret"), content);
		Files.setLastModifiedTime(file, THEN);
		return file;
	}

}
