package io.github.slacklogging.message;

import io.github.slacklogging.LogSearch;
import org.jspecify.annotations.Nullable;

/**
 * What writes messages, made when the first one is written: the layouts and the JSON
 * library are classes that no start has to wait for. Thread-safe; made once.
 */
final class LateWriting {

	private final MessageComposer.Settings settings;

	private final LogSearch search;

	private volatile @Nullable Made made;

	/**
	 * Makes nothing yet.
	 * @param settings found to be right
	 * @param search where readers find what was logged
	 */
	LateWriting(MessageComposer.Settings settings, LogSearch search) {
		this.settings = settings;
		this.search = search;
	}

	Layouts layouts() {
		return made().layouts();
	}

	GapLayout gap() {
		return made().gap();
	}

	TestLayout test() {
		return made().test();
	}

	Metadata metadata() {
		return made().metadata();
	}

	DraftWriter writer() {
		return made().writer();
	}

	private Made made() {
		Made known = this.made;
		return (known != null) ? known : make();
	}

	private synchronized Made make() {
		Made known = this.made;
		if (known == null) {
			known = new Made(new Layouts(this.settings, new SearchLinks(this.search)), new GapLayout(),
					new TestLayout(), new Metadata(), new DraftWriter());
			this.made = known;
		}
		return known;
	}

	private record Made(Layouts layouts, GapLayout gap, TestLayout test, Metadata metadata, DraftWriter writer) {

	}

}
