package io.github.slacklogging.inbox.test;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.inbox.SlackInbox;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives a context the inbox, as properties and as a bean, before any condition is
 * evaluated. A record, because it is a part of the key under which contexts are cached:
 * the port is the same for all of them.
 *
 * @param bot as {@link SlackInboxTest#bot()}
 * @param channel as {@link SlackInboxTest#channel()}
 */
record SlackInboxContextCustomizer(boolean bot, String channel) implements ContextCustomizer {

	private static final String SOURCE = "slackInbox";

	/** Of our starter; what switches logging off in tests must stand behind. */
	private static final String QUIET = "slackLoggingQuietTests";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		SlackInbox inbox = SharedInbox.get();
		ConfigurableEnvironment environment = context.getEnvironment();
		Map<String, Object> values = new LinkedHashMap<>();
		new SlackInboxProperties(inbox).accept((name, value) -> values.put(name, String.valueOf(value.get())));
		values.putAll(new Redirection(inbox, environment).of(this.bot, this.channel));
		add(new MapPropertySource(SOURCE, values), environment.getPropertySources());
		context.getBeanFactory().registerSingleton(SlackInbox.class.getName(), inbox);
	}

	/** Behind all that the test says itself, before everything else. */
	private static void add(MapPropertySource source, MutablePropertySources sources) {
		if (sources.contains(QUIET)) {
			sources.addBefore(QUIET, source);
		}
		else if (sources.contains(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
			sources.addBefore(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, source);
		}
		else {
			sources.addFirst(source);
		}
	}

}
