package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** Adds up what a message tells, as a reader could. */
final class SumsOfMessages {

	private static final Pattern TOTAL = Pattern.compile("^\\*([A-Z]+)\\* \\(([\\d,]+) events?\\)$");

	private static final Pattern ROW = Pattern.compile("^×([\\d,]+) · .*");

	private static final Pattern MORE = Pattern
		.compile("^_(?:… and )?.*?([\\d,]+) (?:more )?events?(?:, not shown)?_$");

	private static final Pattern STORM = Pattern
		.compile("\\n\\*([\\d,]+) new kinds? of error[^*]*\\* · ([\\d,]+) events?");

	private static final Pattern REST = Pattern.compile("^_… and ([\\d,]+) more kinds?, ([\\d,]+) events?_$");

	private SumsOfMessages() {
	}

	/**
	 * Every total is the sum of its rows and of what is not shown; together the plan's.
	 */
	static void assertMatch(SlackMessage message, MessagePlan plan) {
		Map<Severity, Long> told = new EnumMap<>(Severity.class);
		for (String object : sections(message)) {
			List<String> lines = object.lines().toList();
			Matcher total = TOTAL.matcher(lines.get(0));
			if (total.matches()) {
				long sum = 0;
				for (String line : lines.subList(1, lines.size())) {
					Matcher row = ROW.matcher(line);
					Matcher more = MORE.matcher(line);
					assertThat(row.matches() || more.matches()).as(line).isTrue();
					sum += number(row.matches() ? row.group(1) : more.group(1));
				}
				assertThat(sum).as(object).isEqualTo(number(total.group(2)));
				told.put(Severity.valueOf(total.group(1)), sum);
			}
		}
		Map<Severity, Long> planned = new EnumMap<>(Severity.class);
		plan.groups().forEach((group) -> planned.merge(group.severity(), group.count(), Long::sum));
		plan.remainder().forEach((severity, remainder) -> planned.merge(severity, remainder.events(), Long::sum));
		if (plan.storm() != null) {
			assertStormAddsUp(message);
		}
		else if (plan.groups().size() > 1) {
			assertThat(told).isEqualTo(planned);
		}
	}

	private static void assertStormAddsUp(SlackMessage message) {
		List<String> objects = sections(message);
		Matcher all = STORM.matcher(objects.get(0));
		assertThat(all.find()).as(objects.get(0)).isTrue();
		long kinds = 0;
		long events = 0;
		for (String line : objects.get(1).lines().toList()) {
			Matcher row = ROW.matcher(line);
			Matcher rest = REST.matcher(line);
			assertThat(row.matches() || rest.matches()).as(line).isTrue();
			kinds += row.matches() ? 1 : number(rest.group(1));
			events += number(row.matches() ? row.group(1) : rest.group(2));
		}
		assertThat(kinds).isEqualTo(number(all.group(1)));
		assertThat(events).isEqualTo(number(all.group(2)));
	}

	/** The headline, then each section with those that go on with its rows. */
	private static List<String> sections(SlackMessage message) {
		List<String> sections = new ArrayList<>();
		for (String object : MrkdwnReader.objectsIn(String.valueOf(message.blocks()))) {
			String first = object.lines().findFirst().orElseThrow();
			int last = sections.size() - 1;
			boolean goesOn = last >= 1 && (ROW.matcher(first).matches() || MORE.matcher(first).matches());
			if (goesOn) {
				sections.set(last, sections.get(last) + "\n" + object);
			}
			else {
				sections.add(object);
			}
		}
		return sections;
	}

	private static long number(String counted) {
		return Long.parseLong(counted.replace(",", ""));
	}

}
