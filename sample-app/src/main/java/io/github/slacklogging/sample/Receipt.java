package io.github.slacklogging.sample;

/**
 * What became of an order.
 *
 * @param orderId number of the order
 * @param status how far it came
 */
record Receipt(long orderId, Status status) {

	enum Status {

		/** In stock, paid and on its way. */
		PLACED,

		/** Paid, but it cannot be shipped yet. */
		DELAYED,

		/** The bank said no. */
		DECLINED,

		/** Refused because we are in trouble ourselves. */
		UNAVAILABLE

	}

}
