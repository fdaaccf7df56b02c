package io.github.slacklogging.benchmark.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture as SVG, drawn from top to bottom: real text in the reader's own font, colours
 * for light and dark surroundings, and a ground of its own, as a page's surroundings are
 * not always those that the reader's system asks for. Not thread-safe.
 */
final class Drawing {

	/** What pages with a table of contents beside them have room for. */
	static final int WIDTH = 700;

	static final int MARGIN = 16;

	private static final double TITLE_SIZE = 15;

	private static final double TEXT_SIZE = 12;

	private static final double STRONG = 1.12;

	/**
	 * The palette of Okabe and Ito, which people who see fewer colours tell apart;
	 * https://jfly.uni-koeln.de/color/. The last two are dimmed or lit for the ground.
	 */
	private static final String STYLE = """
			<style>
			text { font: 12px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #24292f }
			.title { font-size: 15px; font-weight: 600 }
			.strong { font-weight: 600 }
			.soft { fill: #57606a }
			.end { text-anchor: end }
			.middle { text-anchor: middle }
			.ground { fill: #ffffff; stroke: #d0d7de }
			.grid { stroke: #d8dee4 }
			.axis { stroke: #8c959f }
			.error { stroke: #24292f; stroke-width: 1.2; fill: none }
			.ours { fill: #0072b2 }
			.other { fill: #b1bac4 }
			.line { fill: none; stroke-width: 2.2; stroke-linejoin: round }
			.c0 { stroke: #0072b2; fill: #0072b2 }
			.c1 { stroke: #d55e00; fill: #d55e00 }
			.c2 { stroke: #009e73; fill: #009e73 }
			.c3 { stroke: #aa4499; fill: #aa4499 }
			.c4 { stroke: #b07d00; fill: #b07d00 }
			.c5 { stroke: #57606a; fill: #57606a }
			@media (prefers-color-scheme: dark) {
			text { fill: #e6edf3 }
			.soft { fill: #9198a1 }
			.ground { fill: #0d1117; stroke: #3d444d }
			.grid { stroke: #2a313c }
			.axis { stroke: #6e7681 }
			.error { stroke: #e6edf3 }
			.ours { fill: #3f9fdc }
			.other { fill: #59626d }
			.c0 { stroke: #56b4e9; fill: #56b4e9 }
			.c1 { stroke: #ff8c3a; fill: #ff8c3a }
			.c2 { stroke: #2fc99a; fill: #2fc99a }
			.c3 { stroke: #e08fc9; fill: #e08fc9 }
			.c4 { stroke: #f0c244; fill: #f0c244 }
			.c5 { stroke: #9198a1; fill: #9198a1 }
			}
			.c0.line, .c1.line, .c2.line, .c3.line, .c4.line, .c5.line { fill: none }
			</style>
			""";

	private final String title;

	private final List<String> elements = new ArrayList<>();

	private double below;

	/**
	 * Begins with a title, in as many lines as it needs.
	 * @param title what is seen
	 */
	Drawing(String title) {
		this.title = title;
		this.below = MARGIN + 4;
		for (String line : lines(title, WIDTH - 2 * MARGIN)) {
			text(MARGIN, this.below + TITLE_SIZE - 3, "title", line);
			this.below += TITLE_SIZE + 5;
		}
		this.below += 6;
	}

	/** Where there is room below the title. */
	double below() {
		return this.below;
	}

	void line(double x1, double y1, double x2, double y2, String look) {
		this.elements.add("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\""
				+ number(y2) + "\" class=\"" + look + "\"/>");
	}

	void bar(double x, double y, double width, double height, String look) {
		this.elements.add("<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width)
				+ "\" height=\"" + number(height) + "\" class=\"" + look + "\"/>");
	}

	void path(String steps, String look) {
		this.elements.add("<path d=\"" + steps + "\" class=\"" + look + "\"/>");
	}

	/**
	 * Words.
	 * @param x of the first letter, of the last or of the middle, by the look
	 * @param y of the line on which they stand
	 * @param look classes of the style
	 * @param words of any kind
	 */
	void text(double x, double y, String look, String words) {
		this.elements.add("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\""
				+ (look.isEmpty() ? "" : " class=\"" + look + "\"") + ">" + escaped(words) + "</text>");
	}

	/** A step of a path. */
	static String step(char command, double x, double y) {
		return command + number(x) + " " + number(y);
	}

	/**
	 * The picture.
	 * @param height of it in pixels
	 */
	String svg(double height) {
		String size = "width=\"" + WIDTH + "\" height=\"" + number(height) + "\"";
		return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + " viewBox=\"0 0 " + WIDTH + " " + number(height)
				+ "\" role=\"img\">\n<title>" + escaped(this.title) + "</title>\n" + STYLE
				+ "<rect x=\"0.5\" y=\"0.5\" width=\"" + (WIDTH - 1) + "\" height=\"" + number(height - 1)
				+ "\" rx=\"6\" class=\"ground\"/>\n" + String.join("\n", this.elements) + "\n</svg>\n";
	}

	private static String number(double value) {
		double rounded = Math.round(value * 10) / 10d;
		return (rounded == Math.rint(rounded)) ? Long.toString((long) rounded)
				: String.format(Locale.ROOT, "%.1f", rounded);
	}

	private static String escaped(String words) {
		return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	private static List<String> lines(String title, double width) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : title.split(" ")) {
			if (!line.isEmpty() && strongWidth(line + " " + word) * TITLE_SIZE / TEXT_SIZE > width) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

	/**
	 * How wide a text is about, in pixels: the font is the reader's, so rather too much.
	 * @param words of any kind
	 */
	static double width(String words) {
		return words.codePoints().mapToDouble(Drawing::width).sum();
	}

	private static double width(int letter) {
		if (" .,:;'|!il".indexOf(letter) >= 0) {
			return 4.2;
		}
		if ("jtfr()[]/-".indexOf(letter) >= 0) {
			return 5.4;
		}
		return (Character.isUpperCase(letter) || "mw%±≥≤−".indexOf(letter) >= 0) ? 10.2 : 7.7;
	}

	/** Likewise of letters that are fat. */
	static double strongWidth(String words) {
		return width(words) * STRONG;
	}

	/** As much of a text as there is room for. */
	static String fitting(String words, double width) {
		if (width(words) <= width) {
			return words;
		}
		int end = words.length();
		while (end > 0 && width(words.substring(0, end) + "…") > width) {
			end = words.offsetByCodePoints(end, -1);
		}
		return words.substring(0, end).stripTrailing() + "…";
	}

}
