package io.github.slacklogging.link;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.slacklogging.LogLink;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageCustomizer;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.ServiceIdentity;

/**
 * The links that the application's own beans add. One that fails costs its links, nobody
 * else's. Used by the worker only, as far as the beans are not thread-safe.
 */
public final class ContributedLinks implements MessageCustomizer {

	private final List<LogLink> links;

	private final Supplier<ServiceIdentity> service;

	private final Consumer<String> trouble;

	/**
	 * The links of the application.
	 * @param links in their order
	 * @param service who speaks; asked for each message
	 * @param trouble told of what fails, without what was logged
	 */
	public ContributedLinks(List<LogLink> links, Supplier<ServiceIdentity> service, Consumer<String> trouble) {
		this.links = List.copyOf(links);
		this.service = service;
		this.trouble = trouble;
	}

	@Override
	public MessageExtras customize(MaskedGroup group, MessageExtras present) {
		MessageExtras extras = present;
		for (LogLink link : this.links) {
			extras = with(link, group, extras);
		}
		return extras;
	}

	private MessageExtras with(LogLink link, MaskedGroup group, MessageExtras present) {
		try {
			MessageExtras extras = present;
			for (var entry : link.links(group, this.service.get()).entrySet()) {
				extras = extras.withLink(entry.getKey(), entry.getValue());
			}
			return extras;
		}
		catch (Throwable ex) {
			// the application's own code; the event is told all the same
			this.trouble.accept("a LogLink failed: " + ex.getClass().getName());
			return present;
		}
	}

}
