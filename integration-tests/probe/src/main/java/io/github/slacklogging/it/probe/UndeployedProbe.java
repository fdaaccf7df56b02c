package io.github.slacklogging.it.probe;

import java.io.File;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A container that deploys the application, undeploys it, and reports what is left of it:
 * threads, and the class loader with everything it loaded.
 */
public final class UndeployedProbe {

	private static final int MAX_ROUNDS = 60;

	private static final int ROUND_MILLIS = 250;

	private UndeployedProbe() {
	}

	public static void main(String[] args) throws Exception {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
		WeakReference<ClassLoader> loader = deploy(collected, args);
		System.out.println("probe.class-loader=" + (isCollected(collected) ? "collected" : "kept by " + loader.get()));
		System.out.println("probe.threads-left=" + String.join(",", LoadedProbe.threadsSince(before)));
	}

	private static WeakReference<ClassLoader> deploy(ReferenceQueue<ClassLoader> collected, String... arguments)
			throws Exception {
		URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
		LoadedProbe.run(loader, arguments);
		return new WeakReference<>(loader, collected);
	}

	private static URL[] classPath() throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			urls.add(Path.of(entry).toUri().toURL());
		}
		return urls.toArray(URL[]::new);
	}

	private static boolean isCollected(ReferenceQueue<ClassLoader> queue) throws InterruptedException {
		for (int round = 0; round < MAX_ROUNDS; round++) {
			System.gc();
			forgetRecords();
			if (queue.remove(ROUND_MILLIS) != null) {
				return true;
			}
		}
		return false;
	}

	/**
	 * On Java 17 the JDK itself keeps the class that was the last to compare records
	 * ({@code MethodHandle.asTypeCache} of {@code java.lang.runtime.ObjectMethods}). As
	 * any other application of a container does, this one takes that place.
	 */
	private static void forgetRecords() {
		Entry entry = new Entry("name", 1);
		if (!entry.equals(new Entry("name", 1)) || entry.hashCode() == 0) {
			throw new IllegalStateException("Records are not equal: " + entry);
		}
	}

	private record Entry(String name, int value) {

	}

}
