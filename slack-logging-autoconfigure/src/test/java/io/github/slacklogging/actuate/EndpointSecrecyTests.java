package io.github.slacklogging.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.slacklogging.Finding;
import io.github.slacklogging.KindExplanation;
import io.github.slacklogging.Mute;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.pipeline.PipelineControl.TestResult;
import io.github.slacklogging.testing.DestinationStatuses;
import io.github.slacklogging.testing.PipelineStatuses;
import io.github.slacklogging.testing.ScriptedPipelineControl;
import io.github.slacklogging.testing.SettablePipelineView;
import io.github.slacklogging.testing.ShippingStatuses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plants secrets in every text that is not log text. Log text comes masked, by the rules
 * that mask it for Slack.
 */
class EndpointSecrecyTests {

	private static final String MARK = "markedsecret";

	private final ScriptedPipelineControl control = new ScriptedPipelineControl();

	private final SettablePipelineView view = SettablePipelineView.inert().withControl(this.control);

	@ParameterizedTest
	@ValueSource(strings = { "https://hooks.slack.com/services/T0/B0/markedsecret",
			"HTTPS://user:markedsecret@proxy.example.org:8080/x", "http://markedsecret@proxy", "xoxb-1-markedsecret",
			"xapp-1-markedsecret", "Authorization: Bearer markedsecretmarkedsecret", "user:markedsecret@proxy",
			"(http://localhost:1/markedsecret)", "https://example.org?token=markedsecret" })
	void plantedSecretIsInNoAnswer(String secret) {
		plant("failed at " + secret + " again");
		EndpointSubject endpoint = new EndpointSubject(this.view);
		String all = endpoint.status().toString() + Objects.requireNonNull(endpoint.kind("k7f3q2a"))
				+ endpoint.order(Map.of("action", "test")) + endpoint.order(Map.of("action", "doctor"))
				+ endpoint.order(Map.of("action", "mute", "logger", "com.acme", "for", "2h"));
		this.control.failWith(new IllegalArgumentException(secret));
		all += endpoint.order(Map.of("action", "flush"));
		assertThat(all).contains("failed at ", "again", "\"healthy\"").doesNotContainIgnoringCase(MARK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "action", "destination", "fingerprint", "logger", "for" })
	void whatSomebodyPostsIsNeverRepeatedInARefusal(String parameter) {
		EndpointSubject endpoint = new EndpointSubject(this.view);
		for (EndpointAction action : EndpointAction.values()) {
			Map<String, String> body = new HashMap<>(Map.of("action", action.word()));
			body.put(parameter, "xoxb-1-markedsecret");
			assertThat(endpoint.order(body).toString()).doesNotContainIgnoringCase(MARK);
		}
	}

	@ParameterizedTest
	@CsvSource({ "https://kibana.example.org answers 200,https://kibana.example.org answers 200",
			"proxy http://proxy:3128/ refuses,proxy http://proxy:3128/*** refuses",
			"missing_scope: chat:write,missing_scope: chat:write" })
	void whatHelpsStaysReadable(String text, String shown) {
		assertThat(EndpointText.shown(text)).isEqualTo(shown);
	}

	private void plant(String text) {
		this.view.publish(PipelineStatuses
			.running(DestinationStatuses.delivering("default").stoppedBy(text).failed(1, text).limitations(text))
			.spool(new SpoolStatus("/var/spool", false, text, 0, Map.of(), 0, 0))
			.heldUpBy(text));
		this.view.withShipping(ShippingStatuses.fresh()
			.failed(1, text)
			.pausedBy(text)
			.limitation(text)
			.lastRejection(text)
			.heldUpBy(text)
			.build());
		this.view.withSelfCheck(() -> List.of(new Finding(text, "token", Finding.Outcome.FAILED, text, text)));
		this.control
			.rejected(List.of(new RejectedMessage(Instant.EPOCH, "default", text, 1,
					new SlackMessage("masked", null, null, null, null, null))))
			.results(new TestResult("default", false, text, text, Duration.ZERO))
			.kind(new KindExplanation("k7f3q2a", "rule", List.of(), List.of()))
			.kept(new Mute(new Mute.Subject.Logger(text), new Mute.End.AtTotal(10), Instant.EPOCH))
			.mutes(new Mute(new Mute.Subject.Logger(text), new Mute.End.AtTotal(10), Instant.EPOCH));
	}

}
