package io.github.slacklogging.sample;

import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What goes wrong in a shop beside its orders. Thread-safe; each method returns when what
 * it does is logged, but for {@link #uncaught()}.
 */
@Component
class Mishaps {

	static final String REVIEW = "<!channel> *FREE COFFEE* <https://evil.example.com|click here> "
			+ "<script>alert('shop')</script> ``` </code> \u202Eeerf lla";

	private static final Logger log = LoggerFactory.getLogger(Mishaps.class);

	private static final int DEEP = 100;

	private final AtomicInteger lastTill = new AtomicInteger();

	/** Careless on purpose. The three values open nothing anywhere. */
	void secret() {
		log.error("Price list not loaded from {}, sent Authorization: {} and api_key={}",
				"https://shop:tr0ub4dor@prices.example.com/list", "Bearer cHJpY2VzLW9mLXRoZS1zaG9w", "9b1f0c4e7a2d5836",
				new IllegalStateException("HTTP 401 from prices.example.com"));
	}

	void injection() {
		log.error("Review of {} refused: {}", "espresso-cups", REVIEW);
	}

	void longTrace() {
		try {
			alike(DEEP);
		}
		catch (IllegalStateException ex) {
			log.error("No recommendation for {}", "espresso-cups", ex);
		}
	}

	private int alike(int depth) {
		return boughtTogether(depth - 1) + 1;
	}

	private int boughtTogether(int depth) {
		return seenByTheSame(depth - 1) + 1;
	}

	private int seenByTheSame(int depth) {
		if (depth <= 0) {
			throw new IllegalStateException("Article 17 recommends itself");
		}
		return alike(depth - 1) + 1;
	}

	void loggedTwice() {
		try {
			wrap();
		}
		catch (IllegalStateException ex) {
			log.error("Order {} cannot be wrapped as a gift", 4712, ex);
		}
	}

	private static void wrap() {
		try {
			throw new IllegalStateException("The tape is empty");
		}
		catch (IllegalStateException ex) {
			log.error("Gift wrapping stopped", ex);
			throw ex;
		}
	}

	/** Returns at once: the thread ends when it ends. */
	void uncaught() {
		new Thread(Mishaps::deliver, "courier-1").start();
	}

	private static void deliver() {
		throw new IllegalStateException("The bicycle has a flat tyre");
	}

	void labelsNotPrinted(int times) {
		IllegalStateException jam = new IllegalStateException("The label printer is jammed");
		for (int i = 0; i < times; i++) {
			log.error("Label of order {} not printed", 5_000 + i, jam);
		}
	}

	/** Each time other ones, and each a kind of its own: nobody has been told of them. */
	void nextTillsBreak(int number) {
		for (int i = 0; i < number; i++) {
			int till = this.lastTill.incrementAndGet();
			log.atError()
				.setCause(new IllegalStateException("No paper"))
				.addKeyValue("slack.fingerprint", "{{default}} till " + till)
				.log("Till {} prints no receipts", till);
		}
	}

	void scaleBroken() {
		log.error("The scale shows {} g for an empty bag", 17, new IllegalStateException("The scale is not level"));
	}

	void grinderJams() {
		log.error("The grinder jams", new IllegalStateException("There is a stone among the beans"));
	}

}
