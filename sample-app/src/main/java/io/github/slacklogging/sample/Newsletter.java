package io.github.slacklogging.sample;

import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Goes to all customers, or would: everybody knows that it fails. Thread-safe. */
@Component
class Newsletter {

	private static final Logger log = LoggerFactory.getLogger(Newsletter.class);

	private final Executor executor;

	Newsletter(Executor executor) {
		this.executor = executor;
	}

	/** Returns at once. */
	void send() {
		this.executor.execute(Newsletter::deliver);
	}

	private static void deliver() {
		log.error("Newsletter not sent", new IllegalStateException("The mail server says: 421 try again later"));
	}

}
