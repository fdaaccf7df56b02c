package io.github.slacklogging.spool;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Files and folders that nobody else may read. Where a file system knows no POSIX
 * permissions (Windows), only links and owners are checked. Stateless.
 */
final class OwnerOnly {

	private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

	private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

	private static final int STICKY = 01000;

	private static final FileAttribute<?>[] NONE = {};

	private OwnerOnly() {
	}

	/** What a new file is created with, so that it is never open to others. */
	static FileAttribute<?>[] fileAttributes(Path file) {
		return isPosix(file) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(FILE) } : NONE;
	}

	/** Takes an existing file away from others. */
	static void tightenFile(Path file) throws IOException {
		if (isPosix(file) && !FILE.equals(Files.getPosixFilePermissions(file))) {
			Files.setPosixFilePermissions(file, FILE);
		}
	}

	/** Creates a folder with its missing parents, or checks and tightens it. */
	static void claimFolder(Path folder) throws IOException {
		create(folder);
		BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class,
				LinkOption.NOFOLLOW_LINKS);
		if (attributes.isSymbolicLink()) {
			throw new RefusedFolderException("the folder is a symbolic link");
		}
		if (!attributes.isDirectory()) {
			throw new RefusedFolderException("there is a file in the place of the folder");
		}
		if (isEverybodys(folder)) {
			throw new RefusedFolderException("the folder is there for all users of the machine");
		}
		if (!owner(folder).equals(ourselves(folder))) {
			throw new RefusedFolderException("the folder belongs to another user");
		}
		if (isPosix(folder) && !FOLDER.equals(Files.getPosixFilePermissions(folder))) {
			Files.setPosixFilePermissions(folder, FOLDER);
		}
	}

	/** Creates a folder with its missing parents. */
	static void create(Path folder) throws IOException {
		if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		Path parent = folder.getParent();
		if (parent != null && !Files.isDirectory(parent)) {
			create(parent);
		}
		try {
			Files.createDirectory(folder,
					isPosix(folder) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(FOLDER) } : NONE);
		}
		catch (FileAlreadyExistsException ex) {
			// Another process was faster; whoever needs it to be ours checks that next.
		}
	}

	/** As {@code /tmp} is, by its sticky bit: root must not close it to the others. */
	private static boolean isEverybodys(Path folder) throws IOException {
		return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
				&& ((int) Files.getAttribute(folder, "unix:mode", LinkOption.NOFOLLOW_LINKS) & STICKY) != 0;
	}

	private static UserPrincipal owner(Path path) throws IOException {
		return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * Who we are to this file system. A user's name cannot be looked up everywhere (a
	 * container may run under a number), so a file of ours has to tell.
	 */
	private static UserPrincipal ourselves(Path folder) throws IOException {
		Path probe = probe(folder);
		try {
			return owner(probe);
		}
		finally {
			Files.deleteIfExists(probe);
		}
	}

	private static Path probe(Path folder) throws IOException {
		try {
			return Files.createTempFile(folder, "owner", Disk.TEMPORARY, fileAttributes(folder));
		}
		catch (AccessDeniedException ex) {
			throw new RefusedFolderException("this user may not write to the folder");
		}
	}

	private static boolean isPosix(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

}
