package io.github.slacklogging.sample;

import java.util.List;

import io.github.slacklogging.sample.Situation.Tone;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The same again, and again, and too much at once. */
@Component
@Order(2)
class RushShelf implements Shelf {

	private static final int THOUSAND = 1_000;

	private final Troublemaker troublemaker;

	private final Recurrence recurrence;

	private final Releases releases;

	RushShelf(Troublemaker troublemaker, Recurrence recurrence, Releases releases) {
		this.troublemaker = troublemaker;
		this.recurrence = recurrence;
		this.releases = releases;
	}

	@Override
	public String title() {
		return "Rush hour";
	}

	@Override
	public String lead() {
		return "The same again, too much at once, quiet, and back.";
	}

	@Override
	public List<Situation> situations() {
		return List.of(
				new Situation("thousand-of-the-same", "beans", "Coffee beans", "1,000 bags", Tone.ERROR,
						"1,000 of the same", "A thousand orders are paid, and none can be shipped.",
						"one message that counts them all, and its thread: reached 100, reached 1,000. 20 seconds "
								+ "later it turns grey: quiet.",
						this::thousandOfTheSame),
				new Situation("many-kinds", "warehouse", "South warehouse", "25 articles", Tone.ERROR,
						"25 kinds at once", "A database is down and 25 things fail, each in its own way.",
						"one banner for the storm with the cause they share, not 25 messages.", this::manyKinds),
				new Situation("quiet-and-back", "grinder", "Grinder", "jams now and then", Tone.ERROR,
						"Quiet, then back", "It jams now, and once more in half a minute.",
						"a red message that turns grey after 20 seconds. When it jams again no second one comes: "
								+ "the same one is red again and counts on.",
						this::quietAndBack),
				new Situation("new-version", "voucher", "Voucher service", "2.0.0, then 2.0.1", Tone.ERROR,
						"Back in a new version",
						"Another service is started twice, each time in its own process. The release that should "
								+ "mend its error has it still.",
						"a second message for 2.0.1, which says that the error came back and links to the first one.",
						this::newVersion));
	}

	private String thousandOfTheSame() {
		this.troublemaker.sameErrorAgain(THOUSAND);
		return "1,000 orders were paid but not shipped.";
	}

	private String manyKinds() {
		this.troublemaker.manyKinds();
		return "25 articles could not be counted.";
	}

	private String quietAndBack() {
		return "The grinder jams. It will jam again in " + this.recurrence.begin().toSeconds() + " seconds.";
	}

	private String newVersion() {
		this.releases.breakTwice();
		return "The voucher service is started, in two versions. That takes some seconds.";
	}

}
