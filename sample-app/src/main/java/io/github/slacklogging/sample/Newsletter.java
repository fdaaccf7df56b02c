package io.github.slacklogging.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Goes to all customers, or would: everybody knows that it fails. Thread-safe. */
@Component
class Newsletter {

	private static final Logger log = LoggerFactory.getLogger(Newsletter.class);

	void send() {
		log.error("Newsletter not sent", new IllegalStateException("The mail server says: 421 try again later"));
	}

}
