package io.github.slacklogging.inbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The channels of this Slack: any well-formed name is one, and gets an id when it is
 * first used. The bot is a member of each, and none is archived, until a test says so.
 * Names carry their hash everywhere in the inbox. Thread-safe.
 */
final class Channels {

	/** A typo in a loop must not grow the list without end. */
	private static final int MAX_CHANNELS = 1_000;

	private static final Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}_-]{1,80}");

	private final Map<String, String> idByName = new LinkedHashMap<>();

	private final Set<String> archived = new HashSet<>();

	private final Set<String> withoutBot = new HashSet<>();

	/**
	 * The channel of this name.
	 * @param name with or without hash
	 * @return the name with hash
	 * @throws IllegalArgumentException if Slack would not allow the name
	 */
	static String checked(String name) {
		String bare = name.startsWith("#") ? name.substring(1) : name;
		if (!NAME.matcher(bare).matches()) {
			throw new IllegalArgumentException("Not a channel name: " + name);
		}
		return "#" + bare;
	}

	/** The channel of this name, with or without hash; empty if it cannot be one. */
	synchronized Optional<String> named(String name) {
		String bare = name.startsWith("#") ? name.substring(1) : name;
		if (!NAME.matcher(bare).matches()) {
			return Optional.empty();
		}
		String channel = "#" + bare;
		if (!this.idByName.containsKey(channel)) {
			if (this.idByName.size() >= MAX_CHANNELS) {
				return Optional.empty();
			}
			this.idByName.put(channel, String.format(Locale.ROOT, "C000INBOX%03d", this.idByName.size() + 1));
		}
		return Optional.of(channel);
	}

	/** The channel with this id, empty if there is none. */
	synchronized Optional<String> withId(@Nullable String id) {
		return this.idByName.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(id))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** The channel with this id or name, empty if it can be neither. */
	Optional<String> find(@Nullable String idOrName) {
		Optional<String> known = withId(idOrName);
		return (known.isPresent() || idOrName == null) ? known : named(idOrName);
	}

	/** Those that were used or spoken of, oldest first. */
	synchronized List<String> all() {
		return List.copyOf(this.idByName.keySet());
	}

	/** The id of a channel that {@link #named} gave. */
	synchronized String idOf(String channel) {
		return this.idByName.getOrDefault(channel, "");
	}

	synchronized void archive(String channel, boolean archived) {
		change(this.archived, channel, archived);
	}

	synchronized boolean isArchived(String channel) {
		return this.archived.contains(channel);
	}

	synchronized List<String> archived() {
		return this.archived.stream().sorted().toList();
	}

	synchronized List<String> withoutBot() {
		return this.withoutBot.stream().sorted().toList();
	}

	synchronized void admitBot(String channel, boolean admitted) {
		named(channel);
		change(this.withoutBot, channel, !admitted);
	}

	synchronized boolean hasBot(String channel) {
		return !this.withoutBot.contains(channel);
	}

	private static void change(Set<String> channels, String channel, boolean member) {
		if (member) {
			channels.add(channel);
		}
		else {
			channels.remove(channel);
		}
	}

}
