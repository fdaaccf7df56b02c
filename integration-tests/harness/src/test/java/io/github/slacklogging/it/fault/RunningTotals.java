package io.github.slacklogging.it.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.it.fault.ToldMessage.Form;
import io.github.slacklogging.it.fault.ToldMessage.Kind;

/**
 * Remembers what one channel was told of each kind, so that of a message that says how
 * many events there were in all only the new ones count. A banner counts its kinds from
 * their first event on: one that also spoke for itself before would be found to be told
 * twice.
 */
final class RunningTotals {

	private final Map<String, Long> told = new HashMap<>();

	/** The same message with nothing but what is new in it. */
	ToldMessage next(ToldMessage message) {
		if (message.form() == Form.QUIET || message.form() == Form.STORM) {
			return newPart(message, message.kinds().get(0));
		}
		message.kinds().forEach((kind) -> this.told.merge(kind.name(), kind.events(), Long::sum));
		return message;
	}

	private ToldMessage newPart(ToldMessage message, Kind inAll) {
		long before = this.told.getOrDefault(inAll.name(), 0L);
		long fresh = Math.max(0, inAll.events() - before);
		this.told.put(inAll.name(), Math.max(before, inAll.events()));
		boolean banner = message.form() == Form.STORM;
		List<Kind> kinds = banner ? List.of() : List.of(new Kind(inAll.name(), fresh, inAll.numbers()));
		return new ToldMessage(message.form(), message.mayBeRepeat(), kinds, banner ? fresh : 0);
	}

}
