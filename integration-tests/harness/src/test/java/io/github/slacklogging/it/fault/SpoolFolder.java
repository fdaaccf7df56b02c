package io.github.slacklogging.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.slacklogging.it.Patience;

/**
 * What the application keeps on disk, seen by its documented names, and damaged as disks
 * do. Immutable; reads the disk at every question.
 *
 * @param path given as {@code slack.logging.spool.directory}
 */
record SpoolFolder(Path path) {

	/** {@code <from>-<to>-<events>-<destination>.groups}. */
	private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)-(\\d+)-(.+)\\.groups");

	/** Events in files that no other file replaces. */
	long events() {
		List<Groups> all = groups();
		return all.stream()
			.filter((one) -> all.stream().noneMatch((other) -> other.replaces(one)))
			.mapToLong(Groups::events)
			.sum();
	}

	/** Waits until so many events are kept. */
	void awaitEvents(long events) {
		Patience.until(events + " events are on disk", this::events, (kept) -> kept >= events, this::files);
	}

	/** Cuts the newest file off in its middle. */
	void tearNewest() {
		change((file) -> file.truncate(file.size() / 2));
	}

	/** Turns over the bits of one byte in the middle of the newest file. */
	void damageNewest() {
		change((file) -> {
			ByteBuffer one = ByteBuffer.allocate(1);
			long middle = file.size() / 2;
			file.read(one, middle);
			one.flip();
			file.write(ByteBuffer.wrap(new byte[] { (byte) ~one.get() }), middle);
		});
	}

	/** Whether another process has a place of its own in it. */
	boolean hasSecondInstance() {
		return Files.isDirectory(this.path.resolve("2"));
	}

	/** Damaged files that were put aside. */
	long quarantined() {
		return files().stream().filter(SpoolFolder::isQuarantined).count();
	}

	private void change(Change change) {
		Path newest = groups().stream()
			.max(Comparator.comparing(Groups::to))
			.map(Groups::file)
			.orElseThrow(() -> new AssertionError("Nothing is kept: " + files()));
		try (FileChannel file = FileChannel.open(newest, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			change.of(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Groups> groups() {
		return files().stream()
			.filter((file) -> !isQuarantined(file))
			.flatMap((file) -> Groups.of(file).stream())
			.toList();
	}

	private static boolean isQuarantined(Path file) {
		return file.resolveSibling("").endsWith("quarantine");
	}

	private List<Path> files() {
		try (Stream<Path> files = Files.walk(this.path)) {
			return files.filter(Files::isRegularFile).toList();
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
		catch (UncheckedIOException ex) {
			// a file went away meanwhile
			return List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@FunctionalInterface
	private interface Change {

		void of(FileChannel file) throws IOException;

	}

	/** One file of groups, as its name describes it. */
	private record Groups(Path file, BigInteger from, BigInteger to, long events, String destination) {

		static Optional<Groups> of(Path file) {
			Matcher name = NAME.matcher(file.getFileName().toString());
			return name.matches() ? Optional.of(new Groups(file, new BigInteger(name.group(1)),
					new BigInteger(name.group(2)), Long.parseLong(name.group(3)), name.group(4))) : Optional.empty();
		}

		boolean replaces(Groups other) {
			return !this.file.equals(other.file) && this.file.resolveSibling("").equals(other.file.resolveSibling(""))
					&& this.destination.equals(other.destination) && this.from.compareTo(other.from) <= 0
					&& this.to.compareTo(other.to) >= 0;
		}

	}

}
