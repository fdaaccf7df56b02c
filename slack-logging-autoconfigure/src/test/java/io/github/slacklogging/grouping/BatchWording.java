package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Incident.Earlier;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Storm;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.Speech.Form;

/** How a transcript tells of a batch. */
final class BatchWording {

	private BatchWording() {
	}

	static String of(GroupBatch batch, Tick now) {
		Form form = batch.speech().form();
		String how = form.name().toLowerCase(Locale.ROOT).replace('_', '-')
				+ (batch.speech().broadcast() ? "+channel" : "");
		if (form == Form.TRACE || form.pace() != Form.POST.pace() && form != Form.EDIT) {
			return how + " " + name(batch.groups().get(0));
		}
		Storm storm = batch.storm();
		if (storm != null) {
			return how + " STORM " + storm.kinds() + " kinds ×" + storm.events()
					+ ((storm.commonCause() != null) ? " " + storm.commonCause() : "") + (storm.over() ? " over" : "");
		}
		return how + " " + kinds(batch.groups(), now) + remainder(batch) + " " + occasions(batch);
	}

	private static String kinds(List<EventGroup> groups, Tick now) {
		return groups.stream().map((group) -> kind(group, now)).collect(Collectors.joining(", "));
	}

	private static String kind(EventGroup group, Tick now) {
		Earlier earlier = group.incident().earlier();
		JobReport job = group.latest().job();
		return name(group) + " " + ((job != null) ? job.outcome() : group.severity()) + " ×" + group.total()
				+ ((earlier != null) ? earlier(earlier, now) : "")
				+ ((group.incident().mute() != null) ? " muted" : "");
	}

	/** Without grouping no two are of one kind, but were logged as one. */
	private static String name(EventGroup group) {
		String name = GroupingAtHand.kindOf(group);
		return (name.startsWith("event ") && group.first() instanceof LogEvent event) ? event.keyValues().get(0).text()
				: name;
	}

	private static String earlier(Earlier earlier, Tick now) {
		return " (back after " + TimeText.ofDuration(Duration.between(earlier.lastSeen(), now.instant()).withNanos(0))
				+ ((earlier.version() != null) ? ", then " + earlier.version() : "")
				+ ((earlier.link() != null) ? ", linked" : "") + ")";
	}

	private static String remainder(GroupBatch batch) {
		return batch.remainder()
			.entrySet()
			.stream()
			.map((entry) -> " +" + entry.getValue().kinds() + " " + entry.getKey() + " ×" + entry.getValue().events())
			.collect(Collectors.joining());
	}

	private static String occasions(GroupBatch batch) {
		String occasions = new TreeSet<>(batch.speech().occasions()).stream()
			.map(Occasion::name)
			.collect(Collectors.joining("+"));
		long milestone = batch.groups().get(0).incident().milestone();
		return occasions + ((milestone > 0) ? " " + milestone : "");
	}

	/** Whether it only brings a count up to date. */
	static boolean isCount(GroupBatch batch) {
		Storm storm = batch.storm();
		return batch.speech().form() == Form.EDIT
				&& ((storm != null) ? !storm.over() : batch.speech().occasions().contains(Occasion.COUNT));
	}

}
