package io.github.slacklogging.sample;

/** The bank refuses this payment. The next one may pass. */
class PaymentDeclinedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PaymentDeclinedException(String message, Throwable cause) {
		super(message, cause);
	}

}
