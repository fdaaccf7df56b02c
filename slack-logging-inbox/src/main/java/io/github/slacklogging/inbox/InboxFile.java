package io.github.slacklogging.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file that was uploaded to the inbox and shared in a channel. Immutable.
 */
public final class InboxFile {

	private final String id;

	private final String name;

	private final String title;

	private final byte[] content;

	private final String mimetype;

	/** Keeps the array: who gives it must not change it. */
	InboxFile(String id, String name, String title, byte[] content) {
		this.id = id;
		this.name = name;
		this.title = title;
		this.content = content;
		this.mimetype = FileType.of(content);
	}

	/**
	 * Slack's id of it.
	 * @return for example {@code F000INBOX1}
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Its name as uploaded.
	 * @return for example {@code trace.txt}
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Its title as shared.
	 * @return the name where none was given
	 */
	public String title() {
		return this.title;
	}

	public long size() {
		return this.content.length;
	}

	/**
	 * The content read as UTF-8, anew with each call.
	 * @return the text; what is not UTF-8 is a replacement character
	 */
	public String text() {
		return new String(this.content, StandardCharsets.UTF_8);
	}

	/** At least so many characters and one more, if there are; the last may be broken. */
	String beginning(int chars) {
		int length = Math.min(this.content.length, 4 * (chars + 1));
		return new String(this.content, 0, length, StandardCharsets.UTF_8);
	}

	/**
	 * The bytes as they came.
	 * @return a copy
	 */
	public byte[] content() {
		return this.content.clone();
	}

	/**
	 * What it is, by its content and never by its name.
	 * @return {@code image/png}, {@code image/jpeg}, {@code image/gif},
	 * {@code image/webp}, {@code text/plain} or {@code application/octet-stream}
	 */
	public String mimetype() {
		return this.mimetype;
	}

	/** Without a copy, for those who only read. */
	byte[] bytes() {
		return this.content;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof InboxFile file && this.id.equals(file.id) && this.name.equals(file.name)
				&& this.title.equals(file.title) && Arrays.equals(this.content, file.content);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	@Override
	public String toString() {
		return "InboxFile[" + this.id + ", " + this.name + ", " + size() + " bytes]";
	}

}
