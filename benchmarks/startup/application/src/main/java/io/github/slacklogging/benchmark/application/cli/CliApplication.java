package io.github.slacklogging.benchmark.application.cli;

import java.io.IOException;

import io.github.slacklogging.benchmark.application.Commands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts, says so, and obeys. */
@SpringBootApplication
public class CliApplication {

	/**
	 * Runs the application.
	 * @param arguments none
	 * @throws IOException if nobody listens
	 */
	public static void main(String[] arguments) throws IOException {
		SpringApplication.run(CliApplication.class, arguments);
		Commands.obey();
	}

}
