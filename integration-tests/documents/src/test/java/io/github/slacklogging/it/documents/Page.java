package io.github.slacklogging.it.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown, as GitHub reads it. Immutable.
 *
 * @param file seen from the root of the repository
 * @param lines of it
 */
record Page(Path file, List<String> lines) {

	private static final Pattern FENCE = Pattern.compile("^(\\s*)```+\\s*([\\w+-]*)(.*)$");

	private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");

	private static final Pattern OWN_ANCHOR = Pattern.compile("<a\\s+(?:id|name)=\"([^\"]+)\"");

	private static final Pattern LINK = Pattern
		.compile("(!?)\\[(?:[^\\[\\]]|!?\\[[^\\]]*\\]\\([^)]*\\))*\\]\\(([^)\\s]+)\\)");

	private static final Pattern NESTED_IMAGE = Pattern.compile("\\[!\\[[^\\]]*\\]\\(([^)\\s]+)\\)\\]");

	private static final Pattern REFERENCE = Pattern.compile("^\\[([^\\]]+)\\]:\\s*(\\S+)");

	private static final Pattern REFERRED = Pattern.compile("\\]\\[([^\\]]+)\\]");

	private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?[^`]?\\1(?!`)");

	Page {
		lines = List.copyOf(lines);
	}

	/** For messages: with slashes on every machine. */
	String name() {
		return this.file.toString().replace('\\', '/');
	}

	List<Snippet> snippets() {
		List<Snippet> snippets = new ArrayList<>();
		for (int i = 0; i < this.lines.size(); i++) {
			Matcher fence = FENCE.matcher(this.lines.get(i));
			if (fence.matches()) {
				List<String> text = new ArrayList<>();
				int first = i + 1;
				while (++i < this.lines.size() && !this.lines.get(i).strip().equals("```")) {
					text.add(withoutIndent(this.lines.get(i), fence.group(1)));
				}
				snippets.add(new Snippet(this, first, fence.group(2), String.join("\n", text) + "\n"));
			}
		}
		return snippets;
	}

	private static String withoutIndent(String line, String indent) {
		return line.startsWith(indent) ? line.substring(indent.length()) : line.stripLeading();
	}

	/** What is no code block, one line each; a line of a block is empty. */
	List<String> prose() {
		List<String> prose = new ArrayList<>();
		boolean code = false;
		for (String line : this.lines) {
			boolean fence = FENCE.matcher(line).matches();
			prose.add((code || fence) ? "" : line);
			code = code != fence;
		}
		return prose;
	}

	/** Where links in this page, images left out, lead to. */
	Set<String> links() {
		Set<String> links = targets(false);
		links.addAll(references().values());
		return links;
	}

	/** Addresses that stand apart from the text, by their names. */
	Map<String, String> references() {
		Map<String, String> references = new LinkedHashMap<>();
		for (String line : prose()) {
			Matcher reference = REFERENCE.matcher(line);
			if (reference.find()) {
				references.put(reference.group(1), reference.group(2));
			}
		}
		return references;
	}

	/** Names of addresses that the text takes to stand apart. */
	Set<String> referred() {
		Set<String> names = new LinkedHashSet<>();
		for (Matcher referred = REFERRED.matcher(text()); referred.find();) {
			names.add(referred.group(1));
		}
		return names;
	}

	Set<String> images() {
		return targets(true);
	}

	private Set<String> targets(boolean images) {
		String text = text();
		Set<String> targets = new LinkedHashSet<>();
		for (Matcher link = LINK.matcher(text); link.find();) {
			if (images == link.group(1).equals("!")) {
				targets.add(link.group(2));
			}
		}
		for (Matcher image = NESTED_IMAGE.matcher(text); images && image.find();) {
			targets.add(image.group(1));
		}
		return targets;
	}

	/** In one line, so that a link may go on in the next one; without code. */
	private String text() {
		return CODE.matcher(String.join(" ", prose())).replaceAll("`code`");
	}

	/** What may stand behind the hash of an address, by the rules of GitHub. */
	Set<String> anchors() {
		Set<String> anchors = new LinkedHashSet<>();
		Map<String, Integer> seen = new HashMap<>();
		for (String line : prose()) {
			Matcher heading = HEADING.matcher(line);
			if (heading.matches()) {
				String anchor = anchor(heading.group(1));
				int before = seen.merge(anchor, 1, Integer::sum) - 1;
				anchors.add((before == 0) ? anchor : anchor + "-" + before);
			}
			for (Matcher own = OWN_ANCHOR.matcher(line); own.find();) {
				anchors.add(own.group(1));
			}
		}
		return anchors;
	}

	/**
	 * Lower case; only letters, digits, underscores and dashes stay; a dash for a space.
	 */
	static String anchor(String heading) {
		String text = heading.replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
		return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "").replace(' ', '-');
	}

	@Override
	public String toString() {
		return name();
	}

}
