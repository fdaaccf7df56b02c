package io.github.slacklogging.sample;

/** The carrier does not take a parcel. */
class ShippingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ShippingException(String message, Throwable cause) {
		super(message, cause);
	}

}
