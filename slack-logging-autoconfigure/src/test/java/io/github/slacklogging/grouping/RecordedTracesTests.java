package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What real applications throw, recorded on two JDKs, and the groups that a reader would
 * make of it. The first call and the fortieth differ on JDK 17: reflection is inflated.
 */
class RecordedTracesTests {

	private static final List<String> JDKS = List.of("17", "25");

	/** By the group: the names of the traces, and what they have in common. */
	static Stream<Arguments> groups() {
		return Stream.of(arguments(List.of("mvc-order", "mvc-order-hot"),
				List.of("exception java.lang.IllegalStateException", "at com.acme.orders.OrderService.lambda$find",
						"at com.acme.orders.OrderService.find", "at com.acme.orders.OrderController.get")),
				arguments(List.of("mvc-invoice"),
						List.of("exception java.lang.IllegalStateException",
								"at com.acme.orders.OrderService.lambda$find", "at com.acme.orders.OrderService.find",
								"at com.acme.orders.InvoiceController.get")),
				arguments(List.of("mvc-lambdas"),
						List.of("exception java.lang.IllegalArgumentException",
								"at com.acme.orders.OrderService.lambda$lines", "at com.acme.orders.OrderService.lines",
								"at com.acme.orders.OrderController.lines")),
				arguments(List.of("mvc-recursion"),
						List.of("exception java.lang.IllegalStateException", "at com.acme.orders.OrderService.walk",
								"at com.acme.orders.OrderController.deep")),
				arguments(List.of("jpa-save", "jpa-save-hot"),
						List.of("exception org.hibernate.PropertyValueException",
								"at com.acme.orders.OrderService.save", "at com.acme.orders.OrderController.save")),
				arguments(List.of("jpa-proxy", "jpa-proxy-hot"),
						List.of("exception java.lang.IllegalStateException", "at com.acme.orders.Order.ship",
								"at com.acme.orders.Cleanup.lambda$ship", "at com.acme.orders.Cleanup.ship")),
				arguments(List.of("webflux-order"),
						List.of("exception java.lang.IllegalStateException", "at com.acme.flux.FluxController.price",
								"at com.acme.flux.FluxController.lambda$get")),
				arguments(List.of("webflux-blocking"),
						List.of("exception java.lang.IllegalStateException", "at com.acme.flux.FluxController.price",
								"at com.acme.flux.FluxController.lambda$blocking")),
				arguments(List.of("webflux-timeout"),
						List.of("exception java.util.concurrent.TimeoutException", "logger com.acme.Orders",
								"template failed")),
				arguments(List.of("kafka-listener", "kafka-listener-hot"),
						List.of("exception org.springframework.kafka.listener.ListenerExecutionFailedException",
								"exception java.lang.IllegalArgumentException", "at com.acme.kafka.OrderListener.parse",
								"at com.acme.kafka.OrderListener.on")),
				arguments(List.of("async", "async-hot"),
						List.of("exception java.lang.IllegalStateException", "at com.acme.orders.Mailer.deliver",
								"at com.acme.orders.Mailer.send")),
				arguments(List.of("async-future"),
						List.of("exception java.lang.IllegalStateException", "at com.acme.orders.Mailer.deliver",
								"at com.acme.orders.Mailer.sendLater")),
				arguments(List.of("scheduled", "scheduled-hot"),
						List.of("exception java.lang.UnsupportedOperationException",
								"at com.acme.orders.Cleanup.lambda$remove", "at com.acme.orders.Cleanup.remove",
								"at com.acme.orders.Cleanup.sweep")));
	}

	@ParameterizedTest
	@MethodSource("groups")
	void groupIsTheSameOnBothJdksFromTheFirstCallToTheFortieth(List<String> names, List<String> components) {
		assertThat(all(names, UnaryOperator.identity())).hasSize(2 * names.size())
			.allSatisfy((group) -> assertThat(group.components()).containsSubsequence("orders", "test")
				.endsWith(components.toArray(String[]::new))
				.hasSize(2 + components.size()));
	}

	@ParameterizedTest
	@MethodSource("groups")
	void otherLinesAreTheSameGroup(List<String> names, List<String> components) {
		assertThat(all(names, (text) -> text.replaceAll(":\\d+\\)", ":4711)")))
			.containsOnly(all(names, UnaryOperator.identity()).get(0));
	}

	@ParameterizedTest
	@MethodSource("groups")
	void otherNamesOfWhatIsGeneratedAreTheSameGroup(List<String> names, List<String> components) {
		UnaryOperator<String> regenerated = (text) -> text.replaceAll("SpringCGLIB\\$\\$\\d+", "SpringCGLIB\\$\\$17")
			.replaceAll("\\$Proxy\\d+", "\\$Proxy4711")
			.replaceAll("HibernateProxy\\b", "HibernateProxy\\$x7Kd93aP")
			.replaceAll("Accessor\\d+", "Accessor4711")
			.replaceAll("(lambda\\$\\w+)\\$\\d+", "$1\\$4711");

		assertThat(all(names, regenerated)).containsOnly(all(names, UnaryOperator.identity()).get(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.acme", "" })
	void groupsAreAsManyAsAReaderWouldMakeAlsoWhereThePackagesAreUnknown(String inApp) {
		KnownStacks stacks = new KnownStacks(new StackKey(List.of(inApp)));
		Map<List<?>, List<?>> found = new HashMap<>();
		groups().map(Arguments::get).forEach((group) -> {
			for (Object name : (List<?>) group[0]) {
				for (String jdk : JDKS) {
					PrintedTrace trace = PrintedTrace.of(PrintedTrace.read(jdk, (String) name));
					StackTraits traits = stacks.traits(new CauseChain(trace));
					found.put(List.of(traits.types(), traits.frames()), (List<?>) group[0]);
				}
			}
		});

		assertThat(found.values()).doesNotHaveDuplicates().hasSize((int) groups().count());
	}

	@Test
	void recordedTracesHaveWhatTheRulesAreFor() {
		assertThat(PrintedTrace.read("17", "kafka-listener-hot")).contains("GeneratedMethodAccessor");
		assertThat(PrintedTrace.read("25", "kafka-listener")).contains("DirectMethodHandleAccessor");
		assertThat(PrintedTrace.read("17", "mvc-lambdas")).contains("lambda$lines$2(OrderService.java:15)");
		assertThat(PrintedTrace.read("25", "mvc-lambdas")).contains("lambda$lines$0(OrderService.java:15)");
		assertThat(PrintedTrace.read("25", "mvc-order")).contains("$$SpringCGLIB$$0.find(<generated>)");
		assertThat(PrintedTrace.read("25", "jpa-proxy")).contains("Order$HibernateProxy.ship(Unknown Source)");
		assertThat(PrintedTrace.of(PrintedTrace.read("25", "webflux-order")).frames()).hasSize(1);
	}

	private static List<Fingerprint> all(List<String> names, UnaryOperator<String> change) {
		Fingerprinting fingerprinting = new Fingerprinting(GroupingAtHand.settings(10), List.of());
		List<Fingerprint> all = new ArrayList<>();
		for (String name : names) {
			JDKS.forEach((jdk) -> all.add(of(fingerprinting, change.apply(PrintedTrace.read(jdk, name)))));
		}
		return all;
	}

	private static Fingerprint of(Fingerprinting fingerprinting, String text) {
		return fingerprinting
			.identify(Logged.error("failed").throwing(PrintedTrace.of(text)).event(), new Tick(Logged.NOON, 0))
			.fingerprint();
	}

}
