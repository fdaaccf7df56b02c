package io.github.slacklogging.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a probe is started. Immutable.
 *
 * @param classPath of its application
 * @param kind how the application is run
 * @param launcher what starts its JVM, empty for nothing but the system
 * @param jvmOptions in addition to those of all probes; the last of two wins
 * @param environment variables in addition to the few that every program needs
 * @param arguments of its {@code main}
 */
public record ProbeCommand(ClassPath classPath, Kind kind, List<String> launcher, List<String> jvmOptions,
		Map<String, String> environment, List<String> arguments) {

	/** Of this machine's environment. */
	static final Set<String> KEPT_VARIABLES = Set.of("PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot");

	/** Of all probes. A collection collects everything that nobody holds. */
	private static final List<String> JVM_OPTIONS = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
			"-XX:-UsePerfData", "-XX:SoftRefLRUPolicyMSPerMB=0");

	/** How the application is run. */
	public enum Kind {

		/** By its {@code main}. */
		PROBE("ProbeApplication"),

		/** Ten times, as developer tools do. */
		RESTARTED("RestartedProbe"),

		/** In a class loader of its own, as containers do. */
		UNDEPLOYED("UndeployedProbe");

		private final String mainClass;

		Kind(String mainClass) {
			this.mainClass = "io.github.slacklogging.it.probe." + mainClass;
		}

		String mainClass() {
			return this.mainClass;
		}

	}

	public ProbeCommand {
		launcher = List.copyOf(launcher);
		jvmOptions = List.copyOf(jvmOptions);
		environment = Map.copyOf(environment);
		arguments = List.copyOf(arguments);
	}

	/** A probe with these arguments and nothing of this machine's environment. */
	public static ProbeCommand of(ClassPath classPath, String... arguments) {
		return new ProbeCommand(classPath, Kind.PROBE, List.of(), List.of(), Map.of(), List.of(arguments));
	}

	/** The same with another class path. */
	public ProbeCommand on(ClassPath classPath) {
		return new ProbeCommand(classPath, this.kind, this.launcher, this.jvmOptions, this.environment, this.arguments);
	}

	/** The same, run in another way. */
	public ProbeCommand as(Kind kind) {
		return new ProbeCommand(this.classPath, kind, this.launcher, this.jvmOptions, this.environment, this.arguments);
	}

	/** The same by another program, for example {@code strace}. */
	public ProbeCommand launchedBy(String... program) {
		return new ProbeCommand(this.classPath, this.kind, List.of(program), this.jvmOptions, this.environment,
				this.arguments);
	}

	/** The same with more JVM options. */
	public ProbeCommand withJvm(String... options) {
		return new ProbeCommand(this.classPath, this.kind, this.launcher, sum(this.jvmOptions, List.of(options)),
				this.environment, this.arguments);
	}

	/** The same with one more variable. */
	public ProbeCommand withVariable(String name, String value) {
		Map<String, String> sum = new HashMap<>(this.environment);
		sum.put(name, value);
		return new ProbeCommand(this.classPath, this.kind, this.launcher, this.jvmOptions, sum, this.arguments);
	}

	/** The same with more arguments; the last of two wins. */
	public ProbeCommand with(List<String> more) {
		return new ProbeCommand(this.classPath, this.kind, this.launcher, this.jvmOptions, this.environment,
				sum(this.arguments, more));
	}

	private static List<String> sum(List<String> some, List<String> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

	/** What starts it in this folder. */
	public ProcessBuilder in(Path folder) {
		List<String> command = new ArrayList<>(this.launcher);
		command.add(java());
		command.addAll(JVM_OPTIONS);
		command.addAll(ClassArchive.options(this.classPath, JVM_OPTIONS));
		command.addAll(this.jvmOptions);
		command.addAll(List.of("-cp", this.classPath.toString(), this.kind.mainClass()));
		List<String> first = List.of("--server.port=0", "--slack.logging.spool.directory=" + folder.resolve("spool"));
		command.addAll(lastOfEach(sum(first, this.arguments)));
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		builder.environment().keySet().retainAll(KEPT_VARIABLES);
		builder.environment().putAll(this.environment);
		return builder;
	}

	/** The JVM that runs the tests. */
	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** Of arguments with one name Spring Boot makes a list. */
	private static Collection<String> lastOfEach(List<String> arguments) {
		Map<String, String> byName = new LinkedHashMap<>();
		arguments.forEach((argument) -> byName.put(argument.split("=", 2)[0], argument));
		return byName.values();
	}

}
