package io.github.slacklogging.appender;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.github.slacklogging.ThrowableSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.StandardStackTracePrinter;

import static org.assertj.core.api.Assertions.assertThat;

class TraceReadingTests {

	private static final int MAX_LENGTH = 1024 * 1024;

	/** Real ones of every shape. */
	static List<Throwable> throwables() {
		Exception plain = new IllegalStateException("Order 17 failed");
		Exception cause = new IllegalArgumentException("first line\n\nthird: line\nat the end (of it)", deep(5));
		Exception caused = new IllegalStateException("outer: a: b", cause);
		Exception suppressing = new IllegalStateException("", caused);
		suppressing.addSuppressed(new UnsupportedOperationException("meanwhile", deep(3)));
		suppressing.addSuppressed(new IllegalStateException((String) null));
		deepest(suppressing).addSuppressed(suppressed());
		Exception first = new IllegalStateException("first");
		Exception cycle = new IllegalStateException("cycle", first);
		first.initCause(cycle);
		Exception stackless = new IllegalStateException("no stack", new Stackless("either"));
		stackless.setStackTrace(new StackTraceElement[0]);
		return List.of(plain, cause, caused, suppressing, cycle, reflective(), new IllegalStateException(stackless),
				new RuntimeException(), new Own());
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void whatTheJvmPrintsIsReadAsItWas(Throwable thrown) {
		StringWriter printed = new StringWriter();
		thrown.printStackTrace(new PrintWriter(printed));

		assertSame(read(printed.toString()), thrown);
		assertSame(read(printed.toString().replace("\n", "\r\n")), thrown);
		assertSame(read("\n  Exception in thread \"main\" " + printed), thrown);
		assertSame(read(printed.toString().indent(4)), thrown);
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void whatLogbackPrintsIsReadAsItWas(Throwable thrown) {
		assertSame(read(ThrowableProxyUtil.asString(new ThrowableProxy(thrown))), thrown);
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void whatSpringBootPrintsIsReadAsItWas(Throwable thrown) {
		assertSame(read(StandardStackTracePrinter.rootLast().printStackTraceToString(thrown)), thrown);
		assertSame(read(StandardStackTracePrinter.rootLast().withCommonFrames().printStackTraceToString(thrown)),
				thrown);
		assertSame(read(StandardStackTracePrinter.rootLast().withHashes().printStackTraceToString(thrown)), thrown);
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void whatIsPrintedFromTheRootIsReadAsItWas(Throwable thrown) {
		if (!(thrown.getCause() != null && thrown.getCause().getCause() == thrown)) {
			assertSame(read(StandardStackTracePrinter.rootFirst().printStackTraceToString(thrown)), thrown);
		}
	}

	@Test
	void packagingOfLogbackIsPassedOver() {
		ThrowableSnapshot thrown = read("""
				com.acme.OrderException: Order 17
					at com.acme.Orders.pay(Orders.java:17) ~[orders-1.0.jar:1.0]
					at org.springframework.Some.thing(Some.java:18) ~[spring-core-7.0.8.jar!/:7.0.8] [3 skipped]
					... 3 frames excluded
					at com.acme.Main.main(Main.java:19) [classes/:na]
					... 27 frames truncated (including 10 common frames)
				Wrapped by: com.acme.Wrapper: outside
					at com.acme.Main.run(Main.java:20)
				""");

		assertThat(thrown.type()).isEqualTo("com.acme.Wrapper");
		assertThat(thrown.rootCause().frames()).extracting(StackTraceElement::toString)
			.containsExactly("com.acme.Orders.pay(Orders.java:17)", "org.springframework.Some.thing(Some.java:18)",
					"com.acme.Main.main(Main.java:19)");
	}

	@Test
	void framesOfAnyOriginAreRead() {
		ThrowableSnapshot thrown = read("""
				X
					at java.base/java.lang.Thread.run(Thread.java:1583)
					at app//com.acme.A.b(A.java:1)
					at loader/com.acme@1.2/com.acme.A.c(A.java:2)
					at com.acme.A$$Lambda$14/0x0000000800c03000.run(Unknown Source)
					at app//com.acme.A$$Lambda/0x0000000800c03000.run(Unknown Source)
					at java.base/jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)
					at com.acme.A$$SpringCGLIB$$0.d(<generated>)
					at com.acme.ATest.does something(ATest.kt)
					at com.acme.A.<init>(A.java:99999999999)
				""");

		assertThat(thrown.frames()).containsExactly(
				new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1583),
				new StackTraceElement("com.acme.A", "b", "A.java", 1),
				new StackTraceElement("com.acme.A", "c", "A.java", 2),
				new StackTraceElement("com.acme.A$$Lambda$14/0x0000000800c03000", "run", null, -1),
				new StackTraceElement("com.acme.A$$Lambda/0x0000000800c03000", "run", null, -1),
				new StackTraceElement("jdk.internal.reflect.NativeMethodAccessorImpl", "invoke0", null, -2),
				new StackTraceElement("com.acme.A$$SpringCGLIB$$0", "d", "<generated>", -1),
				new StackTraceElement("com.acme.ATest", "does something", "ATest.kt", -1),
				new StackTraceElement("com.acme.A", "<init>", "A.java:99999999999", -1));
	}

	@Test
	void garbageBetweenTheFramesIsSkipped() {
		ThrowableSnapshot thrown = read("""
				com.acme.OrderException: Order 17
					at com.acme.Orders.pay(Orders.java:17)
				12:00:01 INFO something else
					--- and more ---
					at com.acme.Main.main(Main.java:19)
				Caused by: who knows
					at com.acme.Main.run(Main.java:20)
				""");

		assertThat(thrown.message()).isEqualTo("Order 17");
		assertThat(thrown.frames()).hasSize(2);
		assertThat(thrown.rootCause()).returns("java.lang.Throwable", ThrowableSnapshot::type)
			.returns("who knows", ThrowableSnapshot::message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "Order 17 failed", "java.lang.IllegalStateException: Order 17",
			"4bf92f3577b34da6a3ce929d0e0e4736", "Order failed\n\tat com.acme.Orders.pay(Orders.java:17)",
			"com.acme.X: a\n  at the end of the day (17)", "TypeError: x is undefined\n    at pay (orders.js:10:5)",
			"System.Exception: x\n   at Acme.Orders.Pay(String id, Int32 no)",
			"com.acme.X: a\nat com.acme.A.b(A.java:1)", "com.acme.X: a\n\tat com.acme.A.b",
			"com.acme.X: a\n\tat com.acme.A.b()", ".X: a\n\tat com.acme.A.b(A.java:1)" })
	void whatIsNoTraceIsNone(String text) {
		assertThat(TraceReading.isTrace(text, MAX_LENGTH)).isFalse();
	}

	@Test
	void traceIsNotSoughtBeyondTheLimit() {
		String text = "com.acme.X: " + "word\n".repeat(100) + "\tat com.acme.A.b(A.java:1)";

		assertThat(TraceReading.isTrace(text, 1000)).isTrue();
		assertThat(TraceReading.isTrace(text, 400)).isFalse();
	}

	@Test
	void framesThatAreMissingAreNotMadeUp() {
		ThrowableSnapshot thrown = read("X\n\tat a.B.c(B.java:1)\nCaused by: Y\n\t... 999999999 more\n");

		assertThat(thrown.rootCause().frames()).hasSize(1);
		assertThat(thrown.rootCause().framesInCommon()).isOne();
	}

	@Test
	void endlesslyManyPartsAreBounded() {
		StringBuilder text = new StringBuilder("X\n" + "\tat a.B.c(B.java:1)\n".repeat(1000));
		for (int i = 0; i < 2000; i++) {
			text.append("\t".repeat(i % 40))
				.append((i % 3 == 0) ? "Caused by: " : "Suppressed: ")
				.append("Y: ")
				.append(i)
				.append("\n\t... 1000 more\n");
		}

		assertThat(size(read(text.toString()))).isBetween(2000L, 40_000L);
	}

	@Test
	void nothingMakesItFail() {
		Random random = new Random(4711);
		List<String> pieces = List.of("Caused by: ", "Suppressed: ", "Wrapped by: ", "[CIRCULAR REFERENCE: ", "... ",
				"7", " more", " common frames omitted", "\n", "\r\n", "\t", "\tat ", "a.B", ".c", "(", "B.java", ":",
				")", "/", "0x", "<#", "> ", "Exception in thread \"", "\" ", "X: ", "at a.B.c(B.java:1)", "😀", " ");
		for (int run = 0; run < 20_000; run++) {
			StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(30); i >= 0; i--) {
				text.append(pieces.get(random.nextInt(pieces.size())));
			}
			TraceReading.isTrace(text.toString(), MAX_LENGTH);

			assertThat(size(TraceReading.read(text.toString()))).as(text.toString()).isNotNegative();
		}
	}

	/** Where it grew with the square, this took minutes. */
	@Test
	@Timeout(30)
	void timeGrowsWithTheTextOnly() {
		String frames = "X\n" + "\tat a.B.c(B.java:1)\n".repeat(150_000);
		String prefixes = "X\n" + "Caused by: Exception in thread \"\nCaused by: <#\n".repeat(50_000);
		String causes = "X\n" + "Caused by: Y\n".repeat(300_000) + "\t".repeat(1_000_000);

		assertThat(TraceReading.read(frames).frames()).hasSize(150_000);
		assertThat(TraceReading.read(prefixes).type()).isEqualTo("X");
		assertThat(TraceReading.read(causes).type()).isEqualTo("X");
	}

	private static ThrowableSnapshot read(String text) {
		assertThat(TraceReading.isTrace(text, MAX_LENGTH)).as(text).isTrue();
		return new PrintedThrowable(text, MAX_LENGTH);
	}

	private static long size(ThrowableSnapshot thrown) {
		long size = 0;
		for (ThrowableSnapshot next = thrown; next != null; next = next.cause()) {
			size += next.frames().size() + next.suppressed().stream().mapToLong(TraceReadingTests::size).sum();
		}
		return size;
	}

	private static void assertSame(ThrowableSnapshot read, Throwable thrown) {
		ThrowableSnapshot real = Objects.requireNonNull(LogbackThrowable.of(new ThrowableProxy(thrown), MAX_LENGTH));
		List<String> actual = described(read).lines().map(String::strip).toList();
		List<String> expected = described(real).lines().map(String::strip).toList();
		for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
			assertThat(actual.get(i)).as("line %d", i).isEqualTo(expected.get(i));
		}
		assertThat(actual).hasSameSizeAs(expected);
	}

	/** What a printed trace can tell: of native methods the file is not printed. */
	private static String described(ThrowableSnapshot thrown) {
		List<String> parts = new ArrayList<>();
		for (ThrowableSnapshot next = thrown; next != null; next = next.cause()) {
			parts.add("caused by " + next.type() + ": " + next.message());
			for (StackTraceElement frame : next.frames()) {
				parts.add(frame.getClassName() + " " + frame.getMethodName() + " "
						+ (frame.isNativeMethod() ? null : frame.getFileName()) + " " + frame.getLineNumber());
			}
			next.suppressed().forEach((one) -> parts.add("(suppressed " + described(one) + ")"));
		}
		return String.join("\n", parts);
	}

	private static Exception deep(int depth) {
		return (depth > 0) ? deep(depth - 1) : new IllegalArgumentException("deep");
	}

	private static Throwable deepest(Throwable thrown) {
		Throwable cause = thrown.getCause();
		return (cause != null) ? deepest(cause) : thrown;
	}

	private static Exception suppressed() {
		Exception nested = new IllegalStateException("suppressed", new IllegalArgumentException("its cause"));
		nested.addSuppressed(new RuntimeException("nested", deep(2)));
		return nested;
	}

	private static Exception reflective() {
		try {
			TraceReadingTests.class.getDeclaredMethod("deep", int.class).invoke(null, "no int");
			throw new AssertionError();
		}
		catch (ReflectiveOperationException ex) {
			return ex;
		}
		catch (IllegalArgumentException ex) {
			return new IllegalStateException(ex);
		}
	}

	private static final class Stackless extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Stackless(String message) {
			super(message, deep(1), false, false);
		}

	}

	private static final class Own extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Own() {
			super("message", deep(1));
		}

		@Override
		public String getLocalizedMessage() {
			return "message";
		}

	}

}
