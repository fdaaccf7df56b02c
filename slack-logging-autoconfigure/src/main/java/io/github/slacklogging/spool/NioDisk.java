package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The real disk. Stateless. */
final class NioDisk implements Disk {

	static final String LOCK = ".lock";

	private static final Set<OpenOption> CREATE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

	private static final Set<OpenOption> OPEN = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			LinkOption.NOFOLLOW_LINKS);

	@Override
	public void claim(Path folder) throws IOException {
		OwnerOnly.claimFolder(folder);
	}

	@Override
	public Optional<Closeable> tryLock(Path folder) throws IOException {
		Path file = folder.resolve(LOCK);
		FileChannel channel = FileChannel.open(file, OPEN, OwnerOnly.fileAttributes(file));
		try {
			if (locked(channel, file)) {
				// Closing the channel gives the lock back.
				return Optional.of(channel);
			}
		}
		catch (IOException ex) {
			channel.close();
			throw ex;
		}
		channel.close();
		return Optional.empty();
	}

	private static boolean locked(FileChannel channel, Path file) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			// Whoever adopted the folder meanwhile has deleted the file.
			return lock != null && Files.exists(file);
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	@Override
	public List<Entry> list(Path folder) throws IOException {
		List<Entry> entries = new ArrayList<>();
		try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
			for (Path path : paths) {
				Entry entry = entry(path);
				if (entry != null) {
					entries.add(entry);
				}
			}
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
		return entries;
	}

	private static @Nullable Entry entry(Path path) throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			return new Entry(String.valueOf(path.getFileName()), attributes.isDirectory(), attributes.size());
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	@Override
	public byte[] read(Path file) throws IOException {
		return Files.readAllBytes(file);
	}

	@Override
	public void write(Path file, byte[] content) throws IOException {
		try (FileChannel channel = FileChannel.open(file, CREATE, OwnerOnly.fileAttributes(file))) {
			ByteBuffer bytes = ByteBuffer.wrap(content);
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

	@Override
	public void rename(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
	}

	@Override
	public void delete(Path path) throws IOException {
		Files.deleteIfExists(path);
	}

	@Override
	public void syncFolder(Path folder) throws IOException {
		FileChannel channel;
		try {
			channel = FileChannel.open(folder, StandardOpenOption.READ);
		}
		catch (IOException ex) {
			// Windows opens no folders; its file system keeps the names in a journal.
			return;
		}
		try (channel) {
			channel.force(true);
		}
	}

}
