package io.github.slacklogging.autoconfigure;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.slacklogging.EventMasker;
import io.github.slacklogging.Fingerprinter;

/**
 * Keeps the promise that a bean is asked by one thread at a time, though two workers ask:
 * the one of Slack and the one that ships. One lock for each bean, whatever it is asked
 * for. Only workers ever wait for it. What a bean throws goes to the worker that asked.
 *
 * @param maskers of the application, in their order
 * @param fingerprinters of the application, in their order
 */
record OneAtATime(List<EventMasker> maskers, List<Fingerprinter> fingerprinters) {

	static OneAtATime of(List<EventMasker> maskers, List<Fingerprinter> fingerprinters) {
		Map<Object, ReentrantLock> locks = new IdentityHashMap<>();
		return new OneAtATime(maskers.stream().map((masker) -> alone(masker, lock(locks, masker))).toList(),
				fingerprinters.stream().map((each) -> alone(each, lock(locks, each))).toList());
	}

	private static ReentrantLock lock(Map<Object, ReentrantLock> locks, Object bean) {
		return locks.computeIfAbsent(bean, (each) -> new ReentrantLock());
	}

	private static EventMasker alone(EventMasker masker, ReentrantLock lock) {
		return (field, text) -> holding(lock, () -> masker.mask(field, text));
	}

	private static Fingerprinter alone(Fingerprinter fingerprinter, ReentrantLock lock) {
		return (event, proposed) -> holding(lock, () -> fingerprinter.fingerprint(event, proposed));
	}

	private static <T> T holding(ReentrantLock lock, Supplier<T> question) {
		lock.lock();
		try {
			return question.get();
		}
		finally {
			lock.unlock();
		}
	}

}
