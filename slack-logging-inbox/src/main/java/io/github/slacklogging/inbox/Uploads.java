package io.github.slacklogging.inbox;

import java.util.Optional;

import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Files between the question for a URL and the message they are shared with, and what is
 * said of them afterwards. Takes part in the {@link Room}: who announces files and never
 * completes them fills no more than that; the oldest are forgotten. Thread-safe.
 */
final class Uploads {

	private static final int MAX_WAITING = 20;

	private static final int MAX_TOLD = 1_000;

	/** Objects around the texts, roughly. */
	private static final long OVERHEAD = 400;

	private final BoundedLog<String, Ticket> tickets;

	/** What is said of completed files, without their bytes. */
	private final BoundedLog<String, Json> told;

	private int lastNumber;

	Uploads(Room room) {
		this.tickets = new BoundedLog<>(MAX_WAITING, room);
		this.told = new BoundedLog<>(MAX_TOLD, room);
	}

	/** Expects a file; gives its id. */
	synchronized String announce(String name, long length) {
		this.lastNumber++;
		String id = "F000INBOX" + this.lastNumber;
		put(id, new Ticket(name, length, null));
		return id;
	}

	/** What was announced, with its bytes if they came; empty when it is completed. */
	Optional<Ticket> find(String id) {
		return this.tickets.find(id);
	}

	/** Keeps the array. */
	void arrived(String id, Ticket ticket, byte[] content) {
		put(id, new Ticket(ticket.name(), ticket.length(), content));
	}

	/** The file is where it was shared, if anywhere. */
	void completed(String id, Json said) {
		this.tickets.remove(id);
		this.told.add(id, said, Room.bytesOf(said.write()) + OVERHEAD);
	}

	Optional<Json> told(String id) {
		return this.told.find(id);
	}

	/** Forgets completed files; what is under way may still be completed. */
	void clear() {
		this.told.clear();
	}

	private void put(String id, Ticket ticket) {
		long content = (ticket.content() != null) ? ticket.content().length : 0;
		this.tickets.add(id, ticket, Room.bytesOf(ticket.name()) + content + OVERHEAD);
	}

	/** A file under way; {@code content} is {@code null} until its bytes have come. */
	@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
	record Ticket(String name, long length, byte @Nullable [] content) {

	}

}
