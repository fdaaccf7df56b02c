package io.github.slacklogging.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.slacklogging.GroupSpool.DeadLetter;
import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * All files of a spool: groups, incidents, damaged ones, dead letters. Opened by the
 * first work that succeeds in it. Not thread-safe but for {@link #numbers} and
 * {@link #deadLetters}: the spool's thread alone uses it. Blocks as the disk does.
 *
 * <p>
 * Longer than a class of ours should be: it is the one place that opens and counts them.
 */
final class SpooledFiles {

	private static final int MAX_QUARANTINED = 8;

	private static final long MAX_QUARANTINE_BYTES = 8L * 1024 * 1024;

	/**
	 * How much larger than all of them together a file may be that we wrote ourselves.
	 */
	private static final long TOLERANCE = 1024 * 1024;

	private final FileGroupSpool.Settings settings;

	private final Disk disk;

	private final String process;

	private final Supplier<Tick> clock;

	private final Consumer<String> said;

	private final NewestFiles quarantine;

	private final DeadLetters deadLetters;

	private final KeptFile<KeptMute> mutes;

	private final KeptFile<KeptJob> jobs;

	private @Nullable Open open;

	private volatile SpoolNumbers numbers;

	/**
	 * Creates the files' keeper; nothing is opened yet.
	 * @param process names this process, unlike any earlier one
	 * @param said takes what is lost and not counted, in words
	 */
	SpooledFiles(FileGroupSpool.Settings settings, Disk disk, String process, Supplier<Tick> clock,
			Consumer<String> said) {
		this.settings = settings;
		this.disk = disk;
		this.process = process;
		this.clock = clock;
		this.said = said;
		this.quarantine = new NewestFiles(disk, settings.directory().resolve("quarantine"), MAX_QUARANTINED,
				MAX_QUARANTINE_BYTES);
		this.mutes = new KeptFile<>(MuteFields.FORMAT, disk, this.quarantine, said);
		this.jobs = new KeptFile<>(JobFields.FORMAT, disk, this.quarantine, said);
		this.deadLetters = new DeadLetters(disk, settings.directory().resolve("rejected"));
		this.numbers = new SpoolNumbers(settings.directory(), 0, Map.of(), 0, 0);
	}

	/**
	 * Takes over what is there.
	 * @param problem takes what went wrong besides
	 */
	Recovery recover(Consumer<IOException> problem) throws IOException {
		Open opened = open();
		boolean recovered = false;
		try {
			Recovery recovery = recover(opened, problem);
			recovered = true;
			return recovery;
		}
		finally {
			if (!recovered) {
				opened.folder().own().leaveAlone();
			}
		}
	}

	private Recovery recover(Open opened, Consumer<IOException> problem) throws IOException {
		End end = new Adoption(this.disk, this.settings.directory(), opened.place(), opened.folder(),
				List.of(this.mutes, this.jobs), this.process, problem)
			.adopt();
		opened.folder().own().leaveAlone();
		Recoverer recoverer = new Recoverer(opened.folder(), this.clock.get().instant().minus(this.settings.maxAge()),
				problem, this.said);
		Recovery recovery = recoverer.recover(this.settings.destinations(), end,
				this.mutes.read(opened.place().folder()), this.jobs.read(opened.place().folder()).orElse(List.of()));
		opened.place().problem().ifPresent(problem);
		try {
			this.quarantine.bound();
			this.deadLetters.look();
			count(opened);
		}
		catch (IOException ex) {
			problem.accept(ex);
		}
		return recovery;
	}

	Kept keep(String destination, Update update) throws IOException {
		Open opened = open();
		Kept kept = new Keeper(opened.folder(), this.settings.maxBytes()).keep(destination, update);
		Listing listing = opened.folder().list();
		count(opened, incidents(opened).makeRoom(listing) ? opened.folder().list() : listing);
		return kept;
	}

	Kept keepIncidents(String destination, List<SpooledGroup> changed) throws IOException {
		Open opened = open();
		Kept kept = incidents(opened).keep(destination, changed);
		count(opened);
		return kept;
	}

	Kept keepMutes(List<KeptMute> mutes) throws IOException {
		Open opened = open();
		this.mutes.write(opened.place().folder(), mutes);
		return new Kept(true, mutes.size());
	}

	Kept keepJobs(List<KeptJob> jobs) throws IOException {
		Open opened = open();
		this.jobs.write(opened.place().folder(), jobs);
		return new Kept(true, jobs.size());
	}

	private IncidentKeeper incidents(Open opened) {
		return new IncidentKeeper(opened.folder(), this.settings.maxBytes(), this.said);
	}

	void reject(RejectedMessage message) throws IOException {
		Open opened = open();
		this.deadLetters.keep(message);
		count(opened);
	}

	/** Dead letters, newest first. Thread-safe. */
	List<DeadLetter> deadLetters() throws IOException {
		return this.deadLetters.list();
	}

	void settle(DeadLetter letter) throws IOException {
		Open opened = open();
		this.deadLetters.delete(letter);
		count(opened);
	}

	SpoolNumbers numbers() {
		return this.numbers;
	}

	/** Lets another process have the place; {@code false} if we did not have it. */
	boolean close() throws IOException {
		Open opened = this.open;
		this.open = null;
		if (opened != null) {
			opened.place().close();
		}
		return opened != null;
	}

	private Open open() throws IOException {
		Open opened = this.open;
		if (opened == null) {
			Path parent = this.settings.directory().getParent();
			if (this.settings.parentIsOurs() && parent != null) {
				this.disk.claim(parent);
			}
			SpoolPlace place = SpoolPlace.open(this.disk, this.settings.directory(), this.process);
			opened = new Open(place, folder(place));
			this.open = opened;
		}
		return opened;
	}

	private GroupFolder folder(SpoolPlace place) throws IOException {
		try {
			return new GroupFolder(this.disk, place.folder(), this.quarantine, this.settings.maxBytes() + TOLERANCE,
					this.clock);
		}
		catch (IOException ex) {
			place.abandon();
			throw ex;
		}
	}

	private void count(Open opened) throws IOException {
		count(opened, opened.folder().list());
	}

	private void count(Open opened, Listing listing) {
		Map<String, Long> unconfigured = listing.events();
		unconfigured.keySet().removeAll(this.settings.destinations());
		this.numbers = new SpoolNumbers(opened.place().folder(), listing.bytes(), unconfigured, this.deadLetters.size(),
				this.quarantine.size());
	}

	/**
	 * What is open.
	 *
	 * @param place no other process uses it
	 * @param folder the files in it
	 */
	private record Open(SpoolPlace place, GroupFolder folder) {

	}

}
