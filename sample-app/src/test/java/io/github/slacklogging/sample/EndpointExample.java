package io.github.slacklogging.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of {@code docs/endpoint.md} and the answer that the document shows.
 *
 * @param method of HTTP
 * @param path with the query
 * @param body empty for none
 * @param status of the answer
 * @param answer JSON, empty where there is no body
 */
record EndpointExample(String method, String path, String body, int status, String answer) {

	private static final Path DOCUMENT = Path.of("..", "docs", "endpoint.md");

	private static final Pattern BLOCK = Pattern
		.compile("```http\\n(\\w+) (\\S+)\\n(.*?)```\\n(.*?)(?=```http|\\n## |\\z)", Pattern.DOTALL);

	private static final Pattern STATUS = Pattern.compile("HTTP (\\d{3})");

	private static final Pattern ANSWER = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

	/** All of the document, in its order. */
	static List<EndpointExample> all() throws IOException {
		Matcher block = BLOCK.matcher(Files.readString(DOCUMENT).replace("\r\n", "\n"));
		List<EndpointExample> examples = new ArrayList<>();
		while (block.find()) {
			examples.add(of(block.group(1), block.group(2), block.group(3), block.group(4)));
		}
		return examples;
	}

	private static EndpointExample of(String method, String path, String rest, String after) {
		int end = rest.indexOf("\n\n");
		Matcher status = STATUS.matcher(after);
		Matcher answer = ANSWER.matcher(after);
		return new EndpointExample(method, path, (end >= 0) ? rest.substring(end).strip() : "",
				status.find() ? Integer.parseInt(status.group(1)) : 200, answer.find() ? answer.group(1) : "");
	}

	/** The same with the fingerprint that there is. */
	EndpointExample with(String fingerprint) {
		return new EndpointExample(this.method, this.path.replace(ExampleAnswer.FINGERPRINT, fingerprint),
				this.body.replace(ExampleAnswer.FINGERPRINT, fingerprint), this.status, this.answer);
	}

	@Override
	public String toString() {
		return this.method + " " + this.path + " " + this.body;
	}

}
