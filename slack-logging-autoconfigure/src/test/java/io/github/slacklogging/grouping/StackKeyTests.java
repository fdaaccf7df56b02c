package io.github.slacklogging.grouping;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.testing.RecordedThrowable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Recorded and handmade traces; those at the end come from the JVM that runs the test.
 */
class StackKeyTests {

	/** A failure behind Spring MVC and a CGLIB proxy, JDK 17, Spring Framework 6.1. */
	private static final String MVC_17 = """
			java.lang.IllegalStateException: Order 4711 not found
				at com.acme.OrderService.lambda$find$0(OrderService.java:42)
				at java.base/java.util.Optional.orElseThrow(Optional.java:403)
				at com.acme.OrderService.find(OrderService.java:42)
				at com.acme.OrderService$$FastClassBySpringCGLIB$$3d1f2a4b.invoke(<generated>)
				at org.springframework.cglib.proxy.MethodProxy.invoke(MethodProxy.java:218)
				at org.springframework.aop.framework.CglibAopProxy$CglibMethodInvocation.invokeJoinpoint(CglibAopProxy.java:792)
				at com.acme.OrderService$$EnhancerBySpringCGLIB$$8a7b6c5d.find(<generated>)
				at com.acme.OrderController.get(OrderController.java:17)
				at java.base/jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)
				at java.base/jdk.internal.reflect.NativeMethodAccessorImpl.invoke(NativeMethodAccessorImpl.java:77)
				at java.base/jdk.internal.reflect.DelegatingMethodAccessorImpl.invoke(DelegatingMethodAccessorImpl.java:43)
				at java.base/java.lang.reflect.Method.invoke(Method.java:569)
				at org.springframework.web.method.support.InvocableHandlerMethod.doInvoke(InvocableHandlerMethod.java:255)
				at java.base/java.lang.Thread.run(Thread.java:840)
			""";

	/** The same after 15 calls, on JDK 25, with newer proxies and other lines. */
	private static final String MVC_25 = """
			java.lang.IllegalStateException: Order 17 not found
				at com.acme.OrderService.lambda$find$1(OrderService.java:57)
				at java.base/java.util.Optional.orElseThrow(Optional.java:407)
				at com.acme.OrderService.find(OrderService.java:57)
				at org.springframework.aop.framework.CglibAopProxy$DynamicAdvisedInterceptor.intercept(CglibAopProxy.java:720)
				at com.acme.OrderService$$SpringCGLIB$$0.find(<generated>)
				at com.acme.OrderController.get(OrderController.java:21)
				at java.base/jdk.internal.reflect.DirectMethodHandleAccessor.invoke(DirectMethodHandleAccessor.java:104)
				at java.base/java.lang.reflect.Method.invoke(Method.java:565)
				at org.springframework.web.method.support.InvocableHandlerMethod.doInvoke(InvocableHandlerMethod.java:257)
				at java.base/java.lang.Thread.run(Thread.java:1474)
			""";

	private static final String HEAD = "java.lang.IllegalStateException: a\n";

	private final StackKey key = new StackKey(List.of("com.acme"));

