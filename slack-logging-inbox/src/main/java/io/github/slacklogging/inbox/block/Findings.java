package io.github.slacklogging.inbox.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.inbox.block.Measure.Beyond;

/** What was found in a message so far. Not thread-safe. */
final class Findings {

	private final Strictness strictness;

	private final List<Measure> measures = new ArrayList<>();

	private final List<Violation> warnings = new ArrayList<>();

	private final List<Violation> violations = new ArrayList<>();

	private Optional<Refusal> refusal = Optional.empty();

	Findings(Strictness strictness) {
		this.strictness = strictness;
	}

	/** Something that no message may have or lack. */
	void refuse(String pointer, String message) {
		this.violations.add(new Violation(pointer, message));
	}

	/** Something that is overlooked where that is wished. */
	void object(String pointer, String message) {
		List<Violation> list = (this.strictness == Strictness.LENIENT) ? this.warnings : this.violations;
		list.add(new Violation(pointer, message));
	}

	void measure(Measure measure) {
		this.measures.add(measure);
	}

	/** A limit with an error of its own instead of a place in the payload. */
	void limit(Measure measure, String code) {
		measure(measure);
		if (measure.isExceeded() && measure.beyond() == Beyond.REFUSED) {
			if (this.strictness == Strictness.LENIENT) {
				object(measure.pointer(), code);
			}
			else {
				refuse(code);
			}
		}
	}

	/** The first error is the one that the sender gets. */
	void refuse(String code) {
		refuse(Refusal.of(code));
	}

	/** Ends a part of the message: its violations are one error. */
	void conclude(String code) {
		if (!this.violations.isEmpty()) {
			refuse(new Refusal(code, this.violations));
			this.violations.clear();
		}
	}

	Verdict verdict() {
		return new Verdict(this.refusal, this.warnings, this.measures);
	}

	private void refuse(Refusal next) {
		if (this.refusal.isEmpty()) {
			this.refusal = Optional.of(next);
		}
	}

}
