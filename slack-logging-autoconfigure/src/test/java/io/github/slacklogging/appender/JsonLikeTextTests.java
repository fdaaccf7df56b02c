package io.github.slacklogging.appender;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonLikeTextTests {

	@Test
	void objectWithoutPartsIsItsText() {
		UUID id = UUID.randomUUID();

		assertThat(text(id)).isEqualTo(id.toString());
		assertThat(text(Optional.of("a\nb"))).isEqualTo("Optional[a\nb]");
		assertThat(text('c')).isEqualTo("c");
	}

	@Test
	void mapKeepsItsKeysAndOrder() {
		Map<Object, @Nullable Object> map = new LinkedHashMap<>();
		map.put("password", "secret");
		map.put(17, null);
		map.put("ok", true);
		map.put("list", List.of(1, 2.5));

		assertThat(text(map)).isEqualTo("{\"password\":\"secret\",\"17\":null,\"ok\":true,\"list\":[1,2.5]}");
	}

	@Test
	void arraysOfAnyTypeAreLists() {
		assertThat(text(new int[] { 1, 2 })).isEqualTo("[1,2]");
		assertThat(text(new String[][] { { "a" }, {} })).isEqualTo("[[\"a\"],[]]");
	}

	@Test
	void recordIsItsComponents() {
		assertThat(text(new Card("4242", List.of(new Empty())))).isEqualTo("{\"number\":\"4242\",\"extras\":[{}]}");
	}

	@Test
	void quotesAndControlCharactersAreEscaped() {
		assertThat(text(List.of("a\"b\\c\nd\re\tf\u0000g"))).isEqualTo("[\"a\\\"b\\\\c\\nd\\re\\tf g\"]");
	}

	@Test
	void textThatThrowsIsNamed() {
		assertThat(text(new Broken())).isEqualTo("[toString() failed: IllegalStateException]");
		assertThat(text(List.of(1, new Broken(), 2))).isEqualTo("[1,\"[toString() failed: IllegalStateException]\",2]");
	}

	@Test
	void partsThatThrowAreNamedAfterThoseThatDidNot() {
		assertThat(text(new Changing())).isEqualTo("[1,\"[reading failed: ConcurrentModificationException]\"]");
	}

	@Test
	void objectWithoutEndInItsTextIsNamed() {
		assertThat(text(new Endless())).isEqualTo("[toString() failed: StackOverflowError]");
	}

	@Test
	void cycleIsNamed() {
		Map<String, Object> map = new HashMap<>();
		map.put("self", List.of(map));

		assertThat(text(map)).isEqualTo("{\"self\":[\"[cycle]\"]}");
	}

	@Test
	void samePartTwiceIsNoCycle() {
		List<Integer> part = List.of(1);

		assertThat(text(List.of(part, part))).isEqualTo("[[1],[1]]");
	}

	@Test
	void depthIsBounded() {
		List<Object> nested = new ArrayList<>();
		for (int i = 0; i < 100_000; i++) {
			nested = new ArrayList<>(Collections.singletonList(nested));
		}

		assertThat(text(nested)).isEqualTo("[[[[[[[[\"[nested too deeply]\"]]]]]]]]");
	}

	@Test
	void partsAreBounded() {
		String text = text(IntStream.range(0, 1000).boxed().toList());

		assertThat(text).startsWith("[0,1,2,").endsWith(",99,\"…\"]");
	}

	@Test
	void collectionWithoutEndIsRead() {
		assertThat(text(new Unending())).endsWith("\"…\"]");
	}

	@Test
	void lengthIsBounded() {
		assertThat(JsonLikeText.of(List.of("x".repeat(1000)), 10)).isEqualTo("[\"…");
		assertThat(JsonLikeText.of("word ".repeat(1000), 10)).isEqualTo("word …");
		assertThat(JsonLikeText.of(Arrays.asList(1, 2, 3), 7)).isEqualTo("[1,2,3]");
		assertThat(JsonLikeText.of(Arrays.asList(1, 2, 3), 6)).isEqualTo("[1,2,…");
	}

	private static String text(Object value) {
		return JsonLikeText.of(value, 1000);
	}

	private record Card(String number, List<?> extras) {

	}

	private record Empty() {

	}

	private static final class Broken {

		@Override
		public String toString() {
			throw new IllegalStateException();
		}

	}

	private static final class Endless {

		@Override
		@SuppressWarnings("InfiniteRecursion")
		public String toString() {
			return toString();
		}

	}

	private static final class Changing extends AbstractList<Integer> {

		@Override
		public Integer get(int index) {
			if (index > 0) {
				throw new ConcurrentModificationException();
			}
			return 1;
		}

		@Override
		public int size() {
			return 3;
		}

	}

	private static final class Unending extends AbstractList<Integer> {

		@Override
		public Integer get(int index) {
			return index;
		}

		@Override
		public int size() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Iterator<Integer> iterator() {
			return IntStream.iterate(0, (i) -> i + 1).iterator();
		}

	}

}
