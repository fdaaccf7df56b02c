package io.github.slacklogging.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;

/**
 * Whether a file can be written that is written only in need. Writes nothing.
 * Thread-safe; asks the disk.
 *
 * @param subject what it is called in findings
 * @param property that names it, in full
 * @param file absolute
 */
public record FileCheck(String subject, String property, Path file) implements SelfCheck {

	@Override
	public List<Finding> examine() {
		String advice = "Name a file that this user may write to by " + this.property + ".";
		if (Files.exists(this.file)) {
			return List.of((Files.isRegularFile(this.file) && Files.isWritable(this.file))
					? Finding.ok(this.subject, "file", this.file + " can be written")
					: Finding.failed(this.subject, "file", this.file + " cannot be written", advice));
		}
		Path parent = this.file.getParent();
		while (parent != null && !Files.exists(parent)) {
			parent = parent.getParent();
		}
		return List.of((parent != null && Files.isDirectory(parent) && Files.isWritable(parent))
				? Finding.ok(this.subject, "file", this.file + " is not there yet and can be made")
				: Finding.failed(this.subject, "file", this.file + " cannot be made", advice));
	}

}
