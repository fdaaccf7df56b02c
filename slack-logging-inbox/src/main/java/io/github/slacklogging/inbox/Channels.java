package io.github.slacklogging.inbox;

import java.util.Collection;
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
 * first used, until a test names the only ones there are. Channels are public, the bot is
 * a member of each, and none is archived, until a test says so. Names carry their hash
 * everywhere in the inbox. Thread-safe.
 */
final class Channels {

	/** A typo in a loop must not grow the list without end. */
	private static final int MAX_CHANNELS = 1_000;

	private static final Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}_-]{1,80}");

	private final Map<String, String> idByName = new LinkedHashMap<>();

	private final Set<String> archived = new HashSet<>();

	private final Set<String> withoutBot = new HashSet<>();

	private final Set<String> closed = new HashSet<>();

	/** Whether a name that nobody declared is a channel as well. */
	private boolean anyName = true;

	/** Gives channels the ids that they have there, and nothing else. */
	synchronized void knowAs(Channels before) {
		before.all().forEach((channel) -> this.idByName.put(channel, before.idOf(channel)));
	}

	/**
	 * The channel of this name.
	 * @param name with or without hash
	 * @return the name with hash
	 * @throws IllegalArgumentException if Slack would not allow the name
	 */
	static String checked(String name) {
		String bare = bare(name);
		if (!NAME.matcher(bare).matches()) {
			throw new IllegalArgumentException("Not a channel name: " + name);
		}
		return "#" + bare;
	}

	/** The channel of this name, with or without hash; empty if there is none. */
	synchronized Optional<String> named(String name) {
		String channel = "#" + bare(name);
		if (this.idByName.containsKey(channel)) {
			return Optional.of(channel);
		}
		boolean possible = this.anyName && NAME.matcher(bare(name)).matches();
		return (possible && declare(channel)) ? Optional.of(channel) : Optional.empty();
	}

	/** Makes this a channel, whatever else there is; whether there was room for it. */
	synchronized boolean declare(String channel) {
		if (this.idByName.containsKey(channel)) {
			return true;
		}
		if (this.idByName.size() >= MAX_CHANNELS) {
			return false;
		}
		this.idByName.put(channel, String.format(Locale.ROOT, "C000INBOX%03d", this.idByName.size() + 1));
		return true;
	}

	/** From now on there are these channels, and those that are declared later. */
	synchronized void only(Collection<String> channels) {
		this.anyName = false;
		channels.forEach(this::declare);
		this.idByName.keySet().retainAll(channels);
	}

	/** The channel with this id, empty if there is none. */
	synchronized Optional<String> withId(@Nullable String id) {
		return this.idByName.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(id))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** The channel with this id, if the bot can see it. */
	synchronized Optional<String> visible(@Nullable String id) {
		return withId(id).filter(this::isVisible);
	}

	/**
	 * The channel to post to, by its id or its name, if the bot can see it. (By Slack's
	 * page on {@code chat.postMessage} private channels have no name for it.)
	 */
	synchronized Optional<String> postable(@Nullable String idOrName) {
		Optional<String> known = withId(idOrName);
		if (known.isPresent() || idOrName == null) {
			return known.filter(this::isVisible);
		}
		return named(idOrName).filter((channel) -> !isPrivate(channel));
	}

	/**
	 * The channel that a request means by this id or name, for the page and for scripted
	 * replies; nothing becomes a channel by being asked for.
	 */
	synchronized Optional<String> meant(@Nullable String idOrName) {
		Optional<String> known = withId(idOrName);
		if (known.isPresent() || idOrName == null) {
			return known;
		}
		String bare = bare(idOrName);
		return NAME.matcher(bare).matches() ? Optional.of("#" + bare) : Optional.empty();
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

	synchronized void admitBot(String channel, boolean admitted) {
		named(channel);
		change(this.withoutBot, channel, !admitted);
	}

	synchronized boolean hasBot(String channel) {
		return !this.withoutBot.contains(channel);
	}

	synchronized List<String> withoutBot() {
		return this.withoutBot.stream().sorted().toList();
	}

	synchronized void close(String channel) {
		declare(channel);
		this.closed.add(channel);
	}

	synchronized boolean isPrivate(String channel) {
		return this.closed.contains(channel);
	}

	/** A private channel without the bot does not exist for it. */
	synchronized boolean isVisible(String channel) {
		return !isPrivate(channel) || hasBot(channel);
	}

	private static String bare(String name) {
		return name.startsWith("#") ? name.substring(1) : name;
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
