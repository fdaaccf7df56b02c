package io.github.slacklogging.message;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.LogSearch;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;

/**
 * The links into the log store that a team uses, with the words by which messages show
 * them. Thread-safe; does not block.
 *
 * @param search knows the addresses
 */
record SearchLinks(LogSearch search) {

	private static final String LINE = "View full log";

	/**
	 * All that is known of an event and of its kind. A store that knows only one answer
	 * to several questions is linked once.
	 */
	Map<String, URI> all(MaskedGroup group, MaskedEvent event) {
		Map<String, URI> links = new LinkedHashMap<>();
		add(links, LINE, this.search.line(group, event));
		add(links, "all like this", this.search.alike(group));
		add(links, "trace", this.search.trace(group, event));
		return links;
	}

	/** An event that is like no other. */
	Map<String, URI> alone(MaskedGroup group, MaskedEvent event) {
		Map<String, URI> links = new LinkedHashMap<>();
		add(links, LINE, this.search.line(group, event));
		return links;
	}

	/** What was logged in the same trace as an event that is in no log itself. */
	Map<String, URI> traceOnly(MaskedGroup group, MaskedEvent event) {
		Map<String, URI> links = new LinkedHashMap<>();
		add(links, "trace", this.search.trace(group, event));
		return links;
	}

	/** The event, without others. */
	Optional<TextLink> line(MaskedGroup group, MaskedEvent event) {
		return link(LINE, toLine(group, event));
	}

	/** The event, where the words beside the link say which it is. */
	Optional<TextLink> brief(MaskedGroup group, MaskedEvent event) {
		return link("log", toLine(group, event));
	}

	/**
	 * A kind in one of many rows: its one event, or all of them.
	 * @param group to look for
	 * @param count how many events the row tells of
	 */
	Optional<TextLink> row(MaskedGroup group, long count) {
		Optional<ToldJob> job = ToldJob.of(group);
		if (job.isPresent()) {
			return new JobLinks(this).brief(group, job.get());
		}
		Optional<TextLink> one = brief(group, group.latest());
		Optional<TextLink> all = link("logs", this.search.alike(group));
		return (count == 1) ? one.or(() -> all) : all.or(() -> one);
	}

	/** A report of a job is in no log. */
	private Optional<URI> toLine(MaskedGroup group, MaskedEvent event) {
		return (event.job() == null) ? this.search.line(group, event) : Optional.empty();
	}

	private static Optional<TextLink> link(String label, Optional<URI> address) {
		return address.flatMap((known) -> TextLink.of(label, known.toString()));
	}

	private static void add(Map<String, URI> links, String label, Optional<URI> address) {
		address.filter((known) -> !links.containsValue(known)).ifPresent((known) -> links.put(label, known));
	}

}
