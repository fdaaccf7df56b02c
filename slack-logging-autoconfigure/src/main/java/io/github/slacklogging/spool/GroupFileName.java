package io.github.slacklogging.spool;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.spool.Series.Content;

/**
 * What the name of a file of groups tells:
 * {@code <from:20 digits>-<to:20 digits>-<count>-<destination>.groups}, or
 * {@code .incidents}. Immutable.
 *
 * @param from the lowest number whose file it takes the place of
 * @param to its own number, by which files are ordered
 * @param count how many events its groups count, or how many incidents are in it; 0 for a
 * file that only takes the place of others
 * @param series what it tells of
 */
record GroupFileName(long from, long to, long count, Series series) {

	private static final String MARK = ".underway";

	private static final Pattern PATTERN = Pattern.compile("([0-9]{20})-([0-9]{20})-([0-9]{1,18})-(.+)(\\.[a-z]+)");

	/** Numbers count changes; what is beyond this was not written by us. */
	private static final String MAX_NUMBER = "00999999999999999999";

	static Optional<GroupFileName> parse(String name) {
		Matcher matcher = PATTERN.matcher(name);
		if (!matcher.matches() || matcher.group(2).compareTo(MAX_NUMBER) > 0
				|| matcher.group(1).compareTo(matcher.group(2)) > 0) {
			return Optional.empty();
		}
		return Content.of(matcher.group(5))
			.flatMap((content) -> decode(matcher.group(4)).map((destination) -> new Series(destination, content)))
			.map((series) -> new GroupFileName(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)),
					Long.parseLong(matcher.group(3)), series));
	}

	/** The destination of a mark, empty for any other file. */
	static Optional<String> parseMark(String name) {
		return name.endsWith(MARK) ? decode(name.substring(0, name.length() - MARK.length())) : Optional.empty();
	}

	/** Name of the file that says that a message of the destination is under way. */
	static String mark(String destination) {
		return encode(destination) + MARK;
	}

	/** Whether this file takes the place of another one. */
	boolean covers(GroupFileName other) {
		return this.to > other.to && this.from <= other.from && this.series.equals(other.series);
	}

	@Override
	public String toString() {
		return "%020d-%020d-%d-%s%s".formatted(this.from, this.to, this.count, encode(this.series.destination()),
				this.series.content().suffix());
	}

	static String encode(String destination) {
		return URLEncoder.encode(destination, StandardCharsets.UTF_8).replace("*", "%2A");
	}

	private static Optional<String> decode(String name) {
		try {
			String destination = URLDecoder.decode(name, StandardCharsets.UTF_8);
			// Only names that we write: two names must not stand for one destination.
			return encode(destination).equals(name) ? Optional.of(destination) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
