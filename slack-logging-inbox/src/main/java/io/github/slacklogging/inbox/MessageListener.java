package io.github.slacklogging.inbox;

/** Told of every change to messages in its order, under a lock: must not wait. */
interface MessageListener {

	/** A message is new, or changed. */
	void kept(InboxMessage message);

	void deleted(InboxMessage message);

	void cleared();

	/** Many came back at once. */
	void restored();

}
