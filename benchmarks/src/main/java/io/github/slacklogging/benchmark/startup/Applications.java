package io.github.slacklogging.benchmark.startup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands that start the applications, and what must be there before they work:
 * generated code, archives of classes. Prepares each once.
 */
final class Applications {

	/** Nobody listens there, and nothing is sent. */
	private static final List<String> ARGUMENTS = List.of("--server.port=0", "--spring.main.banner-mode=off",
			"--slack.logging.webhook-url=http://127.0.0.1:9/services/T0/B0/benchmark");

	private final ClassPaths classPaths;

	private final Path folder;

	Applications(ClassPaths classPaths, Path folder) {
		this.classPaths = classPaths;
		this.folder = folder;
	}

	Path folder() {
		return this.folder;
	}

	/**
	 * How one starts.
	 * @param cell what, how and on what
	 * @param starter whether the starter is there
	 * @param options of the JVM
	 */
	List<String> command(Cell cell, boolean starter, String... options) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(cell.jdk().java(), "-Xmx256m"));
		command.addAll(List.of(options));
		String classPath = this.classPaths.of(cell.kind(), starter);
		switch (cell.mode()) {
			case PLAIN -> command.addAll(List.of("-cp", classPath));
			case AOT -> command.addAll(List.of("-Dspring.aot.enabled=true", "-cp",
					generated(cell, starter, classPath) + File.pathSeparator + classPath));
			case CACHE ->
				command.addAll(List.of(cell.jdk().readCache(cache(cell, starter, classPath)), "-cp", classPath));
		}
		command.add(cell.kind().app().mainClass);
		command.addAll(arguments());
		return command;
	}

	private List<String> arguments() {
		List<String> arguments = new ArrayList<>(ARGUMENTS);
		arguments.add("--slack.logging.spool.directory=" + this.folder.resolve("spool"));
		return arguments;
	}

	/** Compiled code and resources of the ahead-of-time processing, on the first JDK. */
	private String generated(Cell cell, boolean starter, String classPath) throws IOException, InterruptedException {
		Path place = place(cell.kind(), starter, "aot");
		if (!Files.exists(place)) {
			Jdk jdk = Jdk.running();
			List<String> processor = new ArrayList<>(List.of(jdk.java(), "-cp", classPath,
					"org.springframework.boot.SpringApplicationAotProcessor", cell.kind().app().mainClass,
					place.resolve("sources").toString(), place.resolve("resources").toString(),
					place.resolve("classes").toString(), "io.github.slacklogging", "benchmark"));
			processor.addAll(arguments());
			run(processor);
			List<String> compiler = new ArrayList<>(List.of(jdk.javac(), "-nowarn", "-proc:none", "-cp",
					place.resolve("classes") + ":" + classPath, "-d", place.resolve("classes").toString()));
			try (Stream<Path> sources = Files.walk(place.resolve("sources"))) {
				sources.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(compiler::add);
			}
			run(compiler);
		}
		return place.resolve("classes") + File.pathSeparator + place.resolve("resources");
	}

	/** The archive that a run leaves which ends as soon as the beans are there. */
	private Path cache(Cell cell, boolean starter, String classPath) throws IOException, InterruptedException {
		Path file = place(cell.kind(), starter, "java" + cell.jdk().feature() + ".cache");
		if (!Files.exists(file)) {
			List<String> training = new ArrayList<>(List.of(cell.jdk().java(), "-Xmx256m", cell.jdk().writeCache(file),
					"-Dspring.context.exit=onRefresh", "-cp", classPath, cell.kind().app().mainClass));
			training.addAll(arguments());
			run(training);
		}
		return file;
	}

	private Path place(Kind kind, boolean starter, String what) {
		return this.folder.resolve(kind.fileName() + (starter ? "-starter-" : "-") + what);
	}

	private void run(List<String> command) throws IOException, InterruptedException {
		Path log = this.folder.resolve("preparation.txt");
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
			.start();
		if (process.waitFor() != 0) {
			throw new IOException("Could not prepare an application: " + Files.readString(log));
		}
	}

}
