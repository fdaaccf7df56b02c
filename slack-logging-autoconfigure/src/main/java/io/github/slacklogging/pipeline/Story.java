package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.Tick;
import io.github.slacklogging.Trail;
import io.github.slacklogging.channel.ChannelRouting.Decision;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.pipeline.Wire.Landing;
import org.jspecify.annotations.Nullable;

/**
 * Tells the trail in words what becomes of events, where somebody listens; otherwise each
 * step costs one question. What waits is told when its reason changes. Used by the worker
 * only, but for {@link #masked}.
 *
 * <p>
 * Longer than a class of ours should be: the steps of one way are to be read together.
 */
final class Story implements PipelineListener {

	private static final int MAX_REMEMBERED = 1_000;

	private static final int MAX_KINDS_IN_A_LINE = 5;

	private final Trail trail;

	private final EventGrouping grouping;

	private final Telling telling;

	private final Books books;

	/** What was said last of a kind or a destination. */
	private final Map<String, String> said = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
			return size() > MAX_REMEMBERED;
		}

	};

	private final Map<DropReason, Long> toldDrops = new EnumMap<>(DropReason.class);

	private final Map<String, Long> masked = new TreeMap<>();

	/** Who masks for a message now; other threads mask for other purposes. */
	private volatile @Nullable Thread composing;

	Story(Trail trail, EventGrouping grouping, Telling telling, Books books) {
		this.trail = trail;
		this.grouping = grouping;
		this.telling = telling;
		this.books = books;
	}

	/** Where an event goes, and what says so. */
	void decided(LogEvent event, Decision decision) {
		if (this.trail.isOn()) {
			String target = decision.destinations().isEmpty() ? "filtered: " + decision.by()
					: "kept: " + decision.by() + " → " + String.join(", ", decision.destinations());
			this.trail.step("channel", event.logId(),
					event.severity() + " " + this.telling.quietly("logger", event.loggerName()) + " " + target);
		}
	}

	/** It may be what a report is about to tell. */
	void held(LogEvent event) {
		if (this.trail.isOn()) {
			this.trail.step("grouping", event.logId(), "waits for a report of the job that failed");
		}
	}

	/** What an event is, and what it waits for at each of its destinations. */
	void folded(LogEvent event, Fingerprint fingerprint, List<String> destinations, Tick now) {
		if (!this.trail.isOn()) {
			return;
		}
		String kind = "#" + fingerprint.id();
		String parts = fingerprint.components()
			.stream()
			.map((part) -> this.telling.quietly("fingerprint", part))
			.collect(Collectors.joining("; "));
		this.trail.step("grouping", event.logId(), "is " + kind + ": " + parts);
		for (String destination : destinations) {
			sayOnce("grouping", kind, destination,
					"at " + destination + " " + this.grouping.outlook(destination, fingerprint.id(), now));
		}
	}

	/** The fallback file has it too. */
	void diverted(LogEvent event, String destination) {
		if (this.trail.isOn()) {
			this.trail.step("spool", event.logId(), destination + " is undeliverable: written to the fallback file");
		}
	}

	/** A message is about to be composed: what is masked from now on is masked for it. */
	void begin() {
		this.masked.clear();
		this.composing = this.trail.isOn() ? Thread.currentThread() : null;
	}

	@Override
	public void masked(String rule, long count) {
		if (Thread.currentThread() == this.composing) {
			this.masked.merge(rule, count, Long::sum);
		}
	}

	/**
	 * A message was composed, and goes.
	 * @param batch that it tells
	 * @param call as it is made
	 * @param wire on which it goes
	 */
	void sent(GroupBatch batch, SlackCall call, Wire wire) {
		this.composing = null;
		if (!this.trail.isOn()) {
			return;
		}
		long events = batch.events().values().stream().mapToLong(Long::longValue).sum();
		String rules = this.masked.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " ×" + entry.getValue())
			.collect(Collectors.joining(", "));
		this.trail.step("masking", about(batch), rules.isEmpty() ? "masked nothing" : "masked " + rules);
		this.trail.step("message", about(batch), Words.of(call) + " because of " + Words.of(batch.speech().occasions())
				+ ", tells of " + events + ((events == 1) ? " event" : " events") + latest(batch));
		tellCompany(batch);
		this.trail.step("relay", about(batch),
				"attempt " + (wire.relayed().consecutiveFailures() + 1) + " → " + wire.name());
	}

	/** Those that found no room in the lines. */
	private void tellCompany(GroupBatch batch) {
		String about = about(batch);
		for (Fingerprint kind : batch.kinds()) {
			String name = "#" + kind.id();
			if (!about.contains(name)) {
				sayOnce("message", name, "company", "is told together with " + about);
			}
		}
	}

	private static String latest(GroupBatch batch) {
		return batch.groups().stream().findFirst().map((group) -> ", latest " + group.latest().logId()).orElse("");
	}

	/** The kinds that it tells of. */
	private static String about(GroupBatch batch) {
		List<EventGroup> groups = batch.groups();
		String shown = groups.stream()
			.limit(MAX_KINDS_IN_A_LINE)
			.map((group) -> "#" + group.fingerprint().id())
			.collect(Collectors.joining(","));
		return (groups.size() > MAX_KINDS_IN_A_LINE) ? shown + ",…" : shown;
	}

	/**
	 * An attempt ended.
	 * @param batch that was told, or not
	 * @param landing how it ended
	 * @param wire on which it went
	 * @param took how long
	 */
	void landed(GroupBatch batch, Landing landing, Wire wire, Duration took) {
		if (this.trail.isOn()) {
			this.trail.step("slack", about(batch), wire.name() + " answered " + Words.of(landing.result()) + " after "
					+ took.toMillis() + " ms: " + Words.whatFollows(landing));
		}
	}

	/**
	 * A round begins.
	 * @param destination whose turn it is
	 * @param held what holds up all that is due there, empty for nothing
	 * @param spooled waiting events that are on disk
	 */
	void round(String destination, Supplier<String> held, long spooled) {
		if (!this.trail.isOn()) {
			return;
		}
		String why = held.get();
		if (!why.isEmpty()) {
			sayOnce("relay", destination, "held", "waits: " + why);
		}
		else {
			this.said.remove(destination + " held");
		}
		if (spooled > 0 || this.said.containsKey(destination + " spooled")) {
			sayOnce("spool", destination, "spooled", "has " + spooled + " waiting events on disk");
		}
		tellDrops();
	}

	/** Also those that found no room in the buffer, on threads that must not wait. */
	void tellDrops() {
		if (this.trail.isOn()) {
			this.books.totals().dropped().forEach((reason, count) -> {
				long before = this.toldDrops.getOrDefault(reason, 0L);
				if (count > before) {
					this.toldDrops.put(reason, count);
					this.trail.step("pipeline", "-", "dropped: " + reason.tag() + " ×" + (count - before));
				}
			});
		}
	}

	private void sayOnce(String folder, String about, String topic, String what) {
		if (!what.equals(this.said.put(about + " " + topic, what))) {
			this.trail.step(folder, about, what);
		}
	}

}
