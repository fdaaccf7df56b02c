package io.github.slacklogging.testing;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Trail;

/** Remembers each step as a line, once it is switched on. */
public final class RecordingTrail implements Trail {

	private final List<String> lines = new ArrayList<>();

	private boolean on;

	public void listen() {
		this.on = true;
	}

	@Override
	public boolean isOn() {
		return this.on;
	}

	@Override
	public void step(String folder, String about, String what) {
		if (!this.on) {
			throw new IllegalStateException("nobody asked to be told");
		}
		this.lines.add("[" + folder + "] " + about + " " + what);
	}

	public List<String> lines() {
		return this.lines;
	}

	/** What was told of a folder. */
	public List<String> lines(String folder) {
		return this.lines.stream().filter((line) -> line.startsWith("[" + folder + "] ")).toList();
	}

}
