package io.github.slacklogging;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class BoundedJsonTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void objectWithoutPartsIsItsText() {
		UUID id = UUID.randomUUID();

		assertThat(text(id)).isEqualTo(id.toString());
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
	void textThatIsNullReadsNull() {
		assertThat(text(new Speechless())).isEqualTo("null");
		assertThat(text(List.of(1, new Speechless()))).isEqualTo("[1,\"null\"]");
		assertThat(text(Map.of(new Speechless(), 1))).isEqualTo("{\"null\":1}");
	}

	@Test
	void entryThatIsNullHasANameAllTheSame() {
		assertThat(text(new AbstractMap<Object, Object>() {

			@Override
			public Set<Entry<Object, Object>> entrySet() {
				return Collections.singleton(null);
			}

		})).isEqualTo("{\"null\":null}");
	}

	@Test
	void recordOfWhichAClassIsMissingIsNamed() throws Exception {
		Object haunted = new WithoutGhosts().newHaunted();

		assertThat(text(haunted)).isEqualTo("\"[reading failed: NoClassDefFoundError]\"");
		assertThat(text(List.of(haunted))).contains("failed: NoClassDefFoundError");
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
	void optionalIsWhatItHolds() {
		assertThat(text(Optional.of("a\nb"))).isEqualTo("\"a\\nb\"");
		assertThat(text(Optional.empty())).isEqualTo("null");
		assertThat(text(List.of(Optional.of(Optional.of(List.of(1)))))).isEqualTo("[[1]]");
	}

	@Test
	void numberThatIsNoneInJsonIsQuoted() {
		assertThat(text(List.of(1, -2L, 0.5, 1e300, new BigDecimal("1E+7"), new AtomicLong(0))))
			.isEqualTo("[1,-2,0.5,1.0E300,1E+7,0]");
		assertThat(text(List.of(Double.NaN, Float.NEGATIVE_INFINITY, new Half("1/2"), new Half("01"), new Half("1."),
				new Half("1e"), new Half("-"), new Half(""))))
			.isEqualTo("[\"NaN\",\"-Infinity\",\"1/2\",\"01\",\"1.\",\"1e\",\"-\",\"\"]");
		assertThat(text(List.of(new BigInteger("9".repeat(301))))).startsWith("[\"999");
	}

	@Test
	void halfACharacterIsReplaced() {
		assertThat(text(List.of("a\ud83d", "\ude00b", "\ud83d\ude00"))).isEqualTo("[\"a\ufffd\",\"\ufffdb\",\"😀\"]");
	}

	@Test
	void componentThatThrowsIsNamedInItsPlace() {
		assertThat(text(new Moody(1))).isEqualTo("{\"mood\":\"[reading failed: IllegalStateException]\"}");
	}

	@Test
	void mapThatThrowsIsNamedInItsPlace() {
		Map<String, Integer> broken = new AbstractMap<>() {

			@Override
			public Set<Entry<String, Integer>> entrySet() {
				throw new IllegalStateException();
			}

		};

		assertThat(text(broken)).isEqualTo("{\"…\":\"[reading failed: IllegalStateException]\"}");
	}

	@Test
	void lengthIsBounded() {
		assertThat(BoundedJson.of("word ".repeat(1000), 10)).isEqualTo("word …");
		assertThat(BoundedJson.of(List.of("word ".repeat(1000)), 13)).isEqualTo("[\"word …\"]");
		assertThat(BoundedJson.of(Arrays.asList(1, 2, 3), 7)).isEqualTo("[1,2,3]");
		assertThat(BoundedJson.of(Arrays.asList(1, 2, 3), 6)).isEqualTo("[\"…\"]");
		assertThat(BoundedJson.of(Arrays.asList(1, 2, 3, 4), 8)).isEqualTo("[1,\"…\"]");
	}

	@Test
	void whatIsOpenIsClosedWhereTheRoomEnds() {
		Map<String, Object> order = new LinkedHashMap<>();
		order.put("id", 17);
		order.put("lines", List.of(Map.of("note", "one two three four"), 2));

		assertThat(BoundedJson.of(order, 51)).isEqualTo("{\"id\":17,\"lines\":[{\"note\":\"one two three four\"},2]}");
		assertThat(BoundedJson.of(order, 50)).isEqualTo("{\"id\":17,\"lines\":[{\"…\":\"…\"}]}");
		assertThat(BoundedJson.of(order, 46)).isEqualTo("{\"id\":17,\"lines\":[{\"note\":\"one two three …\"}]}");
		assertThat(BoundedJson.of(order, 20)).isEqualTo("{\"id\":17,\"…\":\"…\"}");
		assertThat(BoundedJson.of(order, 5)).isEqualTo("\"…\"");
		assertThat(BoundedJson.of(order, 0)).isEqualTo("\"\"");
	}

	@Test
	void everyLengthIsValidJson() {
		for (Object value : manyShapes()) {
			int whole = BoundedJson.of(value, 100_000).length();
			for (int limit = 2; limit <= whole + 1; limit++) {
				String text = BoundedJson.of(value, limit);
				assertThat(text).hasSizeLessThanOrEqualTo(limit);
				assertThatCode(() -> JSON.readTree(text)).as(text).doesNotThrowAnyException();
				assertThat(text.contains("…") || limit == 2).as(text).isEqualTo(limit < whole);
			}
		}
	}

	private static List<Object> manyShapes() {
		Map<Object, @Nullable Object> mixed = new LinkedHashMap<>();
		mixed.put("quote\"d", "tab\tand \\ and \" and \n and words");
		mixed.put("", null);
		mixed.put(List.of(1), new Object[] { 1.5, Double.NaN, "😀😀 😀", Optional.of(true), new Card("1", List.of()) });
		mixed.put("nested", Map.of("a", List.of(List.of(), Map.of(), List.of(Map.of("b", "c d e")))));
		return List.of(mixed, List.of(mixed, mixed), new Card("\\\\\\\\", List.of("\"\"\"\"")),
				Optional.of("a b c d e f"), IntStream.range(0, 60).toArray(), List.of("😀".repeat(20), "x"));
	}

	@Test
	void nothingIsReadOnceTheRoomIsFull() {
		AtomicInteger read = new AtomicInteger();
		List<Object> parts = Collections.nCopies(90, new Object() {

			@Override
			public String toString() {
				read.incrementAndGet();
				return "0123456789";
			}

		});

		BoundedJson.of(List.of(parts, parts, parts), 100);

		assertThat(read).hasValueLessThan(10);
	}

	private static String text(Object value) {
		return BoundedJson.of(value, 1000);
	}

	private record Card(String number, List<?> extras) {

	}

	private record Moody(int mood) {

		@Override
		public int mood() {
			throw new IllegalStateException();
		}

	}

	private static final class Half extends Number {

		private static final long serialVersionUID = 1L;

		private final String text;

		Half(String text) {
			this.text = text;
		}

		@Override
		public int intValue() {
			return 0;
		}

		@Override
		public long longValue() {
			return 0;
		}

		@Override
		public float floatValue() {
			return 0;
		}

		@Override
		public double doubleValue() {
			return 0;
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

	private record Empty() {

	}

	private static final class Broken {

		@Override
		public String toString() {
			throw new IllegalStateException();
		}

	}

	private static final class Speechless {

		@Override
		public @Nullable String toString() {
			return null;
		}

	}

	static final class Ghost {

	}

	record Haunted(@Nullable Ghost ghost) {

	}

	static final class House implements Supplier<Object> {

		@Override
		public Object get() {
			return new Haunted(null);
		}

	}

	/** As where a record is compiled against an optional dependency. */
	private static final class WithoutGhosts extends ClassLoader {

		@SuppressWarnings("unchecked")
		Object newHaunted() throws Exception {
			Constructor<?> house = loadClass(House.class.getName()).getDeclaredConstructor();
			house.setAccessible(true);
			return ((Supplier<Object>) house.newInstance()).get();
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (name.equals(Ghost.class.getName())) {
				throw new ClassNotFoundException(name);
			}
			boolean own = name.equals(House.class.getName()) || name.equals(Haunted.class.getName());
			return own ? defined(name) : super.loadClass(name, resolve);
		}

		private Class<?> defined(String name) throws ClassNotFoundException {
			try (InputStream in = Objects
				.requireNonNull(BoundedJsonTests.class.getResourceAsStream("/" + name.replace('.', '/') + ".class"))) {
				byte[] code = in.readAllBytes();
				return defineClass(name, code, 0, code.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
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
