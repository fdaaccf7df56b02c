package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.slacklogging.autoconfigure.InvalidSlackLoggingConfigurationException.Problem;
import io.github.slacklogging.autoconfigure.OperationProperties.InboxMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.IgnoreErrorsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Binds the properties from the environment, before any bean exists. What the binder
 * refuses is told in our words: its own tell the value and keep it in their causes.
 */
final class PropertiesBinding {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(SlackLoggingProperties.PREFIX);

	private final Binder binder;

	private final RecordBinding records;

	PropertiesBinding(ConfigurableEnvironment environment) {
		this.binder = Binder.get(environment, LinkFields.completing());
		this.records = new RecordBinding(ConfigurationPropertySources.get(environment), this.binder);
	}

	SlackLoggingProperties properties() {
		try {
			return this.records.bind(ROOT, SlackLoggingProperties.class);
		}
		catch (BindException ex) {
			throw new InvalidSlackLoggingConfigurationException(List.of(problem(ex)));
		}
	}

	/**
	 * The properties that can be read, and the defaults of those that cannot.
	 * @param problems collects the first that cannot
	 */
	SlackLoggingProperties readable(Problems problems) {
		try {
			return properties();
		}
		catch (InvalidSlackLoggingConfigurationException ex) {
			ex.problems().forEach(problems::add);
		}
		try {
			return this.binder.bindOrCreate(SlackLoggingProperties.PREFIX, Bindable.of(SlackLoggingProperties.class),
					new IgnoreErrorsBindHandler(LinkFields.completing()));
		}
		catch (RuntimeException ex) {
			// Too much is wrong. What there is to say was said.
			return new Binder().bindOrCreate(SlackLoggingProperties.PREFIX, SlackLoggingProperties.class);
		}
	}

	/**
	 * One group of properties, as far as it can be read.
	 * @param group its name, without the prefix
	 * @param type that it is bound to
	 */
	<T> T readable(String group, Class<T> type) {
		String name = SlackLoggingProperties.PREFIX + "." + group;
		try {
			return this.binder.bindOrCreate(name, type);
		}
		catch (BindException ex) {
			// said where all of it is read
		}
		try {
			return this.binder.bindOrCreate(name, Bindable.of(type), new IgnoreErrorsBindHandler());
		}
		catch (RuntimeException ex) {
			return new Binder().bindOrCreate(name, type);
		}
	}

	/** Switched on, and also where the switch cannot be read. */
	boolean isReadablySwitchedOn() {
		try {
			return isSwitchedOn("enabled");
		}
		catch (InvalidSlackLoggingConfigurationException ex) {
			return true;
		}
	}

	/** Whether the application is to be examined instead of started. */
	boolean isDoctorWanted() {
		try {
			return this.binder.bind(SlackLoggingProperties.PREFIX + ".doctor", Boolean.class).orElse(false);
		}
		catch (BindException ex) {
			// said where the configuration is read
			return false;
		}
	}

	/** Whether the inbox is to be the destination whatever else is configured. */
	boolean isInboxDemanded() {
		try {
			return this.binder.bind(SlackLoggingProperties.PREFIX + ".inbox.enabled", InboxMode.class)
				.orElse(InboxMode.AUTO) == InboxMode.TRUE;
		}
		catch (BindException ex) {
			// said where the configuration is read
			return false;
		}
	}

	/** A switch that counts even where the other properties do not bind. */
	boolean isSwitchedOn(String property) {
		try {
			return this.binder.bind(SlackLoggingProperties.PREFIX + "." + property, Boolean.class).orElse(true);
		}
		catch (BindException ex) {
			throw new InvalidSlackLoggingConfigurationException(List.of(problem(ex)));
		}
	}

	/**
	 * What is set in a group of properties, whatever to.
	 * @param group its name, without the prefix
	 * @return names directly below it, as they are written where they are set
	 */
	Set<String> namesIn(String group) {
		return this.binder.bind(SlackLoggingProperties.PREFIX + "." + group, Bindable.mapOf(String.class, Object.class))
			.map(Map::keySet)
			.orElse(Set.of());
	}

	private static Problem problem(BindException ex) {
		if (ex.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
			String names = unbound.getUnboundProperties()
				.stream()
				.map((property) -> property.getName().toString())
				.collect(Collectors.toCollection(TreeSet::new))
				.toString();
			return new Problem(ex.getName().toString(), "leaves out a number, so that " + names + " cannot be reached",
					"Number the elements from 0 without gaps.");
		}
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(ex.getTarget().getType().resolve(Object.class));
		return new Problem(ex.getName().toString(), reason(ex, type), advice(ex.getName(), type));
	}

	private static String reason(BindException ex, Class<?> type) {
		ConfigurationProperty property = ex.getProperty();
		if (property == null && type.isRecord()) {
			// no value is to blame, and the text of the cause may quote any of them
			return "cannot be read: " + NestedExceptionUtils.getMostSpecificCause(ex).getClass().getName();
		}
		Object value = (property != null) ? property.getValue() : null;
		String shown = (value != null) ? Problems.printable(value.toString()) : "…";
		return "has the value '" + shown + "', which is not " + expected(type) + origin(property);
	}

	private static String origin(@Nullable ConfigurationProperty property) {
		return (property != null && property.getOrigin() != null) ? " (from " + property.getOrigin() + ")" : "";
	}

	private static String expected(Class<?> type) {
		if (type.isEnum()) {
			return "one of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name())
				.collect(Collectors.joining(", "));
		}
		if (Number.class.isAssignableFrom(type)) {
			return (type == Double.class) ? "a number" : "a whole number";
		}
		if (type == Boolean.class) {
			return "true or false";
		}
		return "a " + type.getSimpleName().toLowerCase(Locale.ROOT) + " that can be read";
	}

	private static String advice(ConfigurationPropertyName name, Class<?> type) {
		if (type == Duration.class) {
			return "Write a duration such as 500ms, 10s or 5m.";
		}
		if (type == DataSize.class) {
			return "Write a size such as 512KB or 16MB.";
		}
		return "Correct " + name + ", or remove it to get its default.";
	}

}
