package io.github.slacklogging.job;

import java.util.List;

/**
 * Which jobs are told of, by their names. Immutable.
 *
 * @param include patterns, with {@code *} for any text; empty for all
 * @param exclude patterns of those of them that are not
 */
record JobNames(List<String> include, List<String> exclude) {

	JobNames {
		include = List.copyOf(include);
		exclude = List.copyOf(exclude);
	}

	boolean contain(String name) {
		boolean included = this.include.isEmpty() || this.include.stream().anyMatch((each) -> matches(each, name));
		return included && this.exclude.stream().noneMatch((each) -> matches(each, name));
	}

	// Goes back to the latest star only, so the time grows with the product of both
	// lengths and not faster.
	private static boolean matches(String pattern, String name) {
		int at = 0;
		int next = 0;
		int star = -1;
		int retry = 0;
		while (next < name.length()) {
			if (at < pattern.length() && pattern.charAt(at) == '*') {
				star = at++;
				retry = next;
			}
			else if (at < pattern.length() && pattern.charAt(at) == name.charAt(next)) {
				at++;
				next++;
			}
			else if (star >= 0) {
				at = star + 1;
				next = ++retry;
			}
			else {
				return false;
			}
		}
		return pattern.substring(at).chars().allMatch((rest) -> rest == '*');
	}

}
