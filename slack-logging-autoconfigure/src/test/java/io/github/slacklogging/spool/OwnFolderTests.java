package io.github.slacklogging.spool;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static io.github.slacklogging.testing.GroupSpoolContract.add;
import static io.github.slacklogging.testing.GroupSpoolContract.keep;
import static io.github.slacklogging.testing.GroupSpoolContract.recover;
import static io.github.slacklogging.testing.SpooledFixture.START;
import static io.github.slacklogging.testing.SpooledFixture.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Whose folder it is, who may read it, and who else uses it: on a real disk. */
@EnabledOnOs({ OS.LINUX, OS.MAC })
class OwnFolderTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path temporary;

	@SuppressWarnings("NullAway.Init")
	private Path shared;

	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private final List<String> troubles = new CopyOnWriteArrayList<>();

	private final List<FileGroupSpool> spools = new CopyOnWriteArrayList<>();

	@BeforeEach
	void place() {
		this.shared = this.temporary.resolve("slack-logging");
		this.directory = this.shared.resolve("orders-prod");
	}

	@AfterEach
	void end() {
		this.spools.forEach(FileGroupSpool::close);
	}

	@Test
	void nobodyElseMayReadAnything() throws Exception {
		FileGroupSpool spool = spool(true);
		recover(spool);
		keep(spool, "default", new Update(List.of(group("a", 1)), false, true));
		spool.reject(new RejectedMessage(START, "default", "invalid_blocks", 1,
				new SlackMessage("text", null, null, null, null, null)));
		FileGroupSpool second = spool(true);
		recover(second);
		add(second, "default", group("a", 1));
		add(spool, "oncall", group("a", 1));
		try (Stream<Path> paths = Files.walk(this.shared)) {
			assertThat(paths).hasSizeGreaterThan(10)
				.allSatisfy((path) -> assertThat(permissions(path)).as(path.toString())
					.isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
		}
	}

	@Test
	void wideOpenFolderIsTightened() throws Exception {
		Files.createDirectories(this.directory);
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxrwxrwx"));
		FileGroupSpool spool = spool(false);
		recover(spool);
		assertThat(add(spool, "default", group("a", 1)).successful()).isTrue();
		assertThat(permissions(this.directory)).isEqualTo("rwx------");
		assertThat(this.troubles).isEmpty();
	}

	@Test
	void folderAroundOneThatTheUserChoseIsLeftAsItIs() throws Exception {
		Files.createDirectories(this.shared);
		Files.setPosixFilePermissions(this.shared, PosixFilePermissions.fromString("rwxrwxrwx"));
		FileGroupSpool spool = spool(false);
		recover(spool);
		assertThat(add(spool, "default", group("a", 1)).successful()).isTrue();
		assertThat(permissions(this.shared)).isEqualTo("rwxrwxrwx");
	}

	@Test
	void linkIsRefused() throws Exception {
		Path elsewhere = Files.createDirectory(this.temporary.resolve("elsewhere"));
		Files.createDirectory(this.shared);
		Files.createSymbolicLink(this.directory, elsewhere);
		assertRefused("the folder is a symbolic link");
		assertThat(elsewhere).isEmptyDirectory();
	}

	@Test
	void linkInThePlaceOfTheSharedFolderIsRefused() throws Exception {
		Path elsewhere = Files.createDirectory(this.temporary.resolve("elsewhere"));
		Files.createSymbolicLink(this.shared, elsewhere);
		assertRefused("the folder is a symbolic link");
		assertThat(elsewhere).isEmptyDirectory();
	}

	@Test
	void linkAboveAFolderThatTheUserChoseIsFine() throws Exception {
		Path elsewhere = Files.createDirectory(this.temporary.resolve("elsewhere"));
		Files.createSymbolicLink(this.shared, elsewhere);
		FileGroupSpool spool = spool(false);
		recover(spool);
		assertThat(add(spool, "default", group("a", 1)).successful()).isTrue();
	}

	@Test
	void fileInThePlaceOfTheFolderIsRefused() throws Exception {
		Files.createDirectories(this.shared);
		Files.writeString(this.directory, "mine");
		assertRefused("there is a file in the place of the folder");
		assertThat(this.directory).hasContent("mine");
	}

	@Test
	void folderOfAllUsersIsRefusedAndStaysOpenToThem() throws Exception {
		Files.createDirectories(this.directory);
		assumeThat(this.directory.getFileSystem().supportedFileAttributeViews()).contains("unix");
		Files.setAttribute(this.directory, "unix:mode", 01777);
		assertRefused("the folder is there for all users of the machine");
		assertThat(permissions(this.directory)).isEqualTo("rwxrwxrwx");
	}

	@Test
	void folderOfAnotherUserIsRefused() throws Exception {
		Files.createDirectories(this.directory);
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxrwxrwx"));
		giveAway(this.directory);
		assertRefused("the folder belongs to another user");
		assertThat(this.directory).isEmptyDirectory();
		assertThat(permissions(this.directory)).isEqualTo("rwxrwxrwx");
	}

	@Test
	void sharedFolderOfAnotherUserIsRefused() throws Exception {
		Files.createDirectories(this.directory);
		giveAway(this.shared);
		assertRefused("the folder belongs to another user");
	}

	private void assertRefused(String reason) throws Exception {
		FileGroupSpool spool = spool(true);
		assertThat(recover(spool)).isEqualTo(Recovery.FAILED);
		assertThat(add(spool, "default", group("a", 1))).isEqualTo(Kept.FAILED);
		assertThat(spool.status().problem()).isEqualTo(reason);
		assertThat(spool.status().temporary()).isTrue();
		assertThat(this.troubles).containsExactly(
				"slack.logging.spool.directory cannot be used (" + reason + "): what waits is kept in memory only");
	}

	@Test
	void twoSpoolsOfOneJvmNeverShareAFolder() throws Exception {
		FileGroupSpool one = spool(false);
		recover(one);
		add(one, "default", group("a", 1));
		FileGroupSpool two = spool(false);
		assertThat(recover(two)).isEqualTo(Recovery.NOTHING);
		add(two, "default", group("a", 2));
		assertThat(two.status().place()).isEqualTo(this.directory.resolve("2").toString());
		one.close();
		two.close();
		FileGroupSpool next = spool(false);
		Recovery recovery = recover(next);
		assertThat(recovery.end()).isEqualTo(End.STOPPED);
		assertThat(recovery.groups().get("default")).extracting(SpooledGroup::events).containsExactly(3L);
		assertThat(this.directory.resolve("2")).doesNotExist();
		assertThat(next.status().place()).isEqualTo(this.directory.toString());
	}

	@Test
	void lockOfAnotherSpoolIsHeldOnAfterASecondOneLooked() throws Exception {
		recover(spool(false));
		recover(spool(false));
		assertThat(locked(this.directory)).isTrue();
		assertThat(locked(this.directory.resolve("2"))).isTrue();
	}

	/** As another process sees it: the kernel lists the locks that are held. */
	private static boolean locked(Path folder) throws IOException {
		Path locks = Path.of("/proc/locks");
		assumeThat(locks).exists();
		String inode = ":" + Files.getAttribute(folder.resolve(NioDisk.LOCK), "unix:ino") + " ";
		return Files.readAllLines(locks).stream().anyMatch((line) -> line.contains(inode));
	}

	private static String permissions(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
	}

	/** Only root can. */
	private static void giveAway(Path path) throws IOException {
		boolean given = true;
		try {
			UserPrincipal nobody = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
			Files.setOwner(path, nobody);
		}
		catch (FileSystemException | UserPrincipalNotFoundException ex) {
			given = false;
		}
		assumeThat(given).as("may give a folder to another user").isTrue();
	}

	private FileGroupSpool spool(boolean defaultPlace) {
		FileGroupSpool spool = new FileGroupSpool(new FileGroupSpool.Settings(this.directory, true, defaultPlace,
				1_000_000, Duration.ofDays(7), Set.of("default", "oncall")), new ManualClock(), this.troubles::add);
		this.spools.add(spool);
		return spool;
	}

}
