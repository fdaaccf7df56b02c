package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/**
 * Layout A: a kind that was not told before, with everything known about its first event.
 */
final class FirstLayout implements Layout {

	private static final Size PLACE = new Size(400, 1_000, 3_000);

	private static final Size FALLBACK = new Size(300, 300, 300);

	private static final int MAX_CALL = 100;

	private final List<String> mdcKeys;

	private final List<String> fields;

	private final InAppFrames inApp;

	private final TraceBox traceBox;

	FirstLayout(List<String> mdcKeys, List<String> fields, InAppFrames inApp, TraceBox traceBox) {
		this.mdcKeys = mdcKeys;
		this.fields = fields;
		this.inApp = inApp;
		this.traceBox = traceBox;
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		MaskedEvent event = group.first();
		Remarks remarks = Remarks.of(plan);
		Headline headline = new Headline(group.severity(), group.count(), Subject.of(event), identity, remarks);
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		List<Block> blocks = List.of(headline.block(budget), place(event, budget));
		Footer footer = new Footer(budget).fingerprint(group.fingerprint())
			.add("NEW")
			.add(Words.date(event.timestamp()))
			.logId(event);
		FieldGrid grid = grid(group, identity, budget);
		List<Block> attached = new ArrayList<>(grid.blocks());
		Block last = footer.block(told(group), grid.hidden(), remarks);
		attached.addAll(this.traceBox.blocks(event, true, budget));
		attached.add(last);
		return new Draft(headline.sentence("", Limits.TEXT), headline.sentence("", FALLBACK), group.severity(), blocks,
				attached);
	}

	// Links ("View full log", "all like this", "trace") stand at the end of this line.
	private Block place(MaskedEvent event, Budget budget) {
		Budget room = budget.reserve(PLACE);
		Mrkdwn line = new Mrkdwn(room);
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
		budget.giveBack(room);
		return new Block.Context(line.toString());
	}

	private FieldGrid grid(MaskedGroup group, ServiceIdentity identity, Budget budget) {
		MaskedEvent event = group.first();
		Location location = Location.of(event, this.inApp);
		FieldGrid grid = new FieldGrid(budget).add("Service", identity.name())
			.add("Environment", identity.environment())
			.add("Host", identity.host())
			.add("Version", Names.version(identity))
			.add("Logger", event.loggerName())
			.add("Location", (location != null) ? location.full() : null)
			.add("Thread", event.threadName());
		if (saysMore(group)) {
			grid.add("Latest", Words.date(group.lastSeen()), group.latest().message());
		}
		return grid.addAll(event.mdc(), this.mdcKeys).addAll(event.keyValues(), this.fields);
	}

	private static boolean saysMore(MaskedGroup group) {
		String latest = group.latest().message();
		return !latest.isBlank() && !latest.equals(group.first().message());
	}

	private static List<MaskedEvent> told(MaskedGroup group) {
		return saysMore(group) ? List.of(group.first(), group.latest()) : List.of(group.first());
	}

}
