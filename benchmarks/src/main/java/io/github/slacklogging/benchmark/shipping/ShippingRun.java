package io.github.slacklogging.benchmark.shipping;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.OperatingSystemMXBean;

/**
 * One contender under one load, in a JVM of its own: warms up, logs, waits until nothing
 * is left to ship, and says what it measured on its standard output.
 */
public final class ShippingRun {

	private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

	private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

	/** A worker publishes how it fares in rounds. */
	private static final int LOOKS = 5;

	private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private final HeapPeak heap = new HeapPeak();

	private final Contender contender;

	private final NodeQuestions node;

	private final String service;

	private ShippingRun(Contender contender, NodeQuestions node, String service) {
		this.contender = contender;
		this.node = node;
		this.service = service;
	}

	/**
	 * Runs once.
	 * @param arguments contender, uri of the node, name of the service, load, load to
	 * warm up with
	 */
	public static void main(String[] arguments) {
		Thread.setDefaultUncaughtExceptionHandler(
				(thread, ex) -> System.out.println("NOTE thread " + thread.getName() + " died of " + ex));
		String uri = arguments[1];
		String service = arguments[2];
		Contender contender = switch (arguments[0]) {
			case "ours" -> new OurContender(uri, service);
			case "agido" -> new AgidoContender(uri, service, -1);
			case "agido-500" -> new AgidoContender(uri, service, 500);
			default -> throw new IllegalArgumentException(arguments[0]);
		};
		ShippingRun run = new ShippingRun(contender, new NodeQuestions(uri), service);
		run.ship(Load.parse(arguments[4]));
		System.out.println(run.measure(Load.parse(arguments[3])));
		System.out.println("NOTE says of itself: " + contender.tells());
		// who hangs is not waited for
		System.out.flush();
		Runtime.getRuntime().halt(0);
	}

	private Measurement measure(Load load) {
		long before = this.node.count(this.service);
		long writes = this.node.writes();
		long losses = this.contender.lossesTold();
		System.gc();
		this.heap.reset();
		long cpu = this.system.getProcessCpuTime();
		long begin = System.nanoTime();
		Callers callers = ship(load);
		long nanos = System.nanoTime() - begin;
		long cpuNanos = this.system.getProcessCpuTime() - cpu;
		long heapBytes = this.heap.bytes();
		long requests = this.node.writes() - writes;
		return new Measurement(load.events(), this.node.count(this.service) - before,
				this.contender.lossesTold() - losses, nanos, callers.all(), callers.longest(), callers.thrown(),
				heapBytes, cpuNanos, requests);
	}

	private Callers ship(Load load) {
		Callers callers = new Callers(this.contender.context(), load);
		callers.run();
		long begin = System.nanoTime();
		int idle = 0;
		while (idle < LOOKS && System.nanoTime() - begin < PATIENCE_NANOS) {
			LockSupport.parkNanos(LOOK_NANOS);
			idle = this.contender.isIdle() ? idle + 1 : 0;
		}
		return callers;
	}

}
