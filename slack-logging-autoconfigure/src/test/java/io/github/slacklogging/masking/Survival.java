package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.masking.MarkedText.Mark;

/**
 * What is left of an entry after masking: nothing of a secret may be, every word of its
 * surroundings must be.
 */
final class Survival {

	/** So many characters of a secret in a row are too many. */
	private static final int RUN = 6;

	private static final int SHORTEST_WORD = 4;

	/**
	 * A word so near to a mark may go with it: a scheme, a prefix, a user before a
	 * password.
	 */
	private static final int TOUCH = 3;

	/**
	 * What stands so near between two marks of one line may go with them: a cookie's
	 * name.
	 */
	private static final int BETWEEN = 100;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}]");

	/**
	 * What may go although it is not secret itself: the frame of a PEM block, the scheme
	 * behind Authorization, the parameters of a scheme that has them, the path of a URL
	 * of Slack.
	 */
	private static final List<Pattern> MAY_GO = List.of(
			Pattern.compile("-----BEGIN [A-Z ]*PRIVATE(?s:.*?)(?:-----END [A-Z ]+-----|$)"),
			Pattern.compile("(?i)authorization\\W{1,4}([\\w-]+)"),
			Pattern.compile("(?:Digest|Hawk|OAuth|AWS4-HMAC-SHA256) (\\S+=.*)"),
			Pattern.compile("(?i)credentials?=([^\\s&,]*)"), Pattern.compile("slack(?:-gov)?\\.com(\\S*)"));

	private Survival() {
	}

	/**
	 * What is wrong with the outcome.
	 * @param entry as it was
	 * @param masked what became of it
	 * @return empty when all is well
	 */
	static List<String> complaints(CorpusEntry entry, String masked) {
		List<String> complaints = new ArrayList<>();
		List<String> survivors = survivors(entry, masked);
		if (!survivors.isEmpty()) {
			complaints.add(entry + ": something survives of " + survivors + " in: " + masked);
		}
		List<String> lost = lostWords(entry, masked);
		if (!lost.isEmpty()) {
			complaints.add(entry + ": " + lost + " did not survive in: " + masked);
		}
		return complaints;
	}

	/** The secrets of which something is left. */
	static List<String> survivors(CorpusEntry entry, String masked) {
		String context = entry.context();
		return entry.secrets().stream().filter((secret) -> survives(secret, context, masked)).toList();
	}

	private static boolean survives(String secret, String context, String masked) {
		if (masked.contains(secret) && !context.contains(secret)) {
			return true;
		}
		for (int i = 0; i + RUN <= secret.length(); i++) {
			String run = secret.substring(i, i + RUN);
			if (!run.isBlank() && masked.contains(run) && !context.contains(run)) {
				return true;
			}
		}
		return false;
	}

	private static List<String> lostWords(CorpusEntry entry, String masked) {
		Map<String, Integer> wanted = new LinkedHashMap<>();
		String text = entry.text().text();
		boolean[] free = free(entry);
		WORD.matcher(text)
			.results()
			.filter((word) -> word.end() - word.start() >= SHORTEST_WORD && !overlaps(word, free))
			.forEach((word) -> wanted.merge(word.group(), 1, Integer::sum));
		return wanted.entrySet()
			.stream()
			.filter((word) -> count(word.getKey(), masked) < word.getValue())
			.map(Map.Entry::getKey)
			.toList();
	}

	/** The characters that may go. */
	private static boolean[] free(CorpusEntry entry) {
		String text = entry.text().text();
		boolean[] free = new boolean[text.length()];
		int before = -1;
		for (Mark mark : entry.text().marks()) {
			fill(free, mark.start() - TOUCH, mark.end() + TOUCH);
			if (before >= 0 && mark.start() - before <= BETWEEN
					&& text.substring(before, mark.start()).indexOf('\n') < 0) {
				fill(free, before, mark.start());
			}
			before = mark.end();
		}
		for (Pattern pattern : MAY_GO) {
			Matcher matcher = pattern.matcher(text);
			while (matcher.find()) {
				fill(free, matcher.start(matcher.groupCount()), matcher.end(matcher.groupCount()));
			}
		}
		return free;
	}

	private static void fill(boolean[] free, int start, int end) {
		for (int i = Math.max(0, start); i < Math.min(free.length, end); i++) {
			free[i] = true;
		}
	}

	private static boolean overlaps(MatchResult word, boolean[] free) {
		for (int i = word.start(); i < word.end(); i++) {
			if (free[i]) {
				return true;
			}
		}
		return false;
	}

	private static int count(String word, String text) {
		int count = 0;
		for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
			count++;
		}
		return count;
	}

}
