package io.github.slacklogging.sample;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.sample.Situation.Tone;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Slack itself is the trouble. */
@Component
@Order(4)
class SlackShelf implements Shelf {

	private static final int ORDERS = 50;

	private final InboxFaults faults;

	private final Troublemaker troublemaker;

	private final Mishaps mishaps;

	SlackShelf(InboxFaults faults, Troublemaker troublemaker, Mishaps mishaps) {
		this.faults = faults;
		this.troublemaker = troublemaker;
		this.mishaps = mishaps;
	}

	@Override
	public String title() {
		return "When Slack is the trouble";
	}

	@Override
	public String lead() {
		return "The inbox plays a Slack that is down, slow or strict. It has more faults in its own panel.";
	}

	@Override
	public List<Situation> situations() {
		return List.of(new Situation("slack-is-down", "plug", "Slack", "out of order", Tone.ERROR, "Slack goes down",
				"From now on every call is answered 503. Meanwhile 48 orders fail, and two tills break.",
				"nothing new. What waits is counted at the side, health says `DEGRADED`, and the shop sells on.",
				this::down),
				new Situation("slack-is-back", "plug", "Slack", "repaired", Tone.INFO, "Slack is back",
						"All faults are taken away.",
						"a note about the gap, from when until when and why; then what gathered, with exact counts. "
								+ "Nothing was lost.",
						this::back),
				new Situation("slow-slack", "snail", "Slack", "4 seconds", Tone.WARN, "Slack is slow",
						"Its next answer takes four seconds, and 50 orders fail at the same time.",
						"how long the orders took, on your receipt: nobody waited for Slack.", this::slow),
				new Situation("throttled", "hand", "Slack", "429", Tone.WARN, "Too many requests",
						"Slack refuses the next post and asks for five seconds of patience.",
						"the message five seconds later, once; among the requests of the inbox the refused one.",
						this::throttled));
	}

	private String down() {
		String fault = this.faults.everyCallFails();
		this.troublemaker.sameErrorAgain(ORDERS - 2);
		this.mishaps.nextTillsBreak(2);
		return "%s %d errors were logged meanwhile.".formatted(fault, ORDERS);
	}

	private String back() {
		return this.faults.end();
	}

	private String slow() {
		String fault = this.faults.nextPostIsSlow(Duration.ofSeconds(4));
		long start = System.nanoTime();
		this.mishaps.labelsNotPrinted(ORDERS);
		long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
		return "%s %d errors were logged in %d ms.".formatted(fault, ORDERS, millis);
	}

	private String throttled() {
		String fault = this.faults.nextPostIsRefused(Duration.ofSeconds(5));
		this.mishaps.scaleBroken();
		return fault + " One error was logged.";
	}

}
