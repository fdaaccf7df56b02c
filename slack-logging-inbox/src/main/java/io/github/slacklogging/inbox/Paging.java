package io.github.slacklogging.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list, by Slack's {@code limit} and {@code cursor}. A cursor is opaque to
 * callers; here it names the first item of the next page, so that what is added meanwhile
 * moves nothing. Immutable.
 *
 * @param <T> what is listed
 * @param items those of the page
 * @param nextCursor where the next page begins, empty after the last one
 * @param error Slack's code if the arguments are wrong, else empty
 */
record Paging<T>(List<T> items, String nextCursor, String error) {

	private static final String PREFIX = "next:";

	/**
	 * Cuts a page out of a list.
	 * @param all the whole list
	 * @param key what names an item
	 * @param call whose arguments say which page
	 * @param bounds how long a page is and may be
	 */
	static <T> Paging<T> of(List<T> all, Function<T, String> key, ApiCall call, Bounds bounds) {
		int limit = bounds.limit(call.digits("limit"));
		if (limit < 0) {
			return new Paging<>(List.of(), "", "invalid_limit");
		}
		Optional<Integer> from = start(all, key, call.text("cursor"));
		if (from.isEmpty()) {
			return new Paging<>(List.of(), "", "invalid_cursor");
		}
		int end = Math.min(all.size(), from.get() + limit);
		String next = (end < all.size()) ? cursor(key.apply(all.get(end))) : "";
		return new Paging<>(all.subList(from.get(), end), next, "");
	}

	private static <T> Optional<Integer> start(List<T> all, Function<T, String> key, String cursor) {
		if (cursor.isEmpty()) {
			return Optional.of(0);
		}
		for (int i = 0; i < all.size(); i++) {
			if (cursor.equals(cursor(key.apply(all.get(i))))) {
				return Optional.of(i);
			}
		}
		return Optional.empty();
	}

	private static String cursor(String key) {
		return Base64.getEncoder().encodeToString((PREFIX + key).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * How long a page is.
	 *
	 * @param usual without a limit
	 * @param max the longest
	 * @param clamps whether a limit above the longest means the longest, or is wrong
	 */
	record Bounds(int usual, int max, boolean clamps) {

		/** The length of the page, -1 if the argument is no such length. */
		int limit(@Nullable String argument) {
			if (argument == null || argument.isEmpty() || argument.equals("0")) {
				return this.usual;
			}
			if (!argument.matches("[1-9][0-9]{0,8}")) {
				return -1;
			}
			int wanted = Integer.parseInt(argument);
			return (wanted <= this.max) ? wanted : this.clamps ? this.max : -1;
		}

	}

}
