package io.github.slacklogging.relay;

/**
 * The credential of one destination.
 *
 * @param all of all destinations
 * @param destination its name
 */
record Credential(Relay.Credentials all, String destination) {

	boolean renew() {
		return this.all.renew(this.destination);
	}

	boolean hasOther() {
		return this.all.hasOther(this.destination);
	}

}
