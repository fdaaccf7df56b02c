package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads mrkdwn as Slack's clients do, generously: what might act counts as acting.
 * Written without the composer's code.
 *
 * @param shown what people see
 * @param bold bold pieces
 * @param other everything else that acts, by kind
 */
record MrkdwnReader(String shown, List<String> bold, List<String> other) {

	private static final ObjectMapper JSON = JsonMapper.builder().build();

	private static final Pattern PROTECTED = Pattern.compile("`[^`\n]+`|<[^>]*>");

	private static final String EDGE = "(?<![A-Za-z0-9])%1$s([^%1$s\n]+)%1$s(?![A-Za-z0-9])";

	private static final char CODE = '\uE000';

	static MrkdwnReader read(String mrkdwn) {
		List<String> other = new ArrayList<>();
		StringBuilder skeleton = new StringBuilder();
		StringBuilder shown = new StringBuilder();
		Matcher matcher = PROTECTED.matcher(mrkdwn);
		int at = 0;
		while (matcher.find()) {
			skeleton.append(mrkdwn, at, matcher.start()).append(CODE);
			shown.append(mrkdwn, at, matcher.start());
			if (matcher.group().startsWith("<")) {
				other.add("token " + matcher.group());
			}
			else {
				shown.append(matcher.group(), 1, matcher.group().length() - 1);
			}
			at = matcher.end();
		}
		skeleton.append(mrkdwn.substring(at));
		shown.append(mrkdwn.substring(at));
		collect(other, "italic", EDGE.formatted("[_＿]"), skeleton);
		collect(other, "strike", EDGE.formatted("~"), skeleton);
		collect(other, "emoji", ":([^\\s:]+):", skeleton);
		collect(other, "quote", "(?m)^((?:&gt;|>|＞).*)", skeleton);
		collect(other, "backtick", "([`｀])", skeleton);
		collect(other, "bracket", "([<>])", skeleton);
		List<String> bold = new ArrayList<>();
		collect(bold, "", EDGE.formatted("[*＊]"), skeleton);
		String text = shown.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
		return new MrkdwnReader(text, bold, other);
	}

	/** Every mrkdwn object of a JSON array of blocks or attachments, in order. */
	static List<String> objectsIn(String json) {
		List<String> objects = new ArrayList<>();
		addObjects(JSON.readTree(json), objects);
		return objects;
	}

	private static void addObjects(JsonNode node, List<String> objects) {
		if (node.path("type").asString("").equals("mrkdwn")) {
			objects.add(node.path("text").asString());
			return;
		}
		node.forEach((child) -> addObjects(child, objects));
	}

	private static void collect(List<String> found, String kind, String pattern, CharSequence text) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		while (matcher.find()) {
			found.add((kind + " " + matcher.group(1)).strip());
		}
	}

}
