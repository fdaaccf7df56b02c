package io.github.slacklogging.it.secrecy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A hunt that finds nothing proves nothing unless it would have found something. */
class SecretHuntTests {

	private final SecretHunt hunt = new SecretHunt();

	@ParameterizedTest
	@ValueSource(strings = { "/services/T000/B000/markedsecret", "xoxb-MARKEDSECRET-1", "a-markedSecret" })
	void secretIsFoundInAText(String text) {
		assertThat(this.hunt.text("the log", text).finds()).singleElement().asString().startsWith("the log: …");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.hunt::assertFoundNowhere);
	}

	@ParameterizedTest
	@ValueSource(strings = { "markedsecret", "1markedsecret", "12markedsecret3", "xoxb-1-markedsecret-2" })
	void secretIsFoundInBase64(String text) {
		String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
		assertThat(this.hunt.text("the log", "Basic " + encoded).finds()).hasSize(1);
	}

	@Test
	void secretIsFoundInAFileAndInItsName(@TempDir Path folder) throws IOException {
		Files.writeString(Files.createDirectory(folder.resolve("deep")).resolve("file.bin"), "\0\1markedsecret");
		Files.createFile(folder.resolve("markedsecret.groups"));
		assertThat(this.hunt.folder(folder).finds()).hasSize(2);
	}

	@Test
	void secretIsFoundBehindALink() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		URI root = URI.create("http://localhost:" + server.getAddress().getPort() + "/actuator");
		server.createContext("/", (exchange) -> {
			String path = exchange.getRequestURI().getPath();
			byte[] body = (path.endsWith("/beans") ? "xoxb-markedsecret" : "{\"href\":\"" + root + "/beans\"}")
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		try {
			assertThat(this.hunt.actuator(root).finds()).singleElement().asString().startsWith("/beans");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void innocentTextIsNoFind() {
		this.hunt.text("the log", "a marked man keeps a secret").assertFoundNowhere();
	}

}
