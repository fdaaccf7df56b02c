package io.github.slacklogging.sample;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.sample.Situation.Tone;

import tools.jackson.databind.JsonNode;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Questions and orders to the endpoint {@code slacklogging}. */
@Component
@Order(5)
class OperatorShelf implements Shelf {

	private static final String LOGGER = "\"logger\":\"" + Newsletter.class.getName() + "\"";

	private final OwnServer server;

	private final Newsletter newsletter;

	OperatorShelf(OwnServer server, Newsletter newsletter) {
		this.server = server;
		this.newsletter = newsletter;
	}

	@Override
	public String title() {
		return "Ask, and give orders";
	}

	@Override
	public String lead() {
		return "Each is one request to /actuator/slacklogging, as curl would send it.";
	}

	@Override
	public List<Situation> situations() {
		return List.of(
				new Situation("test-message", "bubble", "Does Slack hear us?", "action test", Tone.INFO,
						"Send a test message", "It never looks like trouble and calls nobody.",
						"a green message, and on your receipt what Slack answered.", this::test),
				new Situation("mute", "bell-off", "Newsletter", "known, be silent", Tone.INFO, "Mute an error",
						"Mutes the logger of the newsletter for two minutes. Then the newsletter fails.",
						"nothing. It waits, as your receipt says, and a message that is there already says `MUTED until`.",
						this::mute),
				new Situation("unmute", "bell", "Newsletter", "speak again", Tone.ERROR, "Unmute it",
						"Ends that. Then the newsletter fails again.", "what was owed: both failures, in one message.",
						this::unmute),
				new Situation("doctor", "stethoscope", "Set-up", "action doctor", Tone.INFO, "Ask the doctor",
						"Examines settings, spool and connection.",
						"nothing in Slack. What was found stands on your receipt.", this::doctor));
	}

	private String test() {
		return "Slack answered: " + this.server.order("{\"action\":\"test\"}").at("/results/0/answer").asString();
	}

	private String mute() {
		this.server.order("{\"action\":\"mute\",%s,\"for\":\"2m\"}".formatted(LOGGER));
		this.newsletter.send();
		return "The newsletter is muted, and has failed.";
	}

	private String unmute() {
		this.server.order("{\"action\":\"unmute\",%s}".formatted(LOGGER));
		this.newsletter.send();
		return "The newsletter may speak again, and has failed again.";
	}

	private String doctor() {
		return this.server.order("{\"action\":\"doctor\"}")
			.get("findings")
			.valueStream()
			.map(OperatorShelf::finding)
			.collect(Collectors.joining("\n"));
	}

	private static String finding(JsonNode finding) {
		return Stream.of("outcome", "subject", "check", "detail")
			.map((name) -> finding.path(name).asString(""))
			.collect(Collectors.joining(" · "));
	}

}
