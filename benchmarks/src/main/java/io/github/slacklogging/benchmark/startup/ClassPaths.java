package io.github.slacklogging.benchmark.startup;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands on the class path of an application, as the modules beside collected it:
 * jars only, unpacked, because an archive of classes wants no folders.
 */
final class ClassPaths {

	/** Length of the last record of a jar without a comment. Source: APPNOTE 4.3.16. */
	private static final int END_OF_JAR = 22;

	private static final int SIGNATURE_OF_END = 0x06054b50;

	private static final int OFFSET_OF_SIZE = 12;

	private final Path modules;

	ClassPaths(Path root) {
		this.modules = root.resolve("benchmarks/startup");
	}

	/** Jars by name, the application's own first. */
	String of(Kind kind, boolean starter) throws IOException {
		Map<String, Path> jars = new TreeMap<>();
		jars.putAll(jars("boot"));
		if (kind.app() == Kind.App.SERVLET) {
			jars.putAll(jars("web"));
		}
		if (kind.actuator()) {
			jars.putAll(jars("actuator"));
		}
		if (starter) {
			jars.putAll(jars("starter"));
		}
		return application() + File.pathSeparator + joined(jars.values());
	}

	static String joined(Collection<Path> paths) {
		return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

	private Path application() throws IOException {
		try (Stream<Path> files = Files.list(this.modules.resolve("application/target"))) {
			return files.filter((file) -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
		}
	}

	private Map<String, Path> jars(String module) throws IOException {
		try (Stream<Path> files = Files.list(this.modules.resolve(module + "/target/lib"))) {
			return files.collect(Collectors.toMap((file) -> file.getFileName().toString(), (file) -> file));
		}
	}

	/** Jars that come with the starter to an application that has nothing but Boot. */
	Map<String, Long> added() throws IOException {
		Map<String, Path> added = new TreeMap<>(jars("starter"));
		added.keySet().removeAll(jars("boot").keySet());
		Map<String, Long> sizes = new LinkedHashMap<>();
		for (Map.Entry<String, Path> jar : added.entrySet()) {
			sizes.put(jar.getKey(), Files.size(jar.getValue()));
		}
		return sizes;
	}

	/** Bytes of the directories in those jars, as the last record of each tells them. */
	long index() throws IOException {
		long bytes = 0;
		for (String name : added().keySet()) {
			byte[] jar = Files.readAllBytes(jars("starter").get(name));
			ByteBuffer end = ByteBuffer.wrap(jar, jar.length - END_OF_JAR, END_OF_JAR).order(ByteOrder.LITTLE_ENDIAN);
			if (end.getInt() != SIGNATURE_OF_END) {
				throw new IOException(name + " ends with a comment");
			}
			bytes += end.getInt(jar.length - END_OF_JAR + OFFSET_OF_SIZE);
		}
		return bytes;
	}

	/** Jars that servlet applications, or those with the actuator, have anyway. */
	List<String> elsewhere() throws IOException {
		return Stream.of("web", "actuator").flatMap((module) -> {
			try {
				return jars(module).keySet().stream();
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		}).toList();
	}

}
