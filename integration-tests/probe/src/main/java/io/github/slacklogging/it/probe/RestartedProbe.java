package io.github.slacklogging.it.probe;

import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationShutdownHandlers;

/**
 * Starts and closes the application ten times, as developer tools do: its own classes are
 * loaded anew each time, those of its libraries stay. Reports what each run left behind.
 */
public final class RestartedProbe {

	private static final int RUNS = 10;

	private static final int MAX_ROUNDS = 60;

	private static final long ROUND_NANOS = Duration.ofMillis(250).toNanos();

	private RestartedProbe() {
	}

	public static void main(String[] args) throws Exception {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		List<String> handlers = new ArrayList<>();
		for (int run = 0; run < RUNS; run++) {
			LoadedProbe.run(new OwnClasses(LoadedProbe.origin(ProbeApplication.class)), args);
			handlers.add(String.valueOf(shutdownHandlers()));
		}
		System.out.println("probe.threads-left=" + String.join(",", threadsLeft(before)));
		System.out.println("probe.shutdown-handlers=" + String.join(",", handlers));
	}

	/** On Java 17 an HTTP client ends its thread when it is collected, and not before. */
	private static Set<String> threadsLeft(Set<Thread> before) {
		Set<String> left = Set.of();
		for (int round = 0; round < MAX_ROUNDS; round++) {
			System.gc();
			left = LoadedProbe.threadsSince(before);
			if (left.isEmpty()) {
				return left;
			}
			LockSupport.parkNanos(ROUND_NANOS);
		}
		return left;
	}

	/** Boot does not tell, so its field is read. */
	private static int shutdownHandlers() throws ReflectiveOperationException {
		SpringApplicationShutdownHandlers handlers = SpringApplication.getShutdownHandlers();
		Field actions = handlers.getClass().getDeclaredField("actions");
		actions.setAccessible(true);
		return ((Collection<?>) actions.get(handlers)).size();
	}

	/** Loads the application's classes itself and leaves all others to its parent. */
	private static final class OwnClasses extends URLClassLoader {

		private static final String OWN = RestartedProbe.class.getPackageName() + ".";

		OwnClasses(URL classes) {
			super(new URL[] { classes }, RestartedProbe.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(OWN)) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> loaded = findLoadedClass(name);
				return (loaded != null) ? loaded : findClass(name);
			}
		}

	}

}
