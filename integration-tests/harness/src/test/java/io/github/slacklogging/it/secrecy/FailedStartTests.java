package io.github.slacklogging.it.secrecy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.EndedProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts that fail over a secret, and tell everything but that. */
class FailedStartTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					webhook-url=hxxps://hooks.slack.com/services/T000/B000/markedsecret  | webhook-url
					webhook-url=https://slack.example/services/T000/B000/markedsecret    | webhook-url names a host
					webhook-url=http://hooks.slack.com/services/T000/B000/markedsecret   | webhook-url does not use https
					webhook-url=https://me:markedsecret@hooks.slack.com/services/T/B/X   | webhook-url holds user information
					webhook-url=https://hooks.slack.com/services/T000/B000/${markedsecret} | webhook-url holds a placeholder
					webhook-url=https://hooks.slack.com/services/T000/B 000/markedsecret | webhook-url is not a URL
					webhook-url=https://hooks.slack.com/triggers/T000/1/markedsecret     | webhook-url is a trigger
					webhook-url=xoxb-1-markedsecret                                      | webhook-url is not a URL
					webhook-url-file=https://hooks.slack.com/services/T/B/markedsecret   | webhook-url-file holds the secret itself
					webhook-url-file=/run/secrets/markedsecret                           | webhook-url-file names a file that cannot be read
					webhook-url-file=\\u0000markedsecret                                 | webhook-url-file is not the path
					channel=#a; bot-token=xapp-1-markedsecret                            | bot-token is an app-level token
					channel=#a; bot-token=xoxe-1-markedsecret                            | bot-token is a refresh token
					channel=#a; bot-token=https://hooks.slack.com/services/T/B/markedsecret | bot-token is not a token
					channel=#a; bot-token=xoxb-1 markedsecret                            | bot-token holds blanks
					channel=xoxb-1 markedsecret; bot-token=xoxb-1-markedsecret           | channel is not the name
					bot-token=xoxb-1-markedsecret                                        | channel is not set
					destinations.oncall.webhook-url=xoxb-1-markedsecret                  | destinations.oncall.webhook-url is not a URL
					destinations.oncall.fallback=xoxb-1-markedsecret; destinations.oncall.webhook-url=https://hooks.slack.com/services/T/B/markedsecret | destinations.oncall.fallback names the unknown
					destinations.xoxb-1-markedsecret.channel=#a                          | has neither a webhook
					routes[0].to=xoxb-1-markedsecret; webhook-url=https://hooks.slack.com/services/T/B/markedsecret | routes[0].to names the unknown
					api-url=https://me:markedsecret@slack.com/api/; channel=#a; bot-token=xoxb-1-markedsecret | api-url
					allowed-hosts=https://hooks.slack.com/services/T/B/markedsecret; webhook-url=https://hooks.slack.com/services/T/B/markedsecret | allowed-hosts
					http.proxy=http://me:markedsecret@proxy:3128; webhook-url=https://hooks.slack.com/services/T/B/markedsecret | http.proxy holds user information
					http.proxy=https://hooks.slack.com/services/T/B/markedsecret; webhook-url=https://hooks.slack.com/services/T/B/markedsecret | http.proxy
					level=xoxb-1-markedsecret; webhook-url=https://hooks.slack.com/services/T/B/markedsecret | level has the value
					buffer.capacity=https://hooks.slack.com/services/T/B/markedsecret    | buffer.capacity has the value
					filter.exclude-messages=(xoxb-1-markedsecret; webhook-url=https://hooks.slack.com/services/T/B/markedsecret | filter.exclude-messages is not a regular
					http.ssl-bundle=xoxb-1-markedsecret; webhook-url=https://hooks.slack.com/services/T/B/markedsecret | http.ssl-bundle names an SSL bundle
					channel=#a; bot-token=from-bean                                      | bot-token is from-bean, but there is no bean
					""")
	void wrongConfigurationIsToldWithoutTheSecret(String properties, String told, @TempDir Path folder) {
		MarkedProbe marked = new MarkedProbe(folder);
		for (String property : properties.split("; ")) {
			marked.set("slack.logging." + property);
		}
		assertFailsWith(marked, told);
	}

	@Test
	void wrongVariableIsToldWithoutTheSecret(@TempDir Path folder) {
		assertFailsWith(new MarkedProbe(folder).variable("SLACK_WEBHOOK_URL", "hooks.slack.com/markedsecret"),
				"webhook-url (from SLACK_WEBHOOK_URL) is not a URL");
	}

	@Test
	void contentOfASecretFileIsNotTold(@TempDir Path folder) throws IOException {
		MarkedProbe marked = new MarkedProbe(folder);
		Path file = marked.secretFile("hooks.slack.com/markedsecret");
		assertFailsWith(marked.set("slack.logging.webhook-url-file=" + file),
				"names a file whose content is not a URL");
		marked.secretFile("https://hooks.slack.com/services/T000/B000/markedsecret".repeat(1000));
		assertFailsWith(marked, "names a file that is too large");
		Files.delete(file);
		Files.createDirectory(file);
		assertFailsWith(marked, "names a file that cannot be read");
	}

	/**
	 * Spring and the application log their exception themselves, so their log is left
	 * out; what this library makes of it is not.
	 */
	@Test
	void beanThatTellsTheSecretItselfIsMaskedWhereWeWrite(@TempDir Path folder) {
		MarkedProbe marked = new MarkedProbe(folder)
			.set("slack.logging.webhook-url=https://hooks.slack.com/services/T000/B000/markedsecret")
			.set("slack.logging.http.proxy=localhost:1")
			.set("logging.file.name=" + folder.resolve("application.log"))
			.set("probe.telling-bean=true")
			.variable("PROBE_SECRET", "https://hooks.slack.com/services/T000/B000/markedsecret");
		EndedProbe ended = end(marked);
		assertThat(ended.exitCode()).as(ended::toString).isEqualTo(1);
		SecretHunt hunt = new SecretHunt().folder(marked.written()).text("stderr", ended.err());
		assertThat(hunt.places()).anyMatch((place) -> place.contains(".groups"));
		hunt.assertFoundNowhere();
	}

	private static void assertFailsWith(MarkedProbe marked, String told) {
		EndedProbe ended = end(marked);
		assertThat(ended.exitCode()).as(ended::toString).isEqualTo(1);
		assertThat(ended.out() + ended.err()).contains("APPLICATION FAILED TO START", told);
		assertThat(ended.linesWith("TRACE")).isPositive();
		new SecretHunt().text("stdout", ended.out())
			.text("stderr", ended.err())
			.folder(marked.written())
			.assertFoundNowhere();
	}

	private static EndedProbe end(MarkedProbe marked) {
		try (DrivenProbe probe = marked.start()) {
			return probe.awaitEnd();
		}
	}

}
