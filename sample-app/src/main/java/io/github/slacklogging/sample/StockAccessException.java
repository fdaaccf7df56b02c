package io.github.slacklogging.sample;

/** The stock could not be read or changed. */
class StockAccessException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	StockAccessException(String message, Throwable cause) {
		super(message, cause);
	}

}
