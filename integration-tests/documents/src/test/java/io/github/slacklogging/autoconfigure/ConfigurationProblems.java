package io.github.slacklogging.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.autoconfigure.SlackLoggingSetup.Examined;
import io.github.slacklogging.diagnosis.PropertyNames;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What an application would be told at its start. In this package because what it asks is
 * open to nobody else.
 */
public final class ConfigurationProblems {

	private static final PropertyNames NAMES = BoundNames.all();

	private static final Set<String> GROUPS = groups();

	private ConfigurationProblems() {
	}

	/** Everything that nobody reads, and everything that is wrong. Starts nothing. */
	public static List<String> in(ConfigurableEnvironment environment) {
		List<String> problems = new ArrayList<>(new UnreadProperties(NAMES).in(environment));
		Examined examined = SlackLoggingSetup.examine(environment, null);
		examined.problems().forEach((problem) -> problems.add(problem.sentence()));
		if (problems.isEmpty()) {
			addObjections(new StageSettings(examined.settings(), null), problems);
		}
		return problems;
	}

	/** A stage knows best what it cannot work with. */
	private static void addObjections(StageSettings stages, List<String> problems) {
		try {
			stages.slack(null);
			ConfiguredCluster cluster = stages.settings().cluster();
			if (cluster != null) {
				stages.shipping(cluster);
			}
			LateSlackSender nobody = new LateSlackSender(() -> {
				throw new IllegalStateException("nothing is sent here");
			});
			new StageMaking(stages, (field, text) -> text, new PipelineListener() {
			}, EarlyDoctor::now, (trouble) -> {
			}).parts(nobody, nobody);
		}
		catch (IllegalArgumentException ex) {
			problems.add(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Whether there is such a property, or a group of some.
	 * @param name without {@code slack.logging.}
	 */
	public static boolean isPropertyOrGroup(String name) {
		return NAMES.isKnown(name, false) || GROUPS.contains(name.replaceAll("\\[\\d+]$", ""));
	}

	/**
	 * Whether there is a property that can be set by this variable.
	 * @param name without {@code SLACK_LOGGING_}
	 */
	public static boolean isVariable(String name) {
		return NAMES.isKnown(name.toLowerCase(Locale.ROOT).replace('_', '.'), true);
	}

	/** What stands before a dot, from the types that are bound. */
	private static Set<String> groups() {
		Set<String> groups = new HashSet<>();
		addGroups("", SlackLoggingProperties.class, groups);
		return groups;
	}

	private static void addGroups(String prefix, Class<?> type, Set<String> groups) {
		for (RecordComponent component : type.getRecordComponents()) {
			String name = prefix + DataObjectPropertyName.toDashedForm(component.getName());
			Class<?> raw = component.getType();
			if (raw.isRecord() || raw == Map.class || raw == List.class) {
				groups.add(name);
			}
			if (raw.isRecord()) {
				addGroups(name + ".", raw, groups);
			}
		}
	}

}
