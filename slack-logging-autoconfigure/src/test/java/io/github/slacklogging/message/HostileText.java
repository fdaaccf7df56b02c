package io.github.slacklogging.message;

import java.util.List;
import java.util.Random;

/**
 * Text as somebody writes it who wants a log to act in Slack: fragments that act, glued
 * together, cut in pieces, taken apart by what nobody sees, pushed to where texts are
 * cut. A seed always gives the same.
 */
final class HostileText implements Choices {

	/** What acts somewhere, or looks as if, and what stands between. */
	static final List<String> PIECES = List.of("<!channel>", "<!here>", "<!everyone|x>", "<@U000>", "<@U000|kim>",
			"<#C000|general>", "<!subteam^S0X>", "<https://e.example|x>", "<https://e.example>",
			"<mailto:a@e.example|x>", "<javascript:alert(1)|x>", "<!date^1^{date}^https://e.example|x>",
			"[x](https://e.example)", "*", "**", "_", "__", "~", "`", "``", "```", "\n```\n", ":fire:", ":", "::",
			":+1:", ":wave::skin-tone-2:", ":)", ">", "> ", ">>> ", "&", "&lt;", "&gt;", "&amp;amp;", "&#60;", "<",
			"\n", "\r\n", "\r", "\t", "\u0000", "\u0007", "\u001B[31m", "\u001B]0;title\u0007",
			"\u001B]8;;https://e.example\u001B\\x\u001B]8;;\u001B\\", "\u001BP1$r\u001B\\", "\u001B", "\u009B1m",
			"\u009D8;;x\u009C", "\u0090", "\u202E", "\u2066", "\u2069", "\u200E", "\u061C", "\u200B", "\u200C",
			"\u200D", "\u2060", "\u00AD", "\u034F", "\u115F", "\u180E", "\u3164", "\uFEFF", "\uFFA0", "\uFFF9",
			"\uFE0F", "\uDB40\uDC41", "\uDB40\uDC80", "\uDB40\uDD00", "\uDB40\uDFFF", "\uD83D", "\uDE00",
			"\uD83D\uDE00", "\uD83D\uDC68\u200D\uD83D\uDC69", "\uD83C\uDDE9\uD83C\uDDEA", "e\u0301", "\u0301",
			"\u200D\uD83D\uDC68", "\uD83C\uDFFD", "日本語", "\uFF0A", "\uFF3F", "\uFF40", "\uFF1E", "\uFF1C", "\uFF1A",
			"\u2028", "\u2029", "\u0085", "\u00A0", "\u2003", "\u3000", "\uFFFF", "\uFDD0", "\uDBFF\uDFFF", "word",
			"word", "a_b", "2*3", "a:b", " ", " ", " ", ". ", "{}", "@here", "@channel", "#general",
			"http://e.example/?a=b&c", "www.e.example", "{\"a\":[1]}", "***@***.***", "'", "\"", "\\",
			"\\u003c!here\\u003e", "%3C!here%3E", "%40", "$1", "${jndi:x}", "\n\tat x.Y.z(Y.java:1)", "\nCaused by: ",
			"\n\nAction:\n\n", "…", "·", "→ ", "- ", "1. ", "| ", "Application run failed");

	/** Somewhere near these texts are cut, or were. */
	private static final List<Integer> EDGES = List.of(40, 60, 80, 100, 160, 200, 220, 260, 300, 600, 700, 1_200, 2_048,
			3_000, 4_000);

	private final Random random;

	HostileText(long seed) {
		this.random = new Random(seed);
	}

	@Override
	public int below(int bound) {
		return this.random.nextInt(bound);
	}

	@Override
	public String text() {
		return switch (below(10)) {
			case 0 -> anything(below(40));
			case 1 -> atAnEdge();
			case 2 -> takenApart(oneOf(PIECES)) + glued(below(3));
			case 3 -> half(oneOf(PIECES)) + glued(below(2)) + half(oneOf(PIECES));
			case 4 -> once(8) ? oneOf(PIECES).repeat(1 + below(1_500)) : oneOf(PIECES).repeat(1 + below(9));
			default -> glued(below(8));
		};
	}

	private String glued(int pieces) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < pieces; i++) {
			text.append(oneOf(PIECES));
		}
		return text.toString();
	}

	/** Filled up so that what follows stands across the edge. */
	private String atAnEdge() {
		String filler = once(3) ? oneOf(PIECES) : oneOf(List.of("x", "x ", "\uD83D\uDE00", "<", "日", "e\u0301"));
		int length = Math.max(0, oneOf(EDGES) - below(12));
		return filler.repeat(1 + length / filler.length()).substring(0, length) + glued(1 + below(4));
	}

	private String takenApart(String piece) {
		String between = oneOf(List.of("\u200B", "\u001B[0m", "\u202E", "\u00AD", "\u200D", "\uDB40\uDC41", "\u0000"));
		int at = below(piece.length() + 1);
		return piece.substring(0, at) + between + piece.substring(at);
	}

	private String half(String piece) {
		int at = below(piece.length() + 1);
		return yes() ? piece.substring(0, at) : piece.substring(at);
	}

	private String anything(int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			switch (below(4)) {
				case 0 -> text.append((char) below(0x10000));
				case 1 -> text.appendCodePoint(below(0x110000));
				default -> text.append((char) below(0x100));
			}
		}
		return text.toString();
	}

}
