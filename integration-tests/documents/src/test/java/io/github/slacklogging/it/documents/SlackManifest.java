package io.github.slacklogging.it.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Slack makes an app of, as far as pages use it. Immutable.
 *
 * @see <a href="https://docs.slack.dev/reference/app-manifest">App manifest reference</a>
 */
final class SlackManifest {

	/** Every value, by its way there. */
	private static final Map<String, Class<?>> KNOWN = Map.of("display_information.name", String.class,
			"display_information.description", String.class, "display_information.background_color", String.class,
			"features.bot_user.display_name", String.class, "features.bot_user.always_online", Boolean.class,
			"oauth_config.scopes.bot", List.class, "settings.org_deploy_enabled", Boolean.class,
			"settings.socket_mode_enabled", Boolean.class, "settings.token_rotation_enabled", Boolean.class);

	/** Without them Slack takes none that asks for rights of a bot. */
	private static final Set<String> NEEDED = Set.of("display_information.name", "features.bot_user.display_name");

	/** Of a webhook: no call of ours needs it, so no table explains it. */
	private static final String WEBHOOK = "incoming-webhook";

	private final Map<String, Object> values = new TreeMap<>();

	SlackManifest(Map<?, ?> manifest) {
		collect("", manifest);
	}

	static boolean is(Map<?, ?> document) {
		return document.containsKey("display_information");
	}

	private void collect(String prefix, Map<?, ?> group) {
		group.forEach((name, value) -> {
			if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
				collect(prefix + name + ".", inner);
			}
			else {
				this.values.put(prefix + name, value);
			}
		});
	}

	/**
	 * What is wrong with it.
	 * @param page that shows it, and explains in a table what each scope is for
	 */
	List<String> problems(Page page) {
		List<String> problems = new ArrayList<>();
		this.values.forEach((name, value) -> {
			Class<?> type = KNOWN.get(name);
			if (type == null || !type.isInstance(value)) {
				problems.add("Slack knows no " + name + ": " + value);
			}
		});
		NEEDED.stream().filter((name) -> !this.values.containsKey(name)).forEach((name) -> problems.add("No " + name));
		scopes().stream()
			.filter((scope) -> !scope.equals(WEBHOOK))
			.filter((scope) -> page.lines().stream().noneMatch((line) -> line.startsWith("| `" + scope + "` |")))
			.forEach((scope) -> problems.add("No table says what the scope " + scope + " is for"));
		return problems;
	}

	private Set<String> scopes() {
		Set<String> scopes = new TreeSet<>();
		if (this.values.get("oauth_config.scopes.bot") instanceof List<?> list) {
			list.forEach((scope) -> scopes.add(String.valueOf(scope)));
		}
		return scopes;
	}

}