	static Stream<Arguments> pairs() {
		return Stream.of(arguments("proxies, reflection and lines of another release", MVC_17, MVC_25, true),
				arguments("another place", MVC_17, MVC_17.replace("OrderService.find", "OrderService.findAll"), false),
				arguments("another caller", MVC_17, MVC_17.replace("OrderController.get", "OrderController.put"),
						false),
				arguments("another type", MVC_17, MVC_17.replace("IllegalState", "IllegalArgument"), false),
				arguments("another library below", MVC_17, MVC_17.replace("Optional.orElseThrow", "Optional.get"),
						true),
				arguments("numbers of lambdas", frames("A.lambda$save$0", "A.save"),
						frames("A.lambda$save$7", "A.save"), true),
				arguments("lambdas of two methods", frames("A.lambda$save$0"), frames("A.lambda$load$0"), false),
				arguments("nested lambdas of two compilers", frames("A.lambda$save$0", "A.lambda$save$1", "A.save"),
						frames("A.lambda$save$1", "A.lambda$save$0", "A.save"), true),
				arguments("lambda classes of two JDKs", frames("A.save", "A$$Lambda$14/0x0000000800c03000.run", "A.go"),
						frames("A.save", "A$$Lambda/0x00007f1c5c001a38.run", "A.go"), true),
				arguments("names of Byte Buddy", frames("A.save", "A$ByteBuddy$NQTOWivR.save", "A.go"),
						frames("A.save", "A$ByteBuddy$x7Kd93aP.save", "A.go"), true),
				arguments("methods moved by Byte Buddy", frames("A.save$original$NQTOWivR"),
						frames("A.save$original$x7Kd93aP"), true),
				arguments("numbers of JDK proxies", frames("A.save", "$Proxy7.save", "A.go"),
						frames("A.save", "$Proxy12.save", "A.go"), true),
				arguments("numbers of anonymous classes", frames("A$1.run", "A.go"), frames("A$2.run", "A.go"), true),
				arguments("named inner classes", frames("A$B.run", "A.go"), frames("A$C.run", "A.go"), false),
				arguments("synthetic accessors", frames("A$B.run", "A.access$000"), frames("A$B.run", "A.access$300"),
						true),
				arguments("lambdas of Kotlin", frames("OrdersKt.save$lambda-0", "OrdersKt.save"),
						frames("OrdersKt.save$lambda$3", "OrdersKt.save"), true),
				arguments("coroutines of Kotlin", frames("Orders$save$2.invokeSuspend"),
						frames("Orders$save$3.invokeSuspend"), true),
				arguments("depth of recursion", frames("A.walk", "A.walk", "A.go"),
						frames("A.walk", "A.walk", "A.walk", "A.walk", "A.walk", "A.walk", "A.go"), true),
				arguments("frames below the fifth", frames("A.a", "A.b", "A.c", "A.d", "A.e", "A.f"),
						frames("A.a", "A.b", "A.c", "A.d", "A.e", "A.g"), true),
				arguments("the fifth frame", frames("A.a", "A.b", "A.c", "A.d", "A.e"),
						frames("A.a", "A.b", "A.c", "A.d", "A.x"), false));
	}

	@ParameterizedTest(name = "{0}: same is {3}")
	@MethodSource("pairs")
	void sameErrorHasTheSameKey(String what, String one, String other, boolean same) {
		assertThat(key(RecordedThrowable.of(one)).equals(key(RecordedThrowable.of(other)))).as(what).isEqualTo(same);
		assertThat(frames(RecordedThrowable.of(one))).isNotEmpty();
	}

	@Test
	void keyIsMadeOfTypesAndFramesAsWritten() {
		assertThat(types(RecordedThrowable.of(MVC_25))).containsExactly("java.lang.IllegalStateException");
		assertThat(frames(RecordedThrowable.of(MVC_25))).containsExactly("com.acme.OrderService.lambda$find",
				"com.acme.OrderService.find", "com.acme.OrderController.get");
	}

