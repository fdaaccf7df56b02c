package io.github.slacklogging.it.documents.example;

import java.math.BigDecimal;
import java.time.Duration;

import io.github.slacklogging.inbox.SlackInbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names that an example may use without saying where they come from. */
public class Cast {

	public static final Logger log = LoggerFactory.getLogger(Cast.class);

	protected static final Duration PATIENCE = Duration.ofSeconds(10);

	/** Never started: examples are compiled, not run. */
	protected static final SlackInbox inbox = SlackInbox.start();

	protected final PlacedOrder order = new PlacedOrder(4711);

	protected final OrderException exception = new OrderException();

	protected final String tenant = "acme";

	protected final BigDecimal amount = BigDecimal.ONE;

	protected final int attempt = 2;

	protected final int max = 3;

	/**
	 * What is ordered.
	 *
	 * @param id of it
	 */
	public record PlacedOrder(long id) {

	}

}
