package io.github.slacklogging.autoconfigure;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.ReflectionException;

import io.github.slacklogging.Mute;
import io.github.slacklogging.actuate.SlackLoggingEndpoint;
import io.github.slacklogging.actuate.SlackLoggingEndpointWebExtension;
import io.github.slacklogging.pipeline.PipelineControl.TestResult;
import io.github.slacklogging.pipeline.PipelineView;
import io.github.slacklogging.testing.DestinationStatuses;
import io.github.slacklogging.testing.OpenIncidents;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import io.github.slacklogging.testing.PipelineStatuses;
import io.github.slacklogging.testing.ScriptedPipelineControl;
import io.github.slacklogging.testing.SettablePipelineView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.jackson.EndpointJsonMapper;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlackLoggingEndpointAutoConfigurationTests {

	private static final String WEB = "management.endpoints.web.exposure.include=slacklogging";

	private static final String OPEN = "management.endpoint.slacklogging.access=unrestricted";

	private final ScriptedPipelineControl control = new ScriptedPipelineControl()
		.incidents(OpenIncidents.ongoing("k7f3q2a"))
		.results(new TestResult("default", true, "200", "ok", Duration.ofMillis(87)))
		.kept(new Mute(new Mute.Subject.Kind("k7f3q2a"), new Mute.End.At(Instant.EPOCH), Instant.EPOCH));

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		// as SpringApplication does, for enums in lower case
		.withInitializer((context) -> context.getEnvironment().setConversionService(new ApplicationConversionService()))
		.withConfiguration(AutoConfigurations.of(SlackLoggingEndpointAutoConfiguration.class,
				EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class,
				JacksonEndpointAutoConfiguration.class, JmxAutoConfiguration.class, JmxEndpointAutoConfiguration.class))
		.withBean(PipelineView.class,
				() -> SettablePipelineView.of(PipelineStatuses.running(DestinationStatuses.delivering("default")))
					.withControl(this.control));

	@Test
	void isThereOnlyWhereItIsExposed() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SlackLoggingEndpoint.class));
		this.runner.withPropertyValues(WEB)
			.run((context) -> assertThat(context).hasSingleBean(SlackLoggingEndpoint.class)
				.hasSingleBean(SlackLoggingEndpointWebExtension.class));
	}

	@ParameterizedTest
	@CsvSource({ "management.endpoint.slacklogging.access=none", "management.endpoints.access.default=none" })
	void accessOfNoneTakesItAway(String property) {
		this.runner.withPropertyValues(WEB, property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SlackLoggingEndpoint.class));
	}

	@Test
	void withoutPipelineThereIsNone() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SlackLoggingEndpointAutoConfiguration.class))
			.withPropertyValues(WEB)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SlackLoggingEndpoint.class));
	}

	@Test
	void applicationWithoutActuatorStartsWithoutIt() {
		new ApplicationContextRunner().withUserConfiguration(OwnAutoConfigurations.class)
			.withBean(PipelineView.class, SettablePipelineView::inert)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(SlackLoggingEndpointAutoConfiguration.class));
	}

	@Test
	void applicationWithActuatorFindsItByItself() {
		new ApplicationContextRunner().withUserConfiguration(OwnAutoConfigurations.class)
			.withBean(PipelineView.class, SettablePipelineView::inert)
			.withPropertyValues(WEB)
			.run((context) -> assertThat(context).hasSingleBean(SlackLoggingEndpoint.class));
	}

	@Test
	void isReadOnlyUnlessOpened() {
		this.runner.withPropertyValues(WEB)
			.run((context) -> assertThat(operations(context)).extracting(WebOperation::getType)
				.containsExactlyInAnyOrder(OperationType.READ, OperationType.READ));
		this.runner.withPropertyValues(WEB, OPEN)
			.run((context) -> assertThat(operations(context)).extracting(WebOperation::getType)
				.containsExactlyInAnyOrder(OperationType.READ, OperationType.READ, OperationType.WRITE));
	}

	@Test
	void readersAndOrdersMayBlock() {
		this.runner.withPropertyValues(WEB, OPEN)
			.run((context) -> assertThat(operations(context)).allMatch(WebOperation::isBlocking));
	}

	@Test
	void webTellsTheStatusWithoutWhatIsNotKnown() {
		this.runner.withPropertyValues(WEB).run((context) -> {
			JsonNode status = json(context, ask(context, OperationType.READ, Map.of()));
			assertThat(status.at("/state").asString()).isEqualTo("running");
			assertThat(status.at("/incidents/0/fingerprint").asString()).isEqualTo("k7f3q2a");
			assertThat(status.has("note")).isFalse();
			assertThat(status.at("/incidents/0").has("mute")).isFalse();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			test           | default |         |    | 200
			flush          |         |         |    | 200
			mute           |         | k7f3q2a | 2h | 200
			mute           |         | k7f3q2a | 2  | 400
			unmute         |         | k7f3q2a |    | 404
			retry-rejected |         |         |    | 200
			doctor         |         |         |    | 409
			sing           |         |         |    | 400
			""")
	void webTellsByStatusAndBody(String action, @Nullable String destination, @Nullable String fingerprint,
			@Nullable String term, int status) {
		this.runner.withPropertyValues(WEB, OPEN).run((context) -> {
			Map<String, Object> body = body("action", action, "destination", destination, "fingerprint", fingerprint,
					"for", term);
			WebEndpointResponse<?> response = (WebEndpointResponse<?>) ask(context, OperationType.WRITE, body);
			assertThat(response.getStatus()).isEqualTo(status);
			JsonNode answer = json(context, Objects.requireNonNull(response.getBody()));
			assertThat(answer.has("error")).isEqualTo(status >= 400);
			assertThat(answer.path("action").asString(action)).isEqualTo(action);
		});
	}

	@Test
	void endpointOfTheApplicationWins() {
		SlackLoggingEndpoint own = new SlackLoggingEndpoint(SettablePipelineView.inert(),
				new SlackLoggingEndpoint.Settings(Duration.ZERO, Duration.ZERO, true), () -> 0);
		this.runner.withPropertyValues(WEB)
			.withBean(SlackLoggingEndpoint.class, () -> own)
			.run((context) -> assertThat(context.getBean(SlackLoggingEndpoint.class)).isSameAs(own));
	}

	@Test
	void jmxHasTheThreeOperationsByName() {
		withJmx(OPEN, (mbean) -> {
			assertThat(mbean.operations()).extracting(MBeanOperationInfo::getName)
				.containsExactlyInAnyOrder("status", "kind", "order");
			assertThat(mbean.parametersOf("order")).containsExactly("action", "destination", "fingerprint", "logger",
					"for");
			assertThat(mbean.parametersOf("kind")).containsExactly("fingerprint");
		});
	}

	@Test
	void jmxIsReadOnlyUnlessOpened() {
		withJmx("spring.jmx.enabled=true",
				(mbean) -> assertThat(mbean.operations()).extracting(MBeanOperationInfo::getName)
					.containsExactlyInAnyOrder("status", "kind"));
	}

	@Test
	void jmxAnswersMapsOfPlainValues() {
		withJmx(OPEN, (mbean) -> {
			assertThat(mbean.answer("status")).containsEntry("state", "running");
			assertThat(mbean.invoke("kind", "#zzzzzzz")).isNull();
			assertThat(mbean.answer("order", "mute", null, "#k7f3q2a", "", "2h")).containsEntry("done", true);
			assertThat(mbean.answer("order", "test", null, null, null, null)).containsEntry("results", List.of(Map
				.of("destination", "default", "delivered", true, "status", "200", "answer", "ok", "tookMillis", 87L)));
		});
		assertThat(this.control.orders()).contains("mute Kind[fingerprint=k7f3q2a] For[duration=PT2H]");
	}

	@Test
	void jmxTellsWhatIsWrong() {
		withJmx(OPEN,
				(mbean) -> assertThatExceptionOfType(ReflectionException.class)
					.isThrownBy(() -> mbean.invokeChecked("order", "mute", null, null, null, "2h"))
					.withMessage("'mute' takes either 'fingerprint' or 'logger'"));
	}

	@Test
	void everyRecordOfAnAnswerIsReadInANativeImage() throws ClassNotFoundException {
		RuntimeHints hints = new RuntimeHints();
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, SlackLoggingEndpoint.class,
				SlackLoggingEndpointWebExtension.class);
		for (String name : List.of("EndpointStatus", "EndpointStatus$Events", "EndpointStatus$Spool", "EndpointBuffer",
				"EndpointDestination", "EndpointDestination$Threshold", "EndpointShipping", "EndpointShipping$Events",
				"EndpointIncident", "EndpointMute", "EndpointDeadLetter", "EndpointKind", "EndpointKind$Component",
				"EndpointAnswer$Tested$Result", "EndpointAnswer$Flushed", "EndpointAnswer$Muted",
				"EndpointAnswer$Unmuted", "EndpointAnswer$Retried$Refusal", "EndpointAnswer$Examined$Row",
				"EndpointAnswer$Pending", "EndpointAnswer$Refused")) {
			Class<?> type = Class.forName("io.github.slacklogging.actuate." + name);
			assertThat(type.getRecordComponents()).allSatisfy((component) -> assertThat(
					RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor()))
				.as(component.toString())
				.accepts(hints));
		}
		for (Class<?> type : List.of(SlackLoggingEndpoint.class, SlackLoggingEndpointWebExtension.class)) {
			assertThat(Arrays.stream(type.getDeclaredMethods())
				.filter((method) -> method.getAnnotations().length > 0)
				.toArray(Method[]::new)).isNotEmpty()
				.allSatisfy((method) -> assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method))
					.accepts(hints));
		}
	}

	private static Map<String, Object> body(@Nullable String... namesAndValues) {
		Map<String, Object> body = new HashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			if (namesAndValues[i + 1] != null) {
				body.put(namesAndValues[i], namesAndValues[i + 1]);
			}
		}
		return body;
	}

	private static List<WebOperation> operations(ApplicationContext context) {
		return context.getBean(WebEndpointsSupplier.class)
			.getEndpoints()
			.stream()
			.filter((endpoint) -> endpoint.getEndpointId().toString().equals("slacklogging"))
			.map(ExposableWebEndpoint::getOperations)
			.flatMap(Collection::stream)
			.toList();
	}

	/** Asks the operation that has no variable in its path. */
	private static Object ask(ApplicationContext context, OperationType type, Map<String, Object> arguments) {
		WebOperation operation = operations(context).stream()
			.filter((each) -> each.getType() == type && !each.getRequestPredicate().getPath().contains("{"))
			.findFirst()
			.orElseThrow();
		return Objects.requireNonNull(operation.invoke(new InvocationContext(SecurityContext.NONE, arguments)));
	}

	private static JsonNode json(ApplicationContext context, Object answer) {
		JsonMapper mapper = context.getBean(EndpointJsonMapper.class).get();
		return mapper.readTree(mapper.writeValueAsString(answer));
	}

	private void withJmx(String property, Consumer<Endpoint> test) {
		this.runner
			.withPropertyValues("spring.jmx.enabled=true", "spring.jmx.unique-names=true",
					"management.endpoints.jmx.exposure.include=slacklogging", property)
			.run((context) -> test
				.accept(Endpoint.in(context.getBean(MBeanServer.class), ManagementFactory.getPlatformMBeanServer())));
	}

	/** The endpoint as a JMX console sees it. */
	private record Endpoint(MBeanServer server, ObjectName name) {

		static Endpoint in(MBeanServer server, MBeanServer platform) {
			try {
				assertThat(server).isSameAs(platform);
				return new Endpoint(server, server
					.queryNames(new ObjectName("org.springframework.boot:type=Endpoint,name=Slacklogging,*"), null)
					.iterator()
					.next());
			}
			catch (JMException ex) {
				throw new IllegalStateException(ex);
			}
		}

		List<MBeanOperationInfo> operations() {
			try {
				return List.of(this.server.getMBeanInfo(this.name).getOperations());
			}
			catch (JMException ex) {
				throw new IllegalStateException(ex);
			}
		}

		List<String> parametersOf(String operation) {
			return operations().stream()
				.filter((each) -> each.getName().equals(operation))
				.flatMap((each) -> Arrays.stream(each.getSignature()))
				.map(MBeanParameterInfo::getName)
				.toList();
		}

		Map<String, Object> answer(String operation, @Nullable Object... arguments) {
			Object answer = Objects.requireNonNull(invoke(operation, arguments));
			assertThat(answer).isInstanceOf(Map.class);
			Map<String, Object> map = new HashMap<>();
			((Map<?, ?>) answer).forEach((key, value) -> map.put(String.valueOf(key), value));
			return map;
		}

		@Nullable Object invoke(String operation, @Nullable Object... arguments) {
			try {
				return invokeChecked(operation, arguments);
			}
			catch (JMException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Nullable Object invokeChecked(String operation, @Nullable Object... arguments) throws JMException {
			String[] signature = new String[arguments.length];
			Arrays.fill(signature, String.class.getName());
			return this.server.invoke(this.name, operation, arguments, signature);
		}

	}

}
