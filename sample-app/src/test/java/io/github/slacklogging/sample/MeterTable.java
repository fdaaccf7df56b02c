package io.github.slacklogging.sample;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/** All meters of a running application, as the table that stands in the documents. */
final class MeterTable {

	private static final String HEAD = """
			| meter | for Prometheus | type, base unit | tags | meaning |
			|---|---|---|---|---|
			""";

	/** Whose values a configuration or a server decides on. */
	private static final Set<String> OPEN = Set.of("destination", "rule", "status");

	private final MeterRegistry registry;

	private final Exposition exposed;

	MeterTable(MeterRegistry registry, Exposition exposed) {
		this.registry = registry;
		this.exposed = exposed;
	}

	String text() {
		Map<String, List<Meter.Id>> meters = this.registry.getMeters()
			.stream()
			.map(Meter::getId)
			.filter((id) -> id.getName().startsWith("slack.logging."))
			.collect(Collectors.groupingBy(Meter.Id::getName, TreeMap::new, Collectors.toList()));
		return HEAD + meters.values().stream().map(this::row).collect(Collectors.joining());
	}

	private String row(Collection<Meter.Id> ids) {
		Meter.Id id = ids.iterator().next();
		String unit = id.getBaseUnit();
		String type = id.getType().name().toLowerCase(Locale.ROOT);
		return "| `%s` | `%s` | %s | %s | %s |\n".formatted(id.getName(), exposedName(id),
				(unit != null) ? type + ", " + unit : type, tags(ids), id.getDescription());
	}

	private String exposedName(Meter.Id id) {
		String name = this.registry.config().namingConvention().name(id.getName(), id.getType(), id.getBaseUnit());
		return Stream.of("_total", "_count", "")
			.filter((ending) -> this.exposed.names(name + ending).contains(name + ending))
			.map((ending) -> ending.equals("_count") ? name : name + ending)
			.findFirst()
			.orElseThrow(() -> new AssertionError(name + " is not exposed"));
	}

	private static String tags(Collection<Meter.Id> ids) {
		Map<String, Set<String>> values = new TreeMap<>();
		ids.stream()
			.flatMap((id) -> id.getTags().stream())
			.forEach((tag) -> values.computeIfAbsent(tag.getKey(), (key) -> new TreeSet<>()).add(tag.getValue()));
		return values.isEmpty() ? "–"
				: values.entrySet().stream().map(MeterTable::tag).collect(Collectors.joining("; "));
	}

	private static String tag(Map.Entry<String, Set<String>> tag) {
		return OPEN.contains(tag.getKey()) ? "`" + tag.getKey() + "`"
				: "`" + tag.getKey() + "`: " + String.join(", ", tag.getValue());
	}

}
