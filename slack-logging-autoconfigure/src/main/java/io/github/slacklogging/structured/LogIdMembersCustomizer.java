package io.github.slacklogging.structured;

import java.util.function.BooleanSupplier;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.slacklogging.structured.FormatWatch.Format;

import org.springframework.boot.json.JsonWriter.MemberPath;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Lets {@code log_id} join Boot's structured formats; {@code _log_id} in GELF, which
 * marks like this what is not its own. Complex values become one field each. Called once
 * for each formatter, also for those of other logging systems, to which it adds nothing.
 * Made from {@code spring.factories}.
 */
final class LogIdMembersCustomizer implements StructuredLoggingJsonMembersCustomizer<Object> {

	private static final boolean LOGBACK_PRESENT = ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext",
			LogIdMembersCustomizer.class.getClassLoader());

	private final boolean enabled;

	LogIdMembersCustomizer(Environment environment) {
		this.enabled = LOGBACK_PRESENT && Switches.of(environment).structured();
	}

	@Override
	public void customize(Members<Object> members) {
		if (this.enabled) {
			FormatWatch watch = new FormatWatch();
			members.applyingPathFilter((path) -> {
				watch.see(path);
				return false;
			});
			add(members, "log_id", () -> watch.format() != Format.GELF);
			add(members, "_log_id", () -> watch.format() == Format.GELF);
			members.applyingValueProcessor(new FlatValues(watch));
		}
	}

	/**
	 * Boot refuses a name that was written before, and the line is lost. A caller's own
	 * entry of this name comes before ours, so it is left out. Boot hands names on as
	 * they are: the copy tells ours from an equal one.
	 */
	@SuppressWarnings("StringCopy")
	private static void add(Members<Object> members, String name, BooleanSupplier wanted) {
		String own = new String(name);
		members.applyingPathFilter((path) -> isOther(path, own) && wanted.getAsBoolean());
		members.add(own, (event) -> wanted.getAsBoolean() ? id(event) : "").whenHasLength();
	}

	@SuppressWarnings("ReferenceEquality")
	private static boolean isOther(MemberPath path, String own) {
		return FormatWatch.isTop(path) && own.equals(path.name()) && own != path.name();
	}

	private static String id(Object event) {
		return (event instanceof ILoggingEvent logged) ? LogIds.of(logged) : "";
	}

}
