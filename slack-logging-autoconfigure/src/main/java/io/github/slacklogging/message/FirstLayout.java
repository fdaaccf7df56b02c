package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Incident.Earlier;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.ServiceIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Layout A: a kind that was not told before, with everything known about its first event;
 * or one that is here again, with everything known about its latest.
 */
final class FirstLayout implements Layout {

	private static final String NEW = "NEW";

	private static final int MAX_CALL = 100;

	private final List<String> mdcKeys;

	private final List<String> fields;

	private final InAppFrames inApp;

	private final TraceBox traceBox;

	private final SearchLinks links;

	FirstLayout(List<String> mdcKeys, List<String> fields, InAppFrames inApp, TraceBox traceBox, SearchLinks links) {
		this.mdcKeys = mdcKeys;
		this.fields = fields;
		this.inApp = inApp;
		this.traceBox = traceBox;
		this.links = links;
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		String word = word(plan);
		MaskedEvent event = shown(plan);
		Headline headline = new Headline(new LoudOpening(plan, identity, group.count(), ""), Subject.of(event),
				CallOut.of(plan));
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		List<Block> blocks = new ArrayList<>();
		blocks.add(headline.block(budget));
		PlaceLine place = place(plan, event, budget);
		blocks.addAll(place.blocks());
		Footer footer = new Footer(budget).fingerprint(group.fingerprint())
			.add(word)
			.add(Words.date(event.timestamp()))
			.logId(event)
			.withoutStack(group.incident().withoutStack())
			.hiddenLinks(place);
		FieldGrid grid = grid(plan, event, identity, budget);
		List<Block> attached = new ArrayList<>(grid.blocks());
		Block last = footer.block(told(plan, event), grid.hidden(), Remarks.of(plan));
		attached.addAll(trace(group, event, budget));
		attached.add(last);
		return new Draft(headline.text(), headline.fallback(), group.severity().color(), blocks, attached);
	}

	/**
	 * The event that a plan is told with in full: the first, or the latest of a kind that
	 * is here again.
	 */
	static MaskedEvent shown(MessagePlan plan) {
		MaskedGroup group = plan.groups().get(0);
		return word(plan).equals(NEW) ? group.first() : group.latest();
	}

	private static String word(MessagePlan plan) {
		if (plan.occasions().contains(Occasion.RECURRENCE)) {
			return "AGAIN";
		}
		return plan.occasions().contains(Occasion.RETURN) ? "BACK" : NEW;
	}

	private PlaceLine place(MessagePlan plan, MaskedEvent event, Budget budget) {
		PlaceLine place = new PlaceLine(budget).links(this.links.all(plan.groups().get(0), event))
			.link("earlier message", earlierLink(plan))
			.links(plan.extras());
		Mrkdwn line = place.words();
		Location location = Location.of(event, this.inApp);
		if (location == null) {
			line.code(event.loggerName(), MAX_CALL);
		}
		else {
			location.writeTo(line);
		}
		String origin = Origin.of(event.mdc());
		if (!origin.isEmpty()) {
			line.separate().log(origin, MAX_CALL);
		}
		if (line.isEmpty()) {
			line.ours("unknown place");
		}
		return place;
	}

	private static @Nullable String earlierLink(MessagePlan plan) {
		Earlier earlier = plan.groups().get(0).incident().earlier();
		return (earlier == null || word(plan).equals(NEW)) ? null : earlier.link();
	}

	private FieldGrid grid(MessagePlan plan, MaskedEvent event, ServiceIdentity identity, Budget budget) {
		MaskedGroup group = plan.groups().get(0);
		Location location = Location.of(event, this.inApp);
		FieldGrid grid = new FieldGrid(budget).add("Service", identity.name())
			.add("Environment", identity.environment())
			.add("Host", identity.host())
			.addBefore("Version", Names.version(identity), ReleaseAge.of(identity, event))
			.add("Logger", event.loggerName())
			.add("Location", (location != null) ? location.full() : null)
			.add("Thread", event.threadName());
		if (!word(plan).equals(NEW) && group.total() > group.count()) {
			grid.addOurs("In all", Words.count(group.total()) + " since " + Words.date(group.firstSeen()));
		}
		if (saysMore(group, event)) {
			MaskedEvent latest = group.latest();
			grid.add("Latest", Words.date(group.lastSeen()), latest.message(), this.links.brief(group, latest));
		}
		return grid.addAll(plan.extras().fields())
			.addAll(event.mdc(), this.mdcKeys)
			.addAll(event.keyValues(), this.fields);
	}

	// The trace of another event only where this one came without.
	private List<Block> trace(MaskedGroup group, MaskedEvent event, Budget budget) {
		MaskedEvent traced = TraceBox.traced(group);
		boolean borrowed = TraceBox.hasFrames(traced) && !TraceBox.hasFrames(event);
		return borrowed ? this.traceBox.blocks(traced, false, budget) : this.traceBox.blocks(event, true, budget);
	}

	private static boolean saysMore(MaskedGroup group, MaskedEvent event) {
		String latest = group.latest().message();
		return !latest.isBlank() && !latest.equals(event.message());
	}

	private static List<MaskedEvent> told(MessagePlan plan, MaskedEvent event) {
		MaskedGroup group = plan.groups().get(0);
		return saysMore(group, event) ? List.of(event, group.latest()) : List.of(event);
	}

}
