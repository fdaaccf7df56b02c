package io.github.slacklogging.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.testing.SpooledFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

class RollingFallbackLogTests {

	private static final String UNUSABLE = "slack.logging.fallback.file cannot be used (";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path temporary;

	private final List<String> troubles = new CopyOnWriteArrayList<>();

	@Test
	void everyEventIsWritten() throws IOException {
		Path file = this.temporary.resolve("logs/fallback.log");
		write(file, 1_000_000, 5, 1_000);
		assertThat(Files.readAllLines(file)).hasSize(1_000)
			.allMatch((line) -> line.contains(" ERROR oncall "))
			.last()
			.asString()
			.endsWith(" event 999");
		assertThat(this.troubles).isEmpty();
	}

	@Test
	void nextProcessAppends() throws IOException {
		Path file = this.temporary.resolve("fallback.log");
		write(file, 1_000_000, 5, 2);
		write(file, 1_000_000, 5, 3);
		assertThat(Files.readAllLines(file)).hasSize(5);
	}

	@Test
	void nothingTouchesTheDiskBeforeTheFirstEvent() {
		RollingFallbackLog log = log(this.temporary.resolve("logs/fallback.log"), 1_000, 5);
		log.close();
		assertThat(this.temporary).isEmptyDirectory();
	}

	@Test
	void fileIsRolledBySizeAndTheOldestGoes() throws IOException {
		Path file = this.temporary.resolve("fallback.log");
		write(file, 1_000, 3, 200);
		try (Stream<Path> files = Files.list(this.temporary)) {
			assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("fallback.log",
					"fallback.log.1", "fallback.log.2", "fallback.log.3");
		}
		List<String> latest = Files.readAllLines(this.temporary.resolve("fallback.log.1"));
		assertThat(Files.size(this.temporary.resolve("fallback.log.1"))).isBetween(1_000L, 1_200L);
		assertThat(latest.size()).isGreaterThan(3);
		assertThat(this.troubles).isEmpty();
	}

