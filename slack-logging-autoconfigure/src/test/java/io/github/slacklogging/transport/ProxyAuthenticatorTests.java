package io.github.slacklogging.transport;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProxyAuthenticatorTests {

	private final List<@Nullable URL> shown = new ArrayList<>();

	private final ProxyAuthenticator authenticator = new ProxyAuthenticator(new Authenticator() {

		@Override
		protected PasswordAuthentication getPasswordAuthentication() {
			ProxyAuthenticatorTests.this.shown.add(getRequestingURL());
			return new PasswordAuthentication(getRequestingHost(), new char[0]);
		}

	});

	@Test
	void proxyIsAnsweredByTheJvmsAuthenticatorWhichDoesNotSeeTheUrl() throws Exception {
		assertThat(ask(RequestorType.PROXY)).extracting(PasswordAuthentication::getUserName).isEqualTo("proxy.example");
		assertThat(this.shown).containsOnlyNulls().hasSize(1);
	}

	@Test
	void serverIsNotAnswered() throws Exception {
		assertThat(ask(RequestorType.SERVER)).isNull();
		assertThat(this.shown).isEmpty();
	}

	private @Nullable PasswordAuthentication ask(RequestorType who) throws Exception {
		URL url = URI.create("https://hooks.slack.com/services/T000/B000/XXX_test").toURL();
		return this.authenticator.requestPasswordAuthenticationInstance("proxy.example", null, 3128, "http", "realm",
				"Basic", url, who);
	}

}
