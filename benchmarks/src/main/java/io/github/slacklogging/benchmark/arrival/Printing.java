package io.github.slacklogging.benchmark.arrival;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.github.slacklogging.benchmark.arrival.Outcome.Printed;

/**
 * What JVMs have printed into a folder since someone looked.
 *
 * @param folder with their output
 * @param out bytes that were there on standard output
 * @param err bytes that were there on standard error
 */
record Printing(Path folder, int out, int err) {

	static final String OUT = "out";

	static final String ERR = "err";

	static Printing from(Path folder) throws IOException {
		return new Printing(folder, (int) Files.size(folder.resolve(OUT)), (int) Files.size(folder.resolve(ERR)));
	}

	/** A secret is looked for in everything, also in what was there before. */
	Printed since(String secret) throws IOException {
		byte[] outBytes = Files.readAllBytes(this.folder.resolve(OUT));
		byte[] errBytes = Files.readAllBytes(this.folder.resolve(ERR));
		String text = text(outBytes, this.out) + text(errBytes, this.err);
		long secrets = (text(outBytes, 0) + text(errBytes, 0)).lines().filter((line) -> line.contains(secret)).count();
		return new Printed(text.lines().count(), text.getBytes(StandardCharsets.UTF_8).length, secrets);
	}

	private static String text(byte[] bytes, int from) {
		return new String(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.UTF_8);
	}

}
