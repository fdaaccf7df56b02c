package io.github.slacklogging.benchmark.startup;

import java.io.File;
import java.io.IOException;
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
