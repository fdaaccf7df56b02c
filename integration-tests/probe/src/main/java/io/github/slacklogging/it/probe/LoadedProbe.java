package io.github.slacklogging.it.probe;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs the {@link ProbeApplication} with classes of a loader of its own, on a thread of
 * its own, as containers and developer tools do.
 */
final class LoadedProbe {

	private LoadedProbe() {
	}

	/**
	 * Returns when its {@code main} has returned, and the loader is closed.
	 * @param loader finds the application's classes
	 * @param arguments of the application
	 */
	static void run(URLClassLoader loader, String... arguments) throws Exception {
		Thread main = new Thread(null, () -> callMain(loader, arguments), "main-of-application", 0, false);
		main.setContextClassLoader(loader);
		main.start();
		main.join();
		loader.close();
	}

	private static void callMain(ClassLoader loader, String... arguments) {
		try {
			Class.forName(ProbeApplication.class.getName(), true, loader)
				.getMethod("main", String[].class)
				.invoke(null, (Object) arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Threads that were not there before. Those of the JDK's common pool are everybody's.
	 */
	static Set<String> threadsSince(Set<Thread> before) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !before.contains(thread))
			.map(Thread::getName)
			.filter((name) -> !name.startsWith("ForkJoinPool.commonPool-"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Where a class comes from. */
	static URL origin(Class<?> type) {
		return type.getProtectionDomain().getCodeSource().getLocation();
	}

}
