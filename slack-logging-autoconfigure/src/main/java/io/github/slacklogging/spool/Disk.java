package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The few things that the spool does with a disk. Every call may block for as long as the
 * disk likes. What is not there is no error where something is listed or deleted.
 */
interface Disk {

	/**
	 * Makes sure that a folder is there, is ours and is open to us only.
	 * @throws RefusedFolderException if it is a link, no folder or someone else's
	 */
	void claim(Path folder) throws IOException;

	/**
	 * Keeps other processes out of a claimed folder.
	 * @return empty if another one was first
	 */
	Optional<Closeable> tryLock(Path folder) throws IOException;

	/** What is directly in a folder, in any order. */
	List<Entry> list(Path folder) throws IOException;

	byte[] read(Path file) throws IOException;

	/**
	 * Creates a file for its owner only, which survives a power failure once its folder
	 * was synchronised too.
	 */
	void write(Path file, byte[] content) throws IOException;

	/** Gives a file another name in one step, in the place of a file of that name. */
	void rename(Path from, Path to) throws IOException;

	/** Deletes a file or an empty folder. */
	void delete(Path path) throws IOException;

	/** Makes the names in a folder survive a power failure, where a platform can. */
	void syncFolder(Path folder) throws IOException;

	/** Writes under a temporary name first: a file of this name is whole. */
	default void store(Path folder, String name, byte[] content) throws IOException {
		Path temporary = folder.resolve(name + TEMPORARY);
		write(temporary, content);
		rename(temporary, folder.resolve(name));
		syncFolder(folder);
	}

	/** How the name of a file ends that was not written to its end. */
	String TEMPORARY = ".tmp";

	/**
	 * One name in a folder.
	 *
	 * @param name without the folder
	 * @param folder whether it is a folder itself
	 * @param bytes size of a file
	 */
	record Entry(String name, boolean folder, long bytes) {

	}

}
