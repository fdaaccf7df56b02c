package io.github.slacklogging.sample;

/** No payment at all can be taken. */
class PaymentProviderException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PaymentProviderException(String message, Throwable cause) {
		super(message, cause);
	}

}
