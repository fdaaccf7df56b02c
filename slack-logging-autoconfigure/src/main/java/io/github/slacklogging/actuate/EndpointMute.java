package io.github.slacklogging.actuate;

import io.github.slacklogging.Mute;
import org.jspecify.annotations.Nullable;

/**
 * A mute as the endpoint shows it. One of the first two is there, and one of the three
 * ends.
 *
 * @param fingerprint of the kind that is muted, without {@code #}
 * @param logger that is muted, with those below it
 * @param since when it was muted
 * @param until when it ends
 * @param untilTotal at which number of events it ends
 * @param whileVersion with which version of the service it ends
 */
record EndpointMute(@Nullable String fingerprint, @Nullable String logger, String since, @Nullable String until,
		@Nullable Long untilTotal, @Nullable String whileVersion) {

	static EndpointMute of(Mute mute) {
		Mute.End end = mute.end();
		return new EndpointMute((mute.subject() instanceof Mute.Subject.Kind kind) ? kind.fingerprint() : null,
				(mute.subject() instanceof Mute.Subject.Logger logger) ? EndpointText.shown(logger.name()) : null,
				mute.since().toString(), (end instanceof Mute.End.At at) ? at.instant().toString() : null,
				(end instanceof Mute.End.AtTotal at) ? at.total() : null,
				(end instanceof Mute.End.AfterVersion after) ? after.version() : null);
	}

}