	@Test
	void wrapperWithSomethingInItDoesNotCount() {
		ThrowableSnapshot root = thrown("com.acme.Root", null);

		for (String wrapper : List.of("java.util.concurrent.ExecutionException",
				"java.util.concurrent.CompletionException", "java.lang.reflect.InvocationTargetException",
				"java.lang.reflect.UndeclaredThrowableException", "java.security.PrivilegedActionException",
				"com.google.common.util.concurrent.UncheckedExecutionException",
				"reactor.core.Exceptions$CompositeException", "reactor.core.Exceptions$ReactiveException")) {
			assertThat(types(thrown(wrapper, root))).containsExactly("com.acme.Root");
			assertThat(types(thrown(wrapper, null))).containsExactly(FrameNames.type(wrapper));
		}
		assertThat(types(thrown("com.acme.Outer", root))).containsExactly("com.acme.Outer", "com.acme.Root");
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.apache.catalina.connector.ClientAbortException", "org.eclipse.jetty.io.EofException",
			"org.springframework.web.context.request.async.AsyncRequestNotUsableException" })
	void clientThatWentAwayIsItsTypeAloneWhoeverWrapsIt(String type) {
		RecordedThrowable abort = RecordedThrowable.of(type + ": Broken pipe\n\tat com.acme.A.write(A.java:1)\n"
				+ "Caused by: java.io.IOException: Broken pipe\n\tat com.acme.B.write(B.java:1)\n");
		StackTraits alone = new StackTraits(List.of(type), List.of(), true, 0);

		assertThat(this.key.traits(new CauseChain(abort))).isEqualTo(alone);
		assertThat(this.key.traits(new CauseChain(thrown("com.acme.NotWritten", abort)))).isEqualTo(alone);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "java.util.concurrent.CancellationException", "kotlinx.coroutines.JobCancellationException" })
	void cancellationIsItsTypeAloneUnlessTheApplicationMadeAnErrorOfIt(String type) {
		RecordedThrowable cancelled = RecordedThrowable.of(type + "\n\tat com.acme.A.await(A.java:1)\n");

		assertThat(this.key.traits(new CauseChain(cancelled)).typeAlone()).isTrue();
		assertThat(frames(thrown("com.acme.OrderException", cancelled))).containsExactly("com.acme.A.await");
	}

	@Test
	void framesAreThoseOfTheRootCause() {
		assertThat(frames(RecordedThrowable.of("""
				java.lang.RuntimeException: a
					at com.acme.A.outer(A.java:1)
					at com.acme.A.main(A.java:2)
				Caused by: java.lang.IllegalStateException: b
					at com.acme.A.inner(A.java:3)
					at com.acme.A.outer(A.java:4)
					... 1 more
				"""))).containsExactly("com.acme.A.inner", "com.acme.A.outer", "com.acme.A.main");
	}

	@Test
	void causeWithoutFramesOfTheApplicationGivesWayToTheOneAroundIt() {
		assertThat(frames(RecordedThrowable.of("""
				java.lang.RuntimeException: a
					at com.acme.A.outermost(A.java:1)
				Caused by: java.lang.RuntimeException: b
					at com.acme.A.outer(A.java:1)
				Caused by: java.sql.SQLException: c
					at org.postgresql.Driver.connect(Driver.java:3)
				Caused by: java.net.ConnectException
				"""))).containsExactly("com.acme.A.outer");
	}

	@Test
	void traceOfLibrariesAloneHasNoFrames() {
		assertThat(frames(RecordedThrowable.of("""
				java.net.ConnectException: Connection refused
					at java.base/sun.nio.ch.Net.connect0(Native Method)
					at com.acmex.A.b(A.java:1)
				"""))).isEmpty();
		assertThat(frames(thrown("java.lang.NullPointerException", null))).isEmpty();
	}

	@Test
	void longChainCountsToItsEighthType() {
		ThrowableSnapshot chain = thrown("T0", null);
		for (int i = 1; i < 5_000; i++) {
			chain = thrown("T" + i, chain);
		}

		assertThat(types(chain)).hasSize(8).startsWith("T4999").endsWith("T4992");
		assertThat(frames(chain)).isEmpty();
	}

	@Test
	void endlessChainOfWrappersEnds() {
		ThrowableSnapshot endless = new EndlessWrapper();

		assertThat(types(endless)).isEmpty();
		assertThat(frames(endless)).isEmpty();
	}

	@Test
	void reflectionOfThisJvmIsTheSameFromTheFirstCallToTheHundredth() throws Exception {
		Method method = Failing.class.getDeclaredMethod("fail");
		Set<List<String>> keys = new HashSet<>();
		for (int i = 0; i < 100; i++) {
			try {
				method.invoke(null);
			}
			catch (InvocationTargetException ex) {
				keys.add(ownKey(ex));
			}
		}

		assertThat(keys).hasSize(1);
		assertThat(keys.iterator().next()).startsWith("java.lang.IllegalStateException",
				Failing.class.getName() + ".fail",
				StackKeyTests.class.getName() + ".reflectionOfThisJvmIsTheSameFromTheFirstCallToTheHundredth");
	}

	@Test
	void lambdasProxiesAndRecursionOfThisJvmAreOneKindEach() {
		Set<List<String>> lambdas = new HashSet<>();
		Set<List<String>> proxies = new HashSet<>();
		Set<List<String>> recursions = new HashSet<>();
		List<Callable<?>> calls = List.of(() -> Failing.fail(), () -> Failing.fail());
		for (int i = 0; i < 20; i++) {
			lambdas.add(ownKey(thrownBy(calls.get(i % 2))));
			proxies.add(ownKey(thrownBy(proxy(Failing::fail))));
			int depth = 1 + i;
			recursions.add(ownKey(thrownBy(() -> Failing.recurse(depth))));
		}

		assertThat(lambdas).hasSize(1);
		assertThat(proxies).hasSize(1);
		assertThat(recursions).hasSize(1);
	}

	private static Callable<?> proxy(Callable<?> target) {
		return (Callable<?>) Proxy.newProxyInstance(StackKeyTests.class.getClassLoader(),
				new Class<?>[] { Callable.class }, (proxy, method, arguments) -> target.call());
	}

	private static Throwable thrownBy(Callable<?> call) {
		try {
			throw new AssertionError("returned " + call.call());
		}
		catch (Exception ex) {
			return ex;
		}
	}

	private static List<String> ownKey(Throwable throwable) {
		StackKey own = new StackKey(List.of(StackKeyTests.class.getPackageName()));
		StackTraits traits = own.traits(new CauseChain(RecordedThrowable.of(throwable)));
		return join(traits.types(), traits.frames());
	}

	private List<String> key(ThrowableSnapshot throwable) {
		return join(types(throwable), frames(throwable));
	}

	private List<String> types(ThrowableSnapshot throwable) {
		return this.key.traits(new CauseChain(throwable)).types();
	}

	private List<String> frames(ThrowableSnapshot throwable) {
		return this.key.traits(new CauseChain(throwable)).frames();
	}

	private static List<String> join(List<String> types, List<String> frames) {
		List<String> key = new ArrayList<>(types);
		key.addAll(frames);
		return key;
	}

	private static String frames(String... calls) {
		StringBuilder trace = new StringBuilder(HEAD);
		for (String call : calls) {
			trace.append("\tat com.acme.").append(call).append("(A.java:1)\n");
		}
		return trace.toString();
	}

	private static ThrowableSnapshot thrown(String type, @Nullable ThrowableSnapshot cause) {
		return new RecordedThrowable(type, null, List.of(), 0, cause);
	}

	private static final class Failing {

		static String fail() {
			throw new IllegalStateException("a");
		}

		static String recurse(int depth) {
			return (depth == 0) ? fail() : recurse(depth - 1);
		}

	}

	private static final class EndlessWrapper implements ThrowableSnapshot {

		@Override
		public String type() {
			return "java.util.concurrent.ExecutionException";
		}

		@Override
		public @Nullable String message() {
			return null;
		}

		@Override
		public List<StackTraceElement> frames() {
			return List.of();
		}

		@Override
		public int framesInCommon() {
			return 0;
		}

		@Override
		public ThrowableSnapshot cause() {
			return this;
		}

		@Override
		public List<ThrowableSnapshot> suppressed() {
			return List.of();
		}

		@Override
		public int identity() {
			return 0;
		}

	}

}
