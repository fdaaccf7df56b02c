package io.github.slacklogging.message;

import com.google.gson.JsonParser;
import com.slack.api.SlackConfig;
import com.slack.api.model.Message;
import com.slack.api.util.json.GsonFactory;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.ServiceIdentity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataTests {

	private final MessagePlan plan = Planned
		.of(Planned.living(Told.error("Order failed").again(57, 1_284), Phase.ONGOING))
		.on(Occasion.MILESTONE)
		.plan();

	@Test
	void machinesReadTheKindAndItsCount() {
		assertThat(new Metadata().of(this.plan, Told.ORDERS_API)).isEqualTo("""
				{"event_type":"slack_logging","event_payload":{"fingerprint":"k7f3q2a","severity":"ERROR",\
				"count":1284,"phase":"ongoing","service":"orders-api","environment":"prod",\
				"log_id":"7k3q9m2x4h8vt-1c"}}""");
	}

	@Test
	void slackUnderstandsIt() {
		String json = new Metadata().of(this.plan, Told.ORDERS_API);
		SlackConfig strict = new SlackConfig();
		strict.setFailOnUnknownProperties(true);
		Message.Metadata read = GsonFactory.createSnakeCase(strict).fromJson(json, Message.Metadata.class);
		assertThat(read.getEventType()).isEqualTo("slack_logging");
		assertThat(read.getEventPayload().keySet()).allMatch((name) -> name.matches("[a-z][a-z0-9_]*"))
			.isEqualTo(JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("event_payload").keySet());
	}

	@Test
	void whatIsLongIsCutBetweenCharacters() {
		String name = "x".repeat(79) + "\uD83D\uDE00" + "y".repeat(9_000);
		String json = new Metadata().of(this.plan, new ServiceIdentity(name, name, name, name + "\u0000", name, null));
		JsonNode payload = JsonMapper.builder().build().readTree(json).path("event_payload");
		assertThat(payload.path("service").asString()).isEqualTo("x".repeat(79));
		assertThat(json).hasSizeLessThan(500);
	}

	@Test
	void logIdIsTheOneThatTheMessageShows() {
		MaskedGroup group = Planned.startedWith(Told.error("latest").times(2),
				Told.error("first").id("first-1").event());
		assertThat(logId(Planned.of(group).on(Occasion.FIRST))).isEqualTo("first-1");
		assertThat(logId(Planned.of(group).on(Occasion.RETURN))).isEqualTo("7k3q9m2x4h8vt-1c");
		assertThat(logId(Planned.of(group).on(Occasion.QUIET))).isEqualTo("7k3q9m2x4h8vt-1c");
	}

	private static String logId(Planned planned) {
		String json = new Metadata().of(planned.plan(), Told.ORDERS_API);
		return JsonMapper.builder().build().readTree(json).at("/event_payload/log_id").asString();
	}

}
