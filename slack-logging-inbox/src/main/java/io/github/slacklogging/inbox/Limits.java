package io.github.slacklogging.inbox;

/**
 * How much this Slack takes at once: the limit on posting and those on methods, and what
 * was chosen for both. Thread-safe.
 */
final class Limits {

	private final RateLimiter posting = new RateLimiter(System::nanoTime);

	private final TierLimits tiers = new TierLimits(System::nanoTime);

	private String choice = "default";

	RateLimiter posting() {
		return this.posting;
	}

	TierLimits tiers() {
		return this.tiers;
	}

	/** {@code default}, {@code slack}, {@code none}, or {@code own} for a test's. */
	synchronized String choice() {
		return this.choice;
	}

	synchronized void likeSlack() {
		this.posting.limitTo(1, 3);
		this.tiers.likeSlack();
		this.choice = "slack";
	}

	synchronized void none() {
		this.posting.unlimited();
		this.tiers.unlimited();
		this.choice = "none";
	}

	synchronized void asAtTheStart() {
		this.posting.unlimited();
		this.tiers.asAtTheStart();
		this.choice = "default";
	}

	synchronized void limitPosting(int perSecond, int burst) {
		this.posting.limitTo(perSecond, burst);
		this.choice = "own";
	}

	synchronized void limitMethod(String method, int perMinute) {
		this.tiers.limit(method, perMinute);
		this.choice = "own";
	}

}
