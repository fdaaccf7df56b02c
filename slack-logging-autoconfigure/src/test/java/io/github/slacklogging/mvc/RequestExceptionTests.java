package io.github.slacklogging.mvc;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.testing.CollectingIntake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** With the real dispatcher servlet, and the appender that asks for the exception. */
class RequestExceptionTests {

	private static final LoggerContext LOGBACK = new LoggerContext();

	private static final Logger LOG = LOGBACK.getLogger("com.acme.Orders");

	private final CollectingIntake intake = new CollectingIntake();

	private final RequestException handled = new RequestException();

	private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();

	@BeforeEach
	void start() {
		LOGBACK.setMDCAdapter(new LogbackMDCAdapter());
		SlackAppender appender = new SlackAppender();
		appender.setContext(LOGBACK);
		appender.connect(this.intake, new SlackAppender.Settings(RunId.random(), Severity.INFO, Set.of(),
				SlackAppender.CallerLocation.NEVER, SlackAppender.Settings.DEFAULT_MAX_MESSAGE_LENGTH, this.handled));
		appender.start();
		LOG.detachAndStopAllAppenders();
		LOG.addAppender(appender);
		this.context.setServletContext(new MockServletContext());
		this.context.register(Application.class);
		this.context.refresh();
	}

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
		this.context.close();
		LOG.detachAndStopAllAppenders();
	}

	@Test
	void adviceThatLogsWithoutTheExceptionHasItsTrace() throws Exception {
		perform(get("/silent"));

		assertThat(logged()).containsExactly("Request failed: none of 17");
		ThrowableSnapshot thrown = Objects.requireNonNull(this.intake.event().throwable());
		assertThat(thrown.frames().get(0).getMethodName()).isEqualTo("silent");
	}

	@Test
	void exceptionIsToldOnceOnly() throws Exception {
		perform(get("/silent").param("and", "mail"));

		assertThat(logged()).containsExactly("Request failed: none of 17", "Mail failed: none");
	}

	@Test
	void adviceThatLogsTheExceptionLeavesNothingToBorrow() throws Exception {
		perform(get("/telling"));

		assertThat(logged()).containsExactly("Request failed: telling", "Mail failed: none");
	}

	@Test
	void exceptionThatWasToldBeforeItWasHandledIsNotToldAgain() throws Exception {
		perform(get("/rethrown"));

		assertThat(logged()).containsExactly("Order failed: told", "Refund needed: none");
	}

	@Test
	void exceptionThatWasHandledBeforeDoesNotHideTheNextOne() throws Exception {
		perform(get("/rethrown"));
		perform(get("/silent"));

		assertThat(logged()).contains("Request failed: none of 17");
	}

	@Test
	void threadThatInheritsTheRequestHasNoneAndTakesNone() throws Exception {
		perform(get("/inherited"));

		assertThat(logged()).containsExactly("On its own: none", "On its own: inherited", "Request failed: inherited");
	}

	@Test
	void requestThatDoesNotFailHasNone() throws Exception {
		perform(get("/fine"));

		assertThat(logged()).containsExactly("Not so fine: none");
	}

	@Test
	void anotherThreadHasNone() throws Exception {
		perform(get("/threaded"));

		assertThat(logged()).containsExactly("On its own: none");
	}

	@Test
	void remarkBelowAWarningHasNone() throws Exception {
		perform(get("/remark"));

		assertThat(logged()).containsExactly("Just so: none", "Slow: remark");
	}

	@Test
	void dispatchToAnErrorPageFindsItToo() throws Exception {
		perform(get("/page").requestAttr(RequestException.ATTRIBUTE, handling(new IllegalStateException("left"))));

		assertThat(logged()).containsExactly("Error page: left");
	}

	@Test
	void exceptionIsHandledAsIfNobodyRememberedIt() throws Exception {
		assertThat(perform(get("/silent"))).isEqualTo(HttpStatus.CONFLICT.value());
		assertThat(perform(get("/none-such"))).isEqualTo(HttpStatus.NOT_FOUND.value());
	}

	@Test
	void requestThatIsGoneHasNone() {
		ServletRequestAttributes gone = new ServletRequestAttributes(new MockHttpServletRequest());
		gone.setAttribute(RequestException.ATTRIBUTE, handling(new IllegalStateException()), 0);
		RequestContextHolder.setRequestAttributes(gone);
		assertThat(this.handled.current()).isNotNull();

		gone.requestCompleted();

		assertThat(this.handled.current()).isNull();
		this.handled.told(new IllegalStateException());
		LOG.error("Order failed");
		assertThat(logged()).containsExactly("Order failed: none");
	}

	@Test
	void threadWithoutARequestHasNone() {
		this.handled.told(new IllegalStateException());

		assertThat(this.handled.current()).isNull();
	}

	private static Handling handling(Throwable thrown) {
		return new Handling(thrown, Thread.currentThread());
	}

	private int perform(MockHttpServletRequestBuilder request) throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup(this.context).build();
		return mvc.perform(request).andReturn().getResponse().getStatus();
	}

	private List<String> logged() {
		return this.intake.events().stream().map(RequestExceptionTests::described).toList();
	}

	private static String described(LogEvent event) {
		ThrowableSnapshot thrown = event.throwable();
		return event.message() + ": " + ((thrown != null) ? thrown.message() : "none");
	}

	@EnableWebMvc
	static class Application {

		@Bean
		RememberingResolver rememberingResolver() {
			return new RememberingResolver();
		}

		@Bean
		Orders orders() {
			return new Orders();
		}

		@Bean
		Advice advice() {
			return new Advice();
		}

	}

	@RestController
	static class Orders {

		@GetMapping("/silent")
		String silent() {
			throw new IllegalStateException("none of 17");
		}

		@GetMapping("/telling")
		String telling() {
			throw new IllegalArgumentException("telling");
		}

		@GetMapping("/threaded")
		String threaded() {
			throw new UnsupportedOperationException("threaded");
		}

		@GetMapping("/remark")
		String remark() {
			throw new ArithmeticException("remark");
		}

		@GetMapping("/rethrown")
		String rethrown() {
			SecurityException told = new SecurityException("told");
			LOG.error("Order failed", told);
			throw new CompletionException("wrapped", told);
		}

		@GetMapping("/inherited")
		String inherited() {
			throw new IndexOutOfBoundsException("inherited");
		}

		@GetMapping("/fine")
		String fine() {
			LOG.error("Not so fine");
			return "fine";
		}

		@GetMapping("/page")
		String page() {
			LOG.error("Error page");
			return "page";
		}

	}

	@RestControllerAdvice
	@ResponseStatus(HttpStatus.CONFLICT)
	static class Advice {

		@ExceptionHandler
		String silent(IllegalStateException ex, MockHttpServletRequest request) {
			LOG.error("Request failed");
			if (request.getParameter("and") != null) {
				LOG.error("Mail failed");
			}
			return "silent";
		}

		@ExceptionHandler
		String telling(IllegalArgumentException ex) {
			LOG.error("Request failed", ex);
			LOG.error("Mail failed");
			return "telling";
		}

		@ExceptionHandler
		String threaded(UnsupportedOperationException ex) throws InterruptedException {
			Thread thread = new Thread(() -> LOG.error("On its own"));
			thread.start();
			thread.join();
			return "threaded";
		}

		@ExceptionHandler
		String rethrown(CompletionException ex) {
			LOG.error("Refund needed");
			return "rethrown";
		}

		@ExceptionHandler
		String inherited(IndexOutOfBoundsException ex) throws InterruptedException {
			RequestAttributes request = RequestContextHolder.currentRequestAttributes();
			Thread thread = new Thread(() -> {
				RequestContextHolder.setRequestAttributes(request);
				LOG.error("On its own");
				LOG.error("On its own", ex);
			});
			thread.start();
			thread.join();
			LOG.error("Request failed");
			return "inherited";
		}

		@ExceptionHandler
		String remark(ArithmeticException ex) {
			LOG.info("Just so");
			LOG.warn("Slow");
			return "remark";
		}

	}

}
