package io.github.slacklogging.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Keeps groups in immutable files: a file that is there was not acknowledged. Written
 * under a temporary name, synchronised, renamed, so that what was answered as kept
 * survives the end of the process at any moment and, where the disk keeps its promises, a
 * power failure. One process per folder: others take sub-folders, and the next start
 * adopts those of processes that are no more.
 *
 * <p>
 * Thread-safe. Nothing blocks but {@link #close()}, for at most a second, and
 * {@link #rejected()}; nothing else throws. All work is done in order on a daemon thread
 * that is there only while there is work. A disk that is full, read-only, damaged or
 * hangs becomes an answer ({@link Kept#FAILED}), a problem in the status and one line of
 * trouble when that begins and when it ends; the caller decides when to try again. When
 * the files have grown to the most bytes allowed, incidents make room for groups, the
 * least important first; then the least important groups of an update are left out. After
 * the end every update is answered as failed at once.
 *
 * <p>
 * Longer than a class of ours should be by its settings, which belong to no one else.
 */
public final class FileGroupSpool implements GroupSpool {

	/** Far more than one update for each destination. */
	private static final int MAX_WAITING = 1_000;

	private static final int MAX_REJECTED_WAITING = 100;

	private final Settings settings;

	private final Supplier<Tick> clock;

	private final DiskCondition condition;

	private final SpooledFiles files;

	private final DiskThread thread;

	private final AtomicInteger rejectedWaiting = new AtomicInteger();

	private final AtomicBoolean closed = new AtomicBoolean();

	/** When the work began that is being done. */
	private volatile @Nullable Tick busySince;

	/**
	 * Creates a spool. Touches no disk and starts no thread: that begins with
	 * {@link #recover}.
	 * @param settings where and how much
	 * @param clock the present
	 * @param trouble takes what is wrong with the disk, in words without a secret
	 */
	public FileGroupSpool(Settings settings, Supplier<Tick> clock, Consumer<String> trouble) {
		this(settings, clock, trouble, new NioDisk(), SpoolPlace.thisProcess());
	}

	FileGroupSpool(Settings settings, Supplier<Tick> clock, Consumer<String> trouble, Disk disk, String process) {
		this.settings = settings;
		this.clock = clock;
		this.condition = new DiskCondition("slack.logging.spool.directory", "what waits is kept in memory only",
				trouble);
		this.files = new SpooledFiles(settings, disk, process, clock, this.condition::tell);
		this.thread = new DiskThread("slack-logging-spool", MAX_WAITING, this.condition::failing);
	}

	@Override
	public void recover(Consumer<Recovery> answer) {
		submit(() -> {
			List<IOException> problems = new ArrayList<>();
			Recovery recovery = this.files.recover(problems::add);
			this.condition.working();
			problems.forEach(this.condition::failing);
			return recovery;
		}, Recovery.FAILED, answer);
	}

	@Override
	public void keep(String destination, Update update, Consumer<Kept> answer) {
		submit(working(() -> this.files.keep(destination, update)), Kept.FAILED, answer);
	}

	@Override
	public void keepIncidents(String destination, List<SpooledGroup> changed, Consumer<Kept> answer) {
		List<SpooledGroup> copy = List.copyOf(changed);
		submit(working(() -> this.files.keepIncidents(destination, copy)), Kept.FAILED, answer);
	}

	@Override
	public void keepMutes(List<KeptMute> mutes, Consumer<Kept> answer) {
		List<KeptMute> copy = List.copyOf(mutes);
		submit(working(() -> this.files.keepMutes(copy)), Kept.FAILED, answer);
	}

	@Override
	public void keepJobs(List<KeptJob> jobs, Consumer<Kept> answer) {
		List<KeptJob> copy = List.copyOf(jobs);
		submit(working(() -> this.files.keepJobs(copy)), Kept.FAILED, answer);
	}

	@Override
	public void reject(RejectedMessage message) {
		if (this.rejectedWaiting.incrementAndGet() > MAX_REJECTED_WAITING) {
			this.rejectedWaiting.decrementAndGet();
			loseRejected();
			return;
		}
		submit(working(() -> {
			this.files.reject(message);
			return true;
		}), false, (successful) -> {
			this.rejectedWaiting.decrementAndGet();
			if (!successful) {
				loseRejected();
			}
		});
	}

	private void loseRejected() {
		this.condition.tell("a message that Slack rejected could not be kept in slack.logging.spool.directory");
	}

	private <T> DiskThread.Work<T> working(DiskThread.Work<T> work) {
		return () -> {
			T result = work.run();
			this.condition.working();
			return result;
		};
	}

	private <T> void submit(DiskThread.Work<T> work, T otherwise, Consumer<T> answer) {
		this.thread.submit(() -> {
			this.busySince = this.clock.get();
			try {
				return work.run();
			}
			finally {
				this.busySince = null;
			}
		}, otherwise, answer);
	}

	/**
	 * {@inheritDoc}
	 * @return at most 100
	 */
	@Override
	public List<RejectedMessage> rejected() throws IOException {
		return this.files.deadLetters().stream().map(DeadLetter::message).toList();
	}

	@Override
	public void deadLetters(Consumer<Optional<List<DeadLetter>>> answer) {
		submit(working(() -> Optional.of(this.files.deadLetters())), Optional.empty(), answer);
	}

	@Override
	public void settle(DeadLetter letter) {
		submit(working(() -> {
			this.files.settle(letter);
			return true;
		}), false, (successful) -> {
			if (!successful) {
				this.condition.tell("a message that arrived after all is still among the rejected ones in "
						+ "slack.logging.spool.directory");
			}
		});
	}

	@Override
	public SpoolStatus status() {
		Tick since = this.busySince;
		this.condition.waiting((since != null) ? this.clock.get().since(since) : Duration.ZERO);
		SpoolNumbers numbers = this.files.numbers();
		return new SpoolStatus(numbers.place().toString(), this.settings.temporary(), this.condition.problem(),
				numbers.bytes(), numbers.unconfigured(), numbers.rejected(), numbers.quarantined());
	}

	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.thread.close(this.files::close);
		}
	}

	/**
	 * Where and how much.
	 *
	 * @param directory folder of this application alone
	 * @param temporary whether it survives the process only, not the container or the
	 * machine
	 * @param parentIsOurs whether it lies in a folder that only applications like this
	 * one share: then that one is checked and closed to others too. Never for a folder
	 * that somebody chose, whose parent may be the temporary directory of all
	 * @param maxBytes size of all files of groups and incidents of one process
	 * @param maxAge how long a group may wait, and an incident be quiet
	 * @param destinations names of those that are configured; files of others are left
	 * alone until they are too old
	 */
	public record Settings(Path directory, boolean temporary, boolean parentIsOurs, long maxBytes, Duration maxAge,
			Set<String> destinations) {

		public Settings {
			directory = directory.toAbsolutePath().normalize();
			check(directory.getParent() != null, "directory", "must not be the root of the file system");
			check(maxBytes > 0, "max-size", "must be positive");
			check(!maxAge.isNegative() && !maxAge.isZero(), "max-age", "must be positive");
			destinations = Set.copyOf(destinations);
		}

		private static void check(boolean valid, String property, String rule) {
			if (!valid) {
				throw new IllegalArgumentException("slack.logging.spool." + property + " " + rule);
			}
		}

	}

}
