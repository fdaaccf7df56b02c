package io.github.slacklogging.structured;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MarkerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class FlatValuesTests {

	private static final String ENABLED = "--slack.logging.structured.enabled=true";

	private static final String CONSOLE = "--logging.structured.format.console=";

	private static final List<String> FORMATS = List.of("ecs", "logstash", "gelf");

	static Stream<Arguments> values() {
		Map<Supplier<Object>, String> values = new LinkedHashMap<>();
		values.put(() -> Map.of("id", 4711), "{\"id\":4711}");
		values.put(() -> List.of(1, "two"), "[1,\"two\"]");
		values.put(() -> new int[] { 1, 2 }, "[1,2]");
		values.put(() -> new Order(4711, "open"), "{\"id\":4711,\"state\":\"open\"}");
		values.put(FlatValuesTests::selfContaining, "{\"self\":\"[cycle]\"}");
		values.put(FlatValuesTests::selfContainingRecord, "{\"parts\":[\"[cycle]\"]}");
		values.put(() -> Double.NaN, "NaN");
		values.put(FailingText::new, "[toString() failed: IllegalStateException]");
		values.put(NoText::new, "null");
		values.put(FailingMap::new, "{\"…\":\"[reading failed: StackOverflowError]\"}");
		return FORMATS.stream()
			.flatMap((format) -> values.entrySet()
				.stream()
				.map((entry) -> Arguments.of(format, entry.getKey().get(), entry.getValue())));
	}

	@ParameterizedTest(name = "{0} {2}")
	@MethodSource("values")
	void complexValueIsOneString(String format, Object value, String expected, CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED, CONSOLE + format)) {
			application.log.atError().addKeyValue("order", value).log("Order 4741 failed");
			JsonNode field = field(StructuredApplication.line(output.getOut(), "Order 4741 failed"), "order");
			assertThat(field.isString()).isTrue();
			assertThat(field.asString()).isEqualTo(expected);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void numbersAndTruthStayWhatTheyAre(String format, CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED, CONSOLE + format)) {
			application.log.atError().addKeyValue("count", 3).addKeyValue("late", true).log("Order 4742 failed");
			JsonNode line = StructuredApplication.line(output.getOut(), "Order 4742 failed");
			assertThat(field(line, "count").isNumber()).isTrue();
			assertThat(field(line, "late").isBoolean()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void largeValueIsBounded(String format, CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED, CONSOLE + format)) {
			List<String> large = new ArrayList<>();
			for (int i = 0; i < 90; i++) {
				large.add("x".repeat(1000));
			}
			application.log.atError().addKeyValue("order", large).log("Order 4743 failed");
			String text = field(StructuredApplication.line(output.getOut(), "Order 4743 failed"), "order").asString();
			assertThat(text).hasSizeBetween(4_000, FlatValue.MAX_LENGTH);
			assertThat(new JsonMapper().readTree(text).isArray()).isTrue();
		}
	}

	@Test
	void objectsAndTagsOfBootStayWhatTheyAre(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED, CONSOLE + "ecs")) {
			application.log.atError()
				.addMarker(MarkerFactory.getMarker("AUDIT"))
				.addKeyValue("http.request.id", "a1")
				.addKeyValue("http.request.body", Map.of("id", 1))
				.setCause(new IllegalStateException("no label"))
				.log("Order 4744 failed");
			JsonNode line = StructuredApplication.line(output.getOut(), "Order 4744 failed");
			assertThat(line.at("/log/level").asString()).isEqualTo("ERROR");
			assertThat(line.at("/process/thread/name").asString()).isEqualTo("main");
			assertThat(line.at("/service/name").asString()).isEqualTo("orders-api");
			assertThat(line.at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
			assertThat(line.at("/ecs/version").asString()).isEqualTo("8.11");
			assertThat(line.at("/tags/0").asString()).isEqualTo("AUDIT");
			assertThat(line.at("/http/request/id").asString()).isEqualTo("a1");
			assertThat(line.at("/http/request/body").asString()).isEqualTo("{\"id\":1}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void valueWithANameOfBootsOwnHarmsNobody(String format, CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED, CONSOLE + format)) {
			application.log.atError().addKeyValue("tags", new FailingSet()).log("Order 4748 failed");
			JsonNode field = field(StructuredApplication.line(output.getOut(), "Order 4748 failed"), "tags");
			assertThat(field.asString()).isEqualTo("[\"[reading failed: StackOverflowError]\"]");
		}
	}

	@Test
	void mapThatLooksLikeBootsOwnPassesOnlyWhereItEnds(CapturedOutput output) {
		Map<String, Object> endless = new LinkedHashMap<>();
		endless.put("self", endless);
		try (StructuredApplication application = StructuredApplication.start(ENABLED, CONSOLE + "ecs")) {
			application.log.atError()
				.addKeyValue("endless", endless)
				.addKeyValue("order", new LinkedHashMap<>(Map.of("id", 1)))
				.log("Order 4745 failed");
			JsonNode line = StructuredApplication.line(output.getOut(), "Order 4745 failed");
			assertThat(line.at("/endless").asString()).isEqualTo("{\"self\":\"[cycle]\"}");
			assertThat(line.at("/order/id").asInt()).isEqualTo(1);
		}
	}

	/** Why all this: a value of the caller's ends in the caller's logging call. */
	@Test
	void withoutItTheStackOfTheCallerOverflows() {
		try (StructuredApplication application = StructuredApplication.start(CONSOLE + "logstash")) {
			Object value = selfContainingRecord();
			assertThatExceptionOfType(StackOverflowError.class)
				.isThrownBy(() -> application.log.atError().addKeyValue("order", value).log("Order 4746 failed"));
			// Boot keeps half the line and puts it before the next one of this thread
			application.log.error("Order 4747 failed");
		}
	}

	private static JsonNode field(JsonNode line, String name) {
		return line.has(name) ? line.get(name) : line.get("_" + name);
	}

	private static Object selfContaining() {
		Map<String, Object> map = new HashMap<>();
		map.put("self", map);
		return map;
	}

	private static Object selfContainingRecord() {
		List<Object> parts = new ArrayList<>();
		Whole whole = new Whole(parts);
		parts.add(whole);
		return whole;
	}

	record Order(int id, String state) {

	}

	record Whole(List<Object> parts) {

	}

	static final class NoText {

		@Override
		public @Nullable String toString() {
			return null;
		}

	}

	/** Of a class that Boot's own objects have too. */
	static final class FailingMap extends LinkedHashMap<String, Object> {

		private static final long serialVersionUID = 1L;

		@Override
		public Set<Map.Entry<String, Object>> entrySet() {
			throw new StackOverflowError();
		}

	}

	static final class FailingSet extends AbstractSet<String> {

		@Override
		public Iterator<String> iterator() {
			throw new StackOverflowError();
		}

		@Override
		public int size() {
			return 1;
		}

	}

	static final class FailingText {

		@Override
		public String toString() {
			throw new IllegalStateException("no text");
		}

	}

}
