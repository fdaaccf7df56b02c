package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Shipping to OpenSearch, as typed; {@link ConfiguredCluster} says what it means. Blank
 * means not set. Addresses are strings, because they may hold a password until they are
 * refused.
 *
 * @param uris Comma-separated list of addresses of one OpenSearch cluster, tried in turn.
 * When set, events are shipped there.
 * @param level Lowest severity that is shipped.
 * @param index Index that events are shipped to, with a date pattern in braces that is
 * filled in UTC. When not set it is 'logs-', the name of the service and '-{yyyy.MM.dd}'.
 * @param dataStream Data stream that events are shipped to, instead of an index.
 * @param template Whether an index template is installed that bounds the number of
 * fields.
 * @param username User that ships. Its password stands in a file.
 * @param passwordFile File that holds the password of the user, read again when it
 * changes.
 * @param apiKeyFile File that holds an API key, read again when it changes.
 * @param bearerTokenFile File that holds a bearer token, read again when it changes.
 * @param bulk events that share a request
 * @param buffer what waits to be shipped
 * @param http transport, private to the shipping
 */
record OpenSearchProperties(@DefaultValue List<String> uris, @DefaultValue("INFO") Severity level,
		@Nullable String index, @Nullable String dataStream, @DefaultValue("create") Template template,
		@Nullable String username, @Nullable String passwordFile, @Nullable String apiKeyFile,
		@Nullable String bearerTokenFile, @NestedConfigurationProperty @DefaultValue Bulk bulk,
		@NestedConfigurationProperty @DefaultValue Buffer buffer,
		@NestedConfigurationProperty @DefaultValue Http http) {

	static final String GROUP = "opensearch";

	private static final Pattern USER_INFORMATION = Pattern.compile(".*?//(?:[^:/]*:)?(.*)@.*");

	OpenSearchProperties {
		uris = uris.stream().filter(StringUtils::hasText).map(String::strip).toList();
		index = textOrNull(index);
		dataStream = textOrNull(dataStream);
		username = textOrNull(username);
		passwordFile = textOrNull(passwordFile);
		apiKeyFile = textOrNull(apiKeyFile);
		bearerTokenFile = textOrNull(bearerTokenFile);
	}

	/** Whether events are shipped. */
	boolean isConfigured() {
		return !this.uris.isEmpty();
	}

	/** Passwords in addresses, where none may stand. */
	Stream<String> secrets() {
		return this.uris.stream()
			.map(USER_INFORMATION::matcher)
			.filter(Matcher::matches)
			.map((matcher) -> matcher.group(1));
	}

	/** Collects what is wrong with single values where something is shipped. */
	void check(Problems problems) {
		if (isConfigured()) {
			this.bulk.check(problems);
			this.buffer.check(problems);
			this.http.check(problems);
		}
	}

	private static @Nullable String textOrNull(@Nullable String text) {
		return StringUtils.hasText(text) ? text.strip() : null;
	}

	// A secret may stand in the wrong property, so no value is printed that may be one.
	@Override
	public String toString() {
		return "OpenSearchProperties[uris=" + this.uris.size() + ", level=" + this.level + "]";
	}

	/** Who installs the index template. */
	enum Template {

		/** The application, when it ships for the first time. */
		CREATE,

		/** Somebody else. */
		NONE

	}

	/**
	 * Events that share a request.
	 *
	 * @param maxEvents Most events in a request.
	 * @param maxSize Most bytes of a request, before it is compressed. Lowered by itself
	 * where the cluster takes less.
	 * @param linger How long the first event waits for company; from ERROR on 200 ms at
	 * most.
	 */
	record Bulk(@DefaultValue("500") int maxEvents, @DefaultValue("5MB") DataSize maxSize,
			@DefaultValue("1s") Duration linger) {

		private static final Duration LONGEST_LINGER = Duration.ofMinutes(1);

		void check(Problems problems) {
			problems.between("opensearch.bulk.max-events", this.maxEvents, 1, 10_000);
			problems.between("opensearch.bulk.max-size", this.maxSize, DataSize.ofKilobytes(16),
					DataSize.ofMegabytes(100));
			problems.notNegative("opensearch.bulk.linger", this.linger);
			problems.notLonger("opensearch.bulk.linger", this.linger, LONGEST_LINGER);
		}

	}

	/**
	 * Between the threads that log and the worker that ships.
	 *
	 * @param capacity Most events that wait to be shipped. Above 80 % only ERROR and
	 * CRITICAL get in, the last 5 % is for CRITICAL.
	 * @param maxSize Most memory, approximately, of the events that wait to be shipped.
	 */
	record Buffer(@DefaultValue("16384") int capacity, @DefaultValue("32MB") DataSize maxSize) {

		void check(Problems problems) {
			problems.between("opensearch.buffer.capacity", this.capacity, 1, CollectingProperties.MAX_CAPACITY);
			problems.between("opensearch.buffer.max-size", this.maxSize, DataSize.ofKilobytes(1),
					DataSize.ofGigabytes(16));
		}

	}

	/**
	 * The transport, private to the shipping.
	 *
	 * @param connectTimeout Longest time to connect to the cluster.
	 * @param responseTimeout Longest time for a whole exchange with the cluster.
	 * @param connectionMaxAge Age after which a connection is not used again.
	 * @param proxy HTTP proxy as host:port. When not set the settings of the JVM count.
	 * @param sslBundle Name of the SSL bundle for connections to the cluster.
	 */
	record Http(@DefaultValue("3s") Duration connectTimeout, @DefaultValue("30s") Duration responseTimeout,
			@DefaultValue("5m") Duration connectionMaxAge, @Nullable String proxy, @Nullable String sslBundle) {

		static final String PROXY = "opensearch.http.proxy";

		/** A batch under way for longer is sent again. */
		private static final Duration LONGEST_EXCHANGE = Duration.ofMinutes(5);

		void check(Problems problems) {
			problems.positive("opensearch.http.connect-timeout", this.connectTimeout);
			problems.notLonger("opensearch.http.connect-timeout", this.connectTimeout, Duration.ofMinutes(1));
			problems.positive("opensearch.http.response-timeout", this.responseTimeout);
			problems.notLonger("opensearch.http.response-timeout", this.responseTimeout, LONGEST_EXCHANGE);
			problems.positive("opensearch.http.connection-max-age", this.connectionMaxAge);
			problems.notLonger("opensearch.http.connection-max-age", this.connectionMaxAge, Duration.ofHours(1));
			ProxyAddress.parse(PROXY, this.proxy, problems);
		}

		// Without the proxy, which may hold a password until it is refused.
		@Override
		public String toString() {
			return "Http[responseTimeout=" + this.responseTimeout + "]";
		}

	}

}
