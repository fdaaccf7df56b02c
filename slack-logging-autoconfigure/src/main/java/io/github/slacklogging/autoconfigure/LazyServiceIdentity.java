package io.github.slacklogging.autoconfigure;

import java.util.function.Supplier;

import io.github.slacklogging.ServiceIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, with the host name looked up at the first call: a resolver that does not
 * answer can hold that call for seconds, so it belongs on the worker. Thread-safe.
 */
final class LazyServiceIdentity implements Supplier<ServiceIdentity> {

	private final ServiceIdentity known;

	private final Supplier<String> hostName;

	private volatile @Nullable ServiceIdentity complete;

	/**
	 * Creates the supplier.
	 * @param known identity; an empty host is looked up
	 * @param hostName looks it up
	 */
	LazyServiceIdentity(ServiceIdentity known, Supplier<String> hostName) {
		this.known = known;
		this.hostName = hostName;
		this.complete = known.host().isEmpty() ? null : known;
	}

	/** What is known without a look-up; the host may be empty. */
	ServiceIdentity known() {
		return this.known;
	}

	@Override
	public ServiceIdentity get() {
		ServiceIdentity identity = this.complete;
		if (identity == null) {
			identity = new ServiceIdentity(this.known.name(), this.known.version(), this.known.commit(),
					this.known.environment(), this.hostName.get(), this.known.startedAt());
			this.complete = identity;
		}
		return identity;
	}

}
