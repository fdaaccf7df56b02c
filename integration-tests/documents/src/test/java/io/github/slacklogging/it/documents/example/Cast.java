package io.github.slacklogging.it.documents.example;

import java.math.BigDecimal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names that an example may use without saying where they come from. */
public class Cast {

	public static final Logger log = LoggerFactory.getLogger(Cast.class);

	protected final Order order = new Order(4711);

	protected final OrderException exception = new OrderException();

	protected final String tenant = "acme";

	protected final BigDecimal amount = BigDecimal.ONE;

	/**
	 * What is ordered.
	 *
	 * @param id of it
	 */
	public record Order(long id) {

	}

}