	@Test
	void bracketsInTheNameAreNoPattern() throws IOException {
		Path file = this.temporary.resolve("a(x){y}[z].log");
		write(file, 1_000, 1, 50);
		assertThat(file).exists();
		assertThat(this.temporary.resolve("a(x){y}[z].log.1")).exists();
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void onlyTheOwnerMayReadAnyOfTheFiles() throws IOException {
		Path file = this.temporary.resolve("logs/fallback.log");
		Files.createDirectory(this.temporary.resolve("logs"));
		Files.writeString(file, "from before\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		write(file, 1_000, 3, 100);
		try (Stream<Path> files = Files.list(file.getParent())) {
			assertThat(files).hasSize(4).allSatisfy((one) -> assertThat(permissions(one)).isEqualTo("rw-------"));
		}
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void missingFoldersAreCreatedForTheOwnerOnly() throws IOException {
		write(this.temporary.resolve("a/b/fallback.log"), 1_000, 3, 1);
		assertThat(permissions(this.temporary.resolve("a"))).isEqualTo("rwx------");
		assertThat(permissions(this.temporary.resolve("a/b"))).isEqualTo("rwx------");
	}

	@Test
	void fileThatCannotBeOpenedIsToldOnceAndTriedAgain() throws Exception {
		Path folder = Files.writeString(this.temporary.resolve("logs"), "in the way");
		Path file = folder.resolve("fallback.log");
		RollingFallbackLog log = log(file, 1_000_000, 5);
		for (int i = 0; i < 20; i++) {
			log.write("oncall", event(i, SpooledFixture.START));
		}
		log.write("oncall", removing(folder));
		log.close();
		assertThat(Files.readAllLines(file)).hasSize(1);
		assertThat(this.troubles).hasSize(3);
		assertThat(this.troubles.get(0)).startsWith(UNUSABLE)
			.endsWith("): events of undeliverable destinations are not written")
			.doesNotContain(this.temporary.toString());
		assertThat(this.troubles.get(1)).isEqualTo("slack.logging.fallback.file can be used again");
		assertThat(this.troubles.get(2)).isEqualTo("events missing in slack.logging.fallback.file: 20");
	}

	@Test
	void deviceWithoutSpaceIsToldAndWhatIsMissingAtTheEnd() {
		Path full = Path.of("/dev/full");
		assumeThat(full).exists();
		write(full, 1_000_000, 5, 7);
		assertThat(this.troubles).containsExactly(UNUSABLE
				+ "IOException: No space left on device): events of undeliverable destinations are not written",
				"events missing in slack.logging.fallback.file: 7");
	}

	@Test
	void fileThatCannotBeRolledGrowsAndIsToldOnce() throws IOException {
		Path file = this.temporary.resolve("fallback.log");
		Files.createDirectories(this.temporary.resolve("fallback.log.1/in-the-way"));
		write(file, 1_000, 1, 100);
		assertThat(Files.readAllLines(file)).hasSize(100);
		assertThat(this.troubles).containsExactly("slack.logging.fallback.file cannot be rolled, and grows");
	}

	@Test
	void tooManyCharactersWaitingAreCountedAndToldOnceAMinute() throws Exception {
		RollingFallbackLog log = log(this.temporary.resolve("fallback.log"), 100_000_000, 5);
		MaskedEvent large = SpooledFixture.event("a", Severity.ERROR, "x".repeat(9_000_000), null);
		for (int i = 0; i < 10; i++) {
			log.write("oncall", large);
		}
		assertThat(this.troubles).containsExactly("events missing in slack.logging.fallback.file: 1");
		log.write("oncall", at(large, SpooledFixture.START.plusSeconds(61)));
		assertThat(this.troubles).hasSize(2).last().asString().endsWith(": 10");
		log.close();
		assertThat(this.temporary).isEmptyDirectory();
	}

	@Test
	void nothingIsWrittenAfterTheEnd() throws IOException {
		Path file = this.temporary.resolve("fallback.log");
		RollingFallbackLog log = log(file, 1_000, 5);
		log.write("oncall", event(1, SpooledFixture.START));
		log.close();
		log.close();
		log.write("oncall", event(2, SpooledFixture.START));
		assertThat(Files.readAllLines(file)).hasSize(1);
		assertThat(this.troubles).containsExactly("events missing in slack.logging.fallback.file: 1");
	}

	@Test
	void settingsNameTheProperty() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 5))
			.withMessageStartingWith("slack.logging.fallback.max-size ");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 0))
			.withMessageStartingWith("slack.logging.fallback.max-history ");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 21))
			.withMessageStartingWith("slack.logging.fallback.max-history ");
	}

	@Test
	void nameThatLogbackWouldMisunderstandIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RollingFallbackLog.Settings(this.temporary.resolve("100%d.log"), 1, 1))
			.withMessageStartingWith("slack.logging.fallback.file ");
	}

	private RollingFallbackLog.Settings settings(long maxBytes, int maxHistory) {
		return new RollingFallbackLog.Settings(this.temporary.resolve("fallback.log"), maxBytes, maxHistory);
	}

	private void write(Path file, long maxBytes, int maxHistory, int events) {
		RollingFallbackLog log = log(file, maxBytes, maxHistory);
		for (int i = 0; i < events; i++) {
			log.write("oncall", event(i, SpooledFixture.START));
		}
		log.close();
	}

	private RollingFallbackLog log(Path file, long maxBytes, int maxHistory) {
		return new RollingFallbackLog(new RollingFallbackLog.Settings(file, maxBytes, maxHistory), this.troubles::add);
	}

	private static MaskedEvent event(int number, Instant time) {
		return at(SpooledFixture.event("a", Severity.ERROR, "event " + number, null), time);
	}

	private static MaskedEvent at(MaskedEvent event, Instant time) {
		return new MaskedEvent(event.logId(), time, event.severity(), event.loggerName(), event.threadName(),
				event.template(), event.message(), Map.of(), Map.of(), null, null, 0);
	}

	/**
	 * An event that removes what is in the way when it is written, on the log's thread.
	 */
	private static MaskedEvent removing(Path obstacle) {
		Map<String, String> context = new AbstractMap<>() {

			@Override
			public Set<Entry<String, String>> entrySet() {
				if (Thread.currentThread().getName().equals("slack-logging-fallback")) {
					assertThat(obstacle.toFile().delete() || !obstacle.toFile().isFile()).isTrue();
				}
				return Set.of(Map.entry("obstacle", "removed"));
			}

		};
		MaskedEvent event = event(20, SpooledFixture.START);
		return new MaskedEvent(event.logId(), event.timestamp(), event.severity(), event.loggerName(),
				event.threadName(), event.template(), event.message(), context, Map.of(), null, null, 0);
	}

	private static String permissions(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
	}

}
