package io.github.slacklogging.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole application on a free port, as a reader starts it, without Slack. */
@ExtendWith(OutputCaptureExtension.class)
class SampleApplicationTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = SpringApplication.run(SampleApplication.class, "--server.port=0", "--slack.logging.enabled=false");
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void startIsQuietAndSaysWhereToGo(CapturedOutput output) {
		assertThat(output).doesNotContain(" ERROR ", "Exception")
			.contains("The shop is open: http://localhost:" + port(), "its Slack: http://localhost:8025");
	}

	@Test
	void pageStandsAtTheRoot() throws Exception {
		HttpResponse<String> response = get("/");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		assertThat(response.headers().firstValue(TraceFilter.HEADER)).isPresent();
		assertThat(response.body()).contains("<h1>Corner Coffee</h1>");
	}

	@Test
	void exceptionThatNobodyCatchesIsLoggedByTomcat(CapturedOutput output) throws Exception {
		assertThat(get("/orders/4711").statusCode()).isEqualTo(500);
		assertThat(output).contains("[dispatcherServlet]", "Order 4711 not found");
	}

	private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
		URI uri = URI.create("http://localhost:" + port() + path);
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String port() {
		return context.getEnvironment().getRequiredProperty("local.server.port");
	}

}
