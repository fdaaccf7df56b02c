package io.github.slacklogging.benchmark.growth;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.spool.FileGroupSpool;

/** A spool's folder with so many bytes in it, written by the spool itself. */
final class LeftOnDisk {

	private static final long MAX_BYTES = 64L * 1024 * 1024;

	/** As many as are remembered by default. */
	private static final int MAX_KINDS = 1_000;

	/** What a group takes on disk without any frame, and what each frame adds. */
	private static final int GROUP = 700;

	private static final int FRAME = 75;

	private static final int FRAMES_OF_ONE = 128;

	private final Path folder;

	private final List<SpooledGroup> groups = new ArrayList<>();

	/**
	 * Nothing is written yet.
	 * @param folder where
	 * @param bytes roughly how many
	 */
	LeftOnDisk(Path folder, long bytes) {
		this.folder = folder;
		int kinds = (int) Math.max(1, Math.min(MAX_KINDS, bytes / (2 * GROUP)));
		int frames = (int) Math.max(1, (bytes / kinds - GROUP) / FRAME);
		for (int i = 0; i < kinds; i++) {
			this.groups.add(group(i, frames));
		}
	}

	private static SpooledGroup group(int kind, int frames) {
		MaskedEvent event = new MaskedEvent(RunId.random().logId(kind), Instant.now(), Severity.ERROR,
				"com.acme.Orders", "http-1", "Order {} failed", "Order " + kind + " failed",
				Map.of("traceId", "4bf92f3577b34da6"), Map.of(), trace(kind, frames), null, 0);
		return new SpooledGroup(Fingerprint.of(List.of("orders", "kind " + kind)), false, Severity.ERROR,
				Map.of(Severity.ERROR, 1L), 1, false, event.timestamp(), event.timestamp(), event, event, false, null);
	}

	/** In as many causes as that needs: only so many frames of each are written. */
	private static MaskedThrowable trace(int kind, int frames) {
		List<StackTraceElement> stack = new ArrayList<>();
		for (int i = 0; i < Math.min(frames, FRAMES_OF_ONE); i++) {
			stack.add(new StackTraceElement("com.acme.orders.Orders" + (frames - i), "save" + kind, "Orders.java", i));
		}
		MaskedThrowable cause = (frames > FRAMES_OF_ONE) ? trace(kind, frames - FRAMES_OF_ONE) : null;
		return new MaskedThrowable("java.lang.IllegalStateException", "declined", stack, 0, cause, List.of());
	}

	/** Events in it. */
	int events() {
		return this.groups.size();
	}

	/** Nanoseconds until all of it was on disk for good. */
	long write() throws Exception {
		clear(this.folder);
		try (FileGroupSpool spool = new FileGroupSpool(new FileGroupSpool.Settings(this.folder, false, false, MAX_BYTES,
				Duration.ofDays(7), Set.of("default")), () -> new Tick(Instant.now(), System.nanoTime()), (trouble) -> {
				})) {
			answered(spool::recover);
			long begun = System.nanoTime();
			GroupSpool.Kept kept = answered(
					(answer) -> spool.keep("default", new GroupSpool.Update(this.groups, true, false), answer));
			long taken = System.nanoTime() - begun;
			if (!kept.successful() || kept.groups() < this.groups.size()) {
				throw new IllegalStateException("Not kept: " + kept);
			}
			return taken;
		}
	}

	private static <T> T answered(Consumer<Consumer<T>> question) throws Exception {
		CompletableFuture<T> answer = new CompletableFuture<>();
		question.accept(answer::complete);
		return answer.get();
	}

	/** Bytes of all files. */
	long bytes() throws IOException {
		long[] bytes = new long[1];
		Files.walkFileTree(this.folder, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				bytes[0] += attributes.size();
				return FileVisitResult.CONTINUE;
			}
		});
		return bytes[0];
	}

	/** Deletes a folder with all that is in it, where it is there. */
	static void clear(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			@SuppressWarnings("NullAway") // no failure is told here
			public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
				Files.delete(directory);
				return FileVisitResult.CONTINUE;
			}
		});
	}

}
