package io.github.slacklogging.benchmark.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.slacklogging.benchmark.Part;
import io.github.slacklogging.benchmark.page.Chapter;

/** The same applications with and without the starter. */
public final class StartupPart implements Part {

	/** What is there afterwards is asked in so many starts only: it hardly varies. */
	private static final int LOOKS = 2;

	@Override
	public String name() {
		return "startup";
	}

	@Override
	public boolean fillsTheTime() {
		return true;
	}

	@Override
	public Chapter measure(Effort effort) throws Exception {
		return measure(effort, Duration.ZERO);
	}

	@Override
	public Chapter measure(Effort effort, Duration left) throws Exception {
		Path root = Path.of("").toAbsolutePath();
		Path folder = emptied(root.resolve("benchmarks/target/startup"));
		ClassPaths classPaths = new ClassPaths(root);
		Applications applications = new Applications(classPaths, folder);
		Plan plan = (effort == Effort.FULL) ? Plan.full(Jdk.found(17, 25), left) : Plan.quick(Jdk.running(), left);
		System.out.println("-- " + left.toSeconds() + " s are left for it");
		List<Comparison> compared = new ArrayList<>();
		for (Plan.Phase phase : plan.phases()) {
			compared.addAll(measure(phase, applications));
		}
		FirstError error = new FirstError(applications);
		Cell first = plan.phases().get(0).cells().get(0);
		Set<String> loaded = new TreeSet<>(error.classes(first, true));
		loaded.removeAll(error.classes(first, false));
		return Chapter.ofNow(name(), "What the starter costs the application",
				new StartupChapter(compared,
						new JarWeight(classPaths.added(), classPaths.index(), classPaths.elsewhere()), loaded, plan)
					.blocks());
	}

	private static Path emptied(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
		return Files.createDirectories(folder);
	}

	/** All cells once, then all once more: what slows the machine slows all of them. */
	private static List<Comparison> measure(Plan.Phase phase, Applications applications) throws Exception {
		List<Comparison> compared = phase.cells().stream().map(Comparison::new).toList();
		long begun = System.nanoTime();
		for (int round = 0; round < phase.rounds(); round++) {
			for (Comparison comparison : compared) {
				if (round > 0 && System.nanoTime() - begun > phase.budget().toNanos()) {
					return compared;
				}
				boolean starterFirst = round % 2 == 0;
				comparison.add(starterFirst, start(comparison.cell(), starterFirst, round, applications));
				comparison.add(!starterFirst, start(comparison.cell(), !starterFirst, round, applications));
			}
			System.out.println(phase.cells().get(0).on() + " and others, round " + (round + 1) + ", after "
					+ Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
		}
		return compared;
	}

	private static Sample start(Cell cell, boolean starter, int round, Applications applications) throws Exception {
		try (Child child = Child.start(applications.command(cell, starter), applications.folder())) {
			boolean looks = cell.mode() == Mode.PLAIN && round < LOOKS;
			return new Sample(child.millis(), child.processorMillis(), looks ? child.settle() : null);
		}
	}

}
