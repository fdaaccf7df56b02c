package io.github.slacklogging.doctor;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Finding;
import io.github.slacklogging.Incident;
import io.github.slacklogging.LogSearch;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.Severity;
import io.github.slacklogging.transport.HttpCall;
import io.github.slacklogging.transport.HttpOutcome;

/**
 * Whether messages link to somewhere: makes the link of a sample event, and asks its host
 * for its front page. Thread-safe; blocks for one exchange.
 */
public final class LinkCheck implements SelfCheck {

	private static final String SUBJECT = "link";

	/** Browsers, chats and mail programs cut what is longer. */
	private static final int MAX_LENGTH = 2000;

	private final LogSearch links;

	private final Line line;

	/**
	 * Asks nobody yet.
	 * @param links as messages get them
	 * @param line to the log store, as far as this machine can reach it
	 */
	public LinkCheck(LogSearch links, Line line) {
		this.links = links;
		this.line = line;
	}

	@Override
	public List<Finding> examine() {
		MaskedGroup sample = sample(this.line.clock().get().instant());
		Optional<URI> line = this.links.line(sample, sample.latest());
		Optional<URI> any = line.or(() -> this.links.alike(sample));
		if (any.isEmpty()) {
			return List.of(Finding.warning(SUBJECT, "address", "no link could be made for a sample event",
					"Look at slack.logging.link.*: something of it is missing."));
		}
		List<Finding> findings = new ArrayList<>();
		findings.add(shape(any.get()));
		findings.add(reach(any.get()));
		return findings;
	}

	private static Finding shape(URI link) {
		int length = link.toString().length();
		boolean good = link.getHost() != null && length < MAX_LENGTH;
		return good
				? Finding.ok(SUBJECT, "address",
						"a sample event's is on " + link.getHost() + " and has " + length + " characters")
				: Finding.failed(SUBJECT, "address", "a sample event's has no host or is longer than " + MAX_LENGTH,
						"Look at slack.logging.link.base-url and slack.logging.link.template.");
	}

	/** Whether readers reach it is another question: they sit elsewhere. */
	private Finding reach(URI link) {
		if (link.getHost() == null) {
			return Finding.skipped(SUBJECT, "host", "the link has none", null);
		}
		HttpOutcome outcome = this.line.ask("GET", link.resolve("/"), null, HttpCall.Content.NONE).outcome();
		if (outcome instanceof HttpOutcome.Answered answer && answer.status() < 500) {
			return Finding.ok(SUBJECT, "host", link.getHost() + " answers (HTTP " + answer.status() + ")");
		}
		String why = (outcome instanceof HttpOutcome.Answered answer) ? "HTTP " + answer.status()
				: ((HttpOutcome.Unanswered) outcome).trouble().reason();
		return Finding.warning(SUBJECT, "host", link.getHost() + " does not answer this machine: " + why,
				"That harms nothing where readers reach it: open a link of a message in your browser.");
	}

	private static MaskedGroup sample(Instant now) {
		MaskedEvent event = new MaskedEvent("doctor0000000-1", now, Severity.ERROR, "com.example.Doctor", "main",
				"A sample of the doctor's", "A sample of the doctor's", Map.of(), Map.of(), null, null, 0);
		return new MaskedGroup("doctor0", Severity.ERROR, 1, 1, false, now, now, event, event, Incident.UNKNOWN);
	}

}
