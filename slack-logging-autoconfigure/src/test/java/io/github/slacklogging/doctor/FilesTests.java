package io.github.slacklogging.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.slacklogging.Finding;
import io.github.slacklogging.Finding.Outcome;
import io.github.slacklogging.Tick;
import io.github.slacklogging.testing.SelfSignedCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What lies on the disk besides the spool: the fallback file and certificates. */
class FilesTests {

	@TempDir
	private Path folder;

	@Test
	void fileThatIsThereOrCanBeMadeIsWell() throws IOException {
		Path file = this.folder.resolve("a/b/fallback.log");
		assertThat(file(file).outcome()).isEqualTo(Outcome.OK);
		assertThat(file.getParent()).doesNotExist();
		Files.createDirectories(file.getParent());
		Files.writeString(file, "");
		assertThat(file(file).outcome()).isEqualTo(Outcome.OK);
	}

	@Test
	void folderInThePlaceOfAFileAndFileInThePlaceOfAFolderFail() throws IOException {
		assertThat(file(this.folder).outcome()).isEqualTo(Outcome.FAILED);
		Path file = Files.writeString(this.folder.resolve("a"), "");
		assertThat(file(file.resolve("fallback.log")).outcome()).isEqualTo(Outcome.FAILED);
	}

	@Test
	void bundleIsJudgedByItsFirstEnd() throws Exception {
		SelfSignedCertificate.context(this.folder, "localhost");
		KeyStore store = KeyStore.getInstance(this.folder.resolve("localhost.p12").toFile(), "changeit".toCharArray());
		assertThat(bundle(store, Duration.ZERO).outcome()).isEqualTo(Outcome.OK);
		assertThat(bundle(store, Duration.ofDays(80)).outcome()).isEqualTo(Outcome.WARNING);
		assertThat(bundle(store, Duration.ofDays(900)).outcome()).isEqualTo(Outcome.FAILED);
		assertThat(bundle(store, Duration.ZERO).detail()).startsWith("'slack': the first of 1 certificates ends on 2");
	}

	@Test
	void bundleThatCannotBeReadIsToldByTheTypeAlone() {
		Finding finding = new CertificatesCheck("http", "'slack'", () -> {
			throw new IOException("/secret/path");
		}, () -> new Tick(Instant.EPOCH, 0)).examine().get(0);
		assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
		assertThat(finding.detail()).isEqualTo("'slack' cannot be used (IOException)");
	}

	private static Finding file(Path file) {
		return new FileCheck("fallback", "slack.logging.fallback.file", file).examine().get(0);
	}

	private static Finding bundle(KeyStore store, Duration later) {
		return new CertificatesCheck("http", "'slack'", () -> List.of(store),
				() -> new Tick(Instant.now().plus(later), 0))
			.examine()
			.get(0);
	}

}
