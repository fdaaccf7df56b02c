package io.github.slacklogging.sample;

import java.util.List;
import java.util.regex.Pattern;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The page, its buttons and the API, without a server and without Slack. */
@SpringBootTest(properties = { "slack.logging.enabled=false", "slack.logging.inbox.port=18025",
		"sample.stock-taking-pause=0ms" })
class SamplePageTests {

	private static final Pattern BUTTON = Pattern
		.compile("<form [^>]*action=\"([^\"]+)\">.*?<button type=\"submit\">([^<]+)</button>", Pattern.DOTALL);

	private static final Pattern PICTURE = Pattern.compile("wares\\.svg#([a-z-]+)");

	private static final Pattern EXTERNAL = Pattern.compile("(?:src|href|action)=\"(?:[a-z]+:)?//|url\\(|@import");

	@RegisterExtension
	final RecordedLog log = new RecordedLog();

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private Storefront storefront;

	@Autowired
	private TraceFilter traceFilter;

	private MockMvcTester mvc;

	@BeforeEach
	void connect() {
		this.mvc = MockMvcTester.from(this.context, (builder) -> builder.addFilters(this.traceFilter).build());
	}

	@Test
	void everySituationIsAButtonWithWhatToLookFor() {
		String page = page();
		assertThat(this.storefront.situations()).hasSizeGreaterThan(20)
			.allSatisfy((situation) -> assertThat(page).contains("action=\"trouble/" + situation.name() + "\"",
					"<button type=\"submit\">" + situation.button() + "</button>"));
		assertThat(BUTTON.matcher(page).results()).hasSize(this.storefront.situations().size());
		assertThat(page.split("Look for")).hasSize(this.storefront.situations().size() + 1);
	}

	@Test
	void everyPictureIsDrawn() {
		String wares = assertThat(this.mvc.get().uri("/wares.svg")).hasStatusOk().bodyText().actual();
		assertThat(PICTURE.matcher(page()).results()).isNotEmpty()
			.allSatisfy((picture) -> assertThat(wares).contains("<symbol id=\"" + picture.group(1) + "\""));
	}

