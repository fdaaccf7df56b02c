package io.github.slacklogging.opensearch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the worker pays to write the document of an event. {@code benchmarks/run Document}
 * runs it; {@code -prof gc} adds the bytes allocated. The size of each document is told
 * once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DocumentBenchmark {

	private static final int FRAMES = 60;

	private static final ServiceIdentity ORDERS = new ServiceIdentity("orders-api", "1.8.2", "3f2a9c1", "prod",
			"orders-7d9f8b6c5-x2x4z", null);

	private static final Map<String, String> CONTEXT = Map.of("traceId", "0af7651916cd43dd8448eb211c80319c", "spanId",
			"b7ad6b7169203331", "tenant", "acme");

	private final DocumentWriter writer = new DocumentWriter(IndexNames.index("logs-orders-{yyyy.MM.dd}"),
			() -> ORDERS);

	private final MaskedEvent plain = event(Severity.INFO, null);

	private final MaskedEvent error = event(Severity.ERROR, new MaskedThrowable("java.lang.IllegalStateException",
			"order 4711 has no address", frames(), 0, null, List.of()));

	@Setup
	public void tellSizes() {
		System.out.println("bytes: plain " + plain().lines().length + ", plain with labels as text "
				+ plainAsText().lines().length + ", error " + error().lines().length);
	}

	@Benchmark
	public Document plain() {
		return this.writer.write(this.plain, "k7f3q2a", false);
	}

	@Benchmark
	public Document plainAsText() {
		return this.writer.write(this.plain, "k7f3q2a", true);
	}

	@Benchmark
	public Document error() {
		return this.writer.write(this.error, "k7f3q2a", false);
	}

	private static MaskedEvent event(Severity severity, @Nullable MaskedThrowable throwable) {
		return new MaskedEvent("7k3q9m2x4h8vt-1c", Instant.parse("2026-11-26T10:02:03.123456789Z"), severity,
				"com.acme.orders.OrderService", "http-nio-8080-exec-3", "Order {} shipped to {}",
				"Order 4711 shipped to Berlin", CONTEXT, Map.of("orderId", "4711"), throwable, null, 0);
	}

	private static List<StackTraceElement> frames() {
		return IntStream.range(0, FRAMES)
			.mapToObj((i) -> new StackTraceElement("org.springframework.web.servlet.Filter" + i, "doFilterInternal",
					"Filter.java", i))
			.toList();
	}

}
