package io.github.slacklogging.actuate;

import io.github.slacklogging.OpenIncident;
import org.jspecify.annotations.Nullable;

/**
 * An open incident as the endpoint shows it. Its text is masked as the message in Slack
 * is.
 *
 * @param destination name of the destination
 * @param fingerprint of its kind, without {@code #}
 * @param severity the highest that was seen
 * @param phase where it stands
 * @param logger of its first event
 * @param exceptionType class of its throwable
 * @param text beginning of its first message
 * @param total events since it began
 * @param waiting those that no acknowledged message told of
 * @param firstSeen when it was seen first
 * @param lastSeen when it was seen last
 * @param lastSpoke when the channel last showed a line of it
 * @param nextSpeaks when it will speak next, as far as is known now
 * @param speaksBecause why it will
 * @param mute that keeps it silent
 */
record EndpointIncident(String destination, String fingerprint, String severity, String phase, String logger,
		@Nullable String exceptionType, String text, long total, long waiting, String firstSeen, String lastSeen,
		@Nullable String lastSpoke, @Nullable String nextSpeaks, @Nullable String speaksBecause,
		@Nullable EndpointMute mute) {

	static EndpointIncident of(OpenIncident incident) {
		return new EndpointIncident(incident.destination(), incident.fingerprint(),
				HealthDetails.lower(incident.severity()), HealthDetails.lower(incident.phase()), incident.logger(),
				incident.exceptionType(), incident.text(), incident.total(), incident.waiting(),
				incident.firstSeen().toString(), incident.lastSeen().toString(),
				EndpointText.time(incident.lastSpoke()), EndpointText.time(incident.nextSpeaks()),
				(incident.speaksBecause() != null) ? HealthDetails.lower(incident.speaksBecause()) : null,
				(incident.mute() != null) ? EndpointMute.of(incident.mute()) : null);
	}

}