	@Test
	void unknownSituationIsNotFound() {
		assertThat(this.mvc.post().uri("/trouble/peace")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@CsvSource({ "declined-payment, 1", "database-down, 1", "thousand-of-the-same, 1000", "many-kinds, 25",
			"warnings, 3", "critical-one, 1", "secret-in-a-log-line, 1", "injection-attempt, 1", "long-trace, 1",
			"logged-twice, 2" })
	void buttonLogsAsOftenAsItSays(String trouble, int times) {
		assertThat(this.mvc.post().uri("/trouble/{trouble}", trouble)).hasStatusOk();
		assertThat(this.log.warningsAndErrors()).hasSize(times);
	}

	@Test
	void buttonsCannotBePressedByALink() {
		assertThat(this.mvc.get().uri("/trouble/declined-payment")).hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
		assertThat(this.log.warningsAndErrors()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/log.html", "/discover.html", "/sample.css", "/shop.css", "/shop.js", "/line.js",
			"/log.js", "/discover.js", "/favicon.svg" })
	void pageNeedsNothingFromElsewhere(String file) {
		assertThat(this.mvc.get().uri(file)).hasStatusOk()
			.bodyText()
			.isNotBlank()
			.doesNotContainPattern(EXTERNAL.pattern());
	}

	@Test
	void everyLinkOfThePageLeadsSomewhereKnown() {
		List<String> links = Pattern.compile("href=\"([^\"#]+)\"")
			.matcher(page())
			.results()
			.map((link) -> link.group(1))
			.toList();
		assertThat(links).containsOnly("favicon.svg", "sample.css", "shop.css", "inbox", "inbox/faults",
				"actuator/health", "actuator/slacklogging", "actuator/metrics/slack.logging.events");
	}

	@Test
	void everyJumpWithinThePageHasItsPlace() {
		String page = page();
		assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results()).isNotEmpty()
			.allSatisfy((jump) -> assertThat(page).contains("id=\"" + jump.group(1) + "\""));
	}

	@Test
	void inboxLinkFollowsTheConfiguredPort() {
		assertThat(this.mvc.get().uri("/inbox")).hasStatus3xxRedirection().hasRedirectedUrl("http://localhost:18025/");
		assertThat(this.mvc.get().uri("/inbox/faults")).hasStatus3xxRedirection()
			.hasRedirectedUrl("http://localhost:18025/#faults");
	}

	@Test
	void nothingStandsInForDashboardsWithoutItsProfile() {
		assertThat(this.mvc.get().uri("/app/data-explorer/discover")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void requestIdOfTheAnswerIsTheOneInTheLog() {
		MvcTestResult result = this.mvc.post().uri("/trouble/database-down").exchange();
		ILoggingEvent event = this.log.only();
		assertThat(event.getMDCPropertyMap().get(Trace.REQUEST_ID)).isNotNull()
			.isEqualTo(result.getResponse().getHeader(TraceFilter.HEADER));
		assertThat(event.getMDCPropertyMap().get(Trace.TRACE_ID)).matches("[0-9a-f]{32}");
		assertThat(MDC.get(Trace.TRACE_ID)).isNull();
		assertThat(MDC.get(Trace.REQUEST_ID)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "north, 5555 5555 5555 4444, 201, PLACED", "east, 5555 5555 5555 4444, 202, DELAYED",
			"north, 4111 1111 1111 1111, 402, DECLINED", "south, 5555 5555 5555 4444, 503, UNAVAILABLE" })
	void orderIsAnsweredByWhatBecameOfIt(String warehouse, String card, int httpStatus, String status) {
		assertThat(order(warehouse, card)).hasStatus(httpStatus)
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo(status);
	}

	@Test
	void placedOrderIsShownWithoutCardAndCustomer() {
		MvcTestResult placed = order("north", PaymentClient.GOOD_CARD);
		assertThat(placed).bodyJson().extractingPath("$.orderId").asNumber().satisfies((id) -> {
			String expected = "{\"orderId\":%s,\"sku\":\"cups\",\"quantity\":1,\"warehouse\":\"north\"}".formatted(id);
			assertThat(this.mvc.get().uri("/orders/{id}", id)).hasStatusOk().bodyText().isEqualTo(expected);
		});
	}

	@Test
	void unknownOrderIsAnExceptionThatNobodyHereCatches() {
		assertThat(this.mvc.get().uri("/orders/4711")).hasFailed()
			.failure()
			.hasRootCauseInstanceOf(IllegalStateException.class)
			.hasRootCauseMessage("Order 4711 not found");
		assertThat(this.log.warningsAndErrors()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "not json", "{'sku':'cups','quantity':1,'warehouse':'north','card':'none'}",
			"{'customer':'joe','sku':'cups','quantity':0,'warehouse':'north','card':'none'}" })
	void incompleteOrderIsTheCallersFault(String body) {
		assertThat(
				this.mvc.post().uri("/orders").contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.log.warningsAndErrors()).isEmpty();
	}

	@Test
	void healthShowsItsDetailsAndMetricsAreExposed() {
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk()
			.bodyJson()
			.hasPath("$.components.diskSpace.details");
		assertThat(this.mvc.get().uri("/actuator/metrics")).hasStatusOk()
			.hasHeader(HttpHeaders.CONTENT_TYPE, "application/vnd.spring-boot.actuator.v3+json");
	}

	private String page() {
		return assertThat(this.mvc.get().uri("/")).hasStatusOk().bodyText().actual();
	}

	private MvcTestResult order(String warehouse, String card) {
		String body = """
				{"customer":"joe@example.com","sku":"cups","quantity":1,"warehouse":"%s","card":"%s"}"""
			.formatted(warehouse, card);
		return this.mvc.post().uri("/orders").contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

}
