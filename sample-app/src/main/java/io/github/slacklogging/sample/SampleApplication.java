package io.github.slacklogging.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/**
 * Opens the shop. Nothing goes wrong until somebody presses a button.
 */
@SpringBootApplication
public class SampleApplication {

	private static final Logger log = LoggerFactory.getLogger(SampleApplication.class);

	public static void main(String[] args) {
		SpringApplication.run(SampleApplication.class, args);
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> welcome(@Value("${slack.logging.inbox.port}") int inbox) {
		return (ready) -> log.info("The shop is open: http://localhost:{} and its Slack: http://localhost:{}",
				ready.getApplicationContext().getEnvironment().getProperty("local.server.port"), inbox);
	}

}
