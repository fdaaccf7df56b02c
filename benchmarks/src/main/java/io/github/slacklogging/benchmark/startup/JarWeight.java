package io.github.slacklogging.benchmark.startup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Figure;

/**
 * The jars that come with the starter.
 *
 * @param added bytes, by the file's name, in an application that has nothing but Boot
 * @param index bytes of their directories, which the JVM holds of an open jar (JDK 17,
 * {@code java.util.zip.ZipFile.Source}: field {@code cen})
 * @param elsewhere files that servlet applications and the actuator bring as well
 */
record JarWeight(Map<String, Long> added, long index, List<String> elsewhere) {

	/** Spring's projects, and the versions of others that Boot's own starters bring. */
	private static final List<String> SPRINGS = List.of("spring-", "reactor-core", "reactive-streams", "micrometer-");

	boolean isSprings(String jar) {
		return SPRINGS.stream().anyMatch(jar::startsWith) || this.elsewhere.contains(jar);
	}

	long beyondSpring() {
		return this.added.entrySet()
			.stream()
			.filter((jar) -> !isSprings(jar.getKey()))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	long ours() {
		return this.added.entrySet()
			.stream()
			.filter((jar) -> jar.getKey().startsWith("slack-logging-"))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	long springs() {
		return this.added.values().stream().mapToLong(Long::longValue).sum() - beyondSpring();
	}

	Block.Table table() {
		List<List<String>> rows = new ArrayList<>();
		this.added.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
			.forEach((jar) -> rows.add(List.of(jar.getKey(), Figure.whole(jar.getValue() / 1e3),
					isSprings(jar.getKey()) ? "Spring's" : "beyond")));
		return new Block.Table(List.of("jar", "kB", "whose"), rows);
	}

}
