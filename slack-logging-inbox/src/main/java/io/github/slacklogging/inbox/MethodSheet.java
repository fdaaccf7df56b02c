package io.github.slacklogging.inbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What Slack's reference says of a method before anybody carries it out. (Pages of
 * docs.slack.dev/reference/methods, August 2026; the figures of the special tiers, which
 * Slack does not publish, are those of its Java client.)
 *
 * @param name the method
 * @param needsToken whether it wants a token at all
 * @param scopes one of which the token must have; empty if any token will do
 * @param takesJson whether its arguments may come as JSON, not only as query or form
 * @param perMinute calls a minute that its tier promises
 * @param required arguments without which it is refused at once
 */
record MethodSheet(String name, boolean needsToken, List<String> scopes, boolean takesJson, int perMinute,
		List<String> required) {

	/** For {@code *}: each kind of conversation has a scope of its own. */
	private static final List<String> KINDS = List.of("channels", "groups", "mpim", "im");

	/** Method, scopes, how arguments come, calls a minute, required arguments. */
	private static final String TABLE = """
			api.test                      no-token        json  100
			auth.test                     -               json  600
			chat.delete                   chat:write      json  50   channel ts
			chat.getPermalink             -               form  600  channel message_ts
			chat.postMessage              chat:write      json  600  channel
			chat.update                   chat:write      json  50   channel ts
			conversations.history         *:history       json  50   channel
			conversations.info            *:read          form  50   channel
			conversations.join            channels:join   json  50   channel
			conversations.list            *:read          form  20
			conversations.replies         *:history       form  50   channel ts
			files.completeUploadExternal  files:write     json  100  files
			files.getUploadURLExternal    files:write     form  100  filename length
			files.info                    files:read      form  100  file
			files.upload                  files:write     form  20
			pins.add                      pins:write      json  20   channel
			pins.list                     pins:read       form  20   channel
			pins.remove                   pins:write      json  20   channel
			reactions.add                 reactions:write json  50   name
			reactions.get                 reactions:read  form  50
			reactions.list                reactions:read  form  20
			reactions.remove              reactions:write json  20   name
			users.conversations           *:read          form  50
			views.open                    -               json  100  view
			views.publish                 -               json  100  user_id view
			views.push                    -               json  100  view
			views.update                  -               json  100  view
			""";

	private static final Map<String, MethodSheet> ALL = read();

	/** By name, in alphabetical order. */
	static Map<String, MethodSheet> all() {
		return ALL;
	}

	static Set<String> names() {
		return ALL.keySet();
	}

	/** How each method is limited, for the whole workspace. */
	static Map<String, Integer> perMinuteByName() {
		Map<String, Integer> limits = new LinkedHashMap<>();
		ALL.forEach((name, sheet) -> limits.put(name, sheet.perMinute()));
		return limits;
	}

	boolean isAllowedTo(Set<String> granted) {
		return this.scopes.isEmpty() || this.scopes.stream().anyMatch(granted::contains);
	}

	/** As Slack lists what it wanted. */
	String needed() {
		return String.join(",", this.scopes);
	}

	private static Map<String, MethodSheet> read() {
		Map<String, MethodSheet> sheets = new TreeMap<>();
		TABLE.lines().map((line) -> of(line.split(" +"))).forEach((sheet) -> sheets.put(sheet.name(), sheet));
		return Collections.unmodifiableMap(sheets);
	}

	private static MethodSheet of(String[] cells) {
		List<String> required = List.of(cells).subList(4, cells.length);
		return new MethodSheet(cells[0], !cells[1].equals("no-token"), scopes(cells[1]), cells[2].equals("json"),
				Integer.parseInt(cells[3]), required);
	}

	private static List<String> scopes(String cell) {
		if (cell.startsWith("*")) {
			return KINDS.stream().map((kind) -> kind + cell.substring(1)).toList();
		}
		return cell.contains(":") ? List.of(cell) : List.of();
	}

}
