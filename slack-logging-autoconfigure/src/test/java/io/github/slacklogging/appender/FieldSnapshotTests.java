package io.github.slacklogging.appender;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.github.slacklogging.KeyValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

class FieldSnapshotTests {

	@Test
	void noPairsGiveNoFields() {
		assertThat(FieldSnapshot.of(null, null)).isEmpty();
		assertThat(FieldSnapshot.of(List.of(), null)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("scalars")
	void scalarsStayAsTheyAre(Object value) {
		assertThat(value(value)).isSameAs(value);
	}

	static Stream<Object> scalars() {
		return Stream.of("text", true, 1, 2L, 3.5, 4.5f, (short) 5, (byte) 6, new BigDecimal("7.25"), BigInteger.TEN);
	}

	@Test
	void nullStaysNull() {
		assertThat(value(null)).isNull();
	}

	@Test
	void numberThatChangesBecomesText() {
		assertThat(value(new AtomicLong(17))).isEqualTo("17");
	}

	@Test
	void numberThatIsExpensiveToPrintBecomesText() {
		assertThat(value(BigInteger.ONE.shiftLeft(2000))).isInstanceOf(String.class);
		assertThat(value(new BigDecimal(BigInteger.ONE.shiftLeft(2000)))).isInstanceOf(String.class);
	}

	@Test
	void partsBecomeTextByTheirKeys() {
		assertThat(value(List.of(1, "a"))).isEqualTo("[1,\"a\"]");
	}

	@Test
	void longTextAndLongKeyAreCut() {
		KeyValue field = FieldSnapshot.of(List.of(new KeyValuePair("key ".repeat(100), "word ".repeat(2000))), null)
			.get(0);

		assertThat(field.key()).hasSize(253).endsWith("key …");
		assertThat(field.text()).hasSize(8191).endsWith("word …");
	}

	@Test
	void fieldsBeyondTheLimitAreCountedInTheLast() {
		List<KeyValue> fields = FieldSnapshot.of(Collections.nCopies(130, new KeyValuePair("key", 1)), null);

		assertThat(fields).hasSize(101);
		assertThat(fields.get(100)).isEqualTo(new KeyValue("…", "30 more"));
	}

	@Test
	void fieldsShareOneRoom() {
		List<KeyValue> fields = FieldSnapshot.of(Collections.nCopies(20, new KeyValuePair("key", "x".repeat(8000))),
				null);

		assertThat(fields.stream().mapToInt((field) -> field.text().length()).sum()).isLessThan(66_000);
		assertThat(fields.get(fields.size() - 1)).isEqualTo(new KeyValue("…", "11 more"));
	}

	@Test
	void keyUsedTwiceStaysTwice() {
		assertThat(FieldSnapshot.of(List.of(new KeyValuePair("k", 1), new KeyValuePair("k", 2)), null)).hasSize(2);
	}

	private static @Nullable Object value(@Nullable Object value) {
		List<KeyValuePair> pairs = new ArrayList<>();
		pairs.add(new KeyValuePair("key", value));
		return FieldSnapshot.of(pairs, null).get(0).value();
	}

}
