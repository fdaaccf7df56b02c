package io.github.slacklogging.channel;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Says what went wrong in the application's filters and routers. For one thread. */
final class Trouble {

	/** A router may make up names, so they are neither all kept nor told in full. */
	private static final int MAX_NAMES = 50;

	private static final int MAX_NAME_LENGTH = 40;

	private final Consumer<String> listener;

	private final Set<String> unknown = new HashSet<>();

	Trouble(Consumer<String> listener) {
		this.listener = listener;
	}

	// The exception's own message may quote the event, which is not masked: only its type
	// is told.
	void threw(Object bean, Throwable ex, String consequence) {
		this.listener.accept(bean.getClass().getName() + " threw " + ex.getClass().getName() + ": " + consequence);
	}

	void unknownDestination(@Nullable String name) {
		String told = String.valueOf(name);
		told = told.substring(0, Math.min(told.length(), MAX_NAME_LENGTH));
		if (this.unknown.size() < MAX_NAMES && this.unknown.add(told)) {
			this.listener.accept("A ChannelRouter named the unknown destination '" + told + "': it is ignored");
		}
	}

}
