package io.github.slacklogging.appender;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** Names of markers, nested ones included, each once. */
final class MarkerNames {

	/** Markers may hold each other; this ends every such round. */
	private static final int MAX_NAMES = 64;

	private MarkerNames() {
	}

	static List<String> of(@Nullable List<Marker> markers) {
		if (markers == null || markers.isEmpty()) {
			return List.of();
		}
		List<String> names = new ArrayList<>(markers.size());
		markers.forEach((marker) -> add(names, marker));
		return List.copyOf(names);
	}

	private static void add(List<String> names, @Nullable Marker marker) {
		if (marker == null || names.size() == MAX_NAMES || names.contains(marker.getName())) {
			return;
		}
		names.add(marker.getName());
		if (marker.hasReferences()) {
			Iterator<Marker> nested = marker.iterator();
			while (nested.hasNext()) {
				add(names, nested.next());
			}
		}
	}

}
