package io.github.slacklogging.transport;

import java.lang.reflect.Method;
import java.net.Authenticator;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;

/**
 * The private HTTP client, made at first use. Thread-safe.
 *
 * <p>
 * A kept connection may have died without a word, and a POST is not repeated on another.
 * From Java 21 a client can be closed, so after a minute without a request, and when it
 * grows old, it is replaced. On Java 17 a client that was let go keeps its thread for
 * long, so the one is kept for life, and the first request to a host after a minute is to
 * be preceded by one that does no harm ({@link Use#maybeDead()}): that one meets the dead
 * connection and takes it away.
 *
 * <p>
 * Longer than a class of ours should be: what a client holds is made and freed here.
 */
final class Connections {

	private static final Duration MAX_IDLE = Duration.ofMinutes(1);

	private static final Duration THREAD_KEEP_ALIVE = Duration.ofSeconds(20);

	private final HttpTransport.Settings settings;

	private final @Nullable Rehearsed rehearsed;

	// Both from Java 21.
	private final @Nullable Method shutdown = method("shutdown");

	private final @Nullable Method shutdownNow = method("shutdownNow");

	private final Map<String, Long> lastUsed = new HashMap<>();

	private @Nullable Client client;

	private @Nullable ThreadPoolExecutor threads;

	/**
	 * No client yet.
	 * @param settings of the client
	 * @param rehearsed in place of the network, {@code null} for the network
	 */
	Connections(HttpTransport.Settings settings, @Nullable Rehearsed rehearsed) {
		this.settings = settings;
		this.rehearsed = rehearsed;
	}

	/**
	 * The client to use now.
	 * @param authority scheme, host and port of the request
	 * @param now monotonic nanoseconds
	 */
	synchronized Use use(String authority, long now) {
		ClientHttpConnector connector = connector(now);
		Long used = this.lastUsed.put(authority, now);
		return new Use(connector, used != null && now - used > MAX_IDLE.toNanos());
	}

	synchronized ClientHttpConnector connector(long now) {
		Client current = this.client;
		if (current != null && this.shutdown != null && isWorn(current, now)) {
			// What is under way on it goes on to its end.
			call(this.shutdown, current.http());
			this.lastUsed.clear();
			current = null;
		}
		if (current == null) {
			current = create(now);
			this.client = current;
		}
		return current.connector();
	}

	/** Makes the client on one of its own threads, where there is none yet. */
	synchronized void getReady(long now) {
		if (this.client == null) {
			Executor asked = threads();
			asked.execute(() -> getReady(asked, now));
		}
	}

	private void getReady(Executor asked, long now) {
		try {
			synchronized (this) {
				// or it was closed meanwhile. Who sends at once waits for this client.
				if (this.threads == asked) {
					connector(now);
				}
			}
		}
		catch (RuntimeException | LinkageError ex) {
			// whoever sends is told
		}
	}

	private boolean isWorn(Client client, long now) {
		boolean old = now - client.created() >= this.settings.connectionMaxAge().toNanos();
		boolean idle = !this.lastUsed.isEmpty()
				&& this.lastUsed.values().stream().allMatch((used) -> now - used > MAX_IDLE.toNanos());
		return old || idle;
	}

	private Client create(long now) {
		ThreadPoolExecutor threads = threads();
		HttpClient.Builder builder = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(this.settings.connectTimeout())
			.executor(threads);
		OutboundProxy proxy = this.settings.outboundProxy();
		if (proxy != null) {
			builder.proxy(proxy);
		}
		Authenticator jvm = Authenticator.getDefault();
		if (jvm != null) {
			builder.authenticator(new ProxyAuthenticator(jvm));
		}
		if (this.rehearsed != null) {
			// without the parameters, which are those of real connections too
			builder.sslContext(NoTls.context());
			HttpClient http = this.rehearsed.client(builder, threads);
			return new Client(http, onOwnThreads(this.rehearsed.connector(http), threads), now);
		}
		SSLContext context = tls();
		builder.sslContext(context).sslParameters(TlsParameters.of(context, this.settings.sslParameters()));
		HttpClient http = builder.build();
		return new Client(http, onOwnThreads(new JdkClientHttpConnector(http), threads), now);
	}

	private ThreadPoolExecutor threads() {
		ThreadPoolExecutor known = this.threads;
		if (known == null) {
			known = threads(this.settings.threads() + "-");
			this.threads = known;
		}
		return known;
	}

	private SSLContext tls() {
		try {
			SSLContext own = this.settings.sslContext();
			return (own != null) ? own : SSLContext.getDefault();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("The JVM's own TLS cannot be used", ex);
		}
	}

	/**
	 * The JDK's client completes on the common pool or on a new thread, whatever executor
	 * it was given, and Spring logs the response right there: at TRACE each message would
	 * be the cause of the next one. Source: jdk.internal.net.http.HttpClientImpl,
	 * sendAsync.
	 */
	private static ClientHttpConnector onOwnThreads(ClientHttpConnector connector, Executor threads) {
		Scheduler scheduler = Schedulers.fromExecutor(threads);
		return (method, uri, request) -> connector.connect(method, uri, request).publishOn(scheduler);
	}

	/** Frees everything; what is under way fails. The next use begins anew. */
	synchronized void close() {
		Client current = this.client;
		this.client = null;
		this.lastUsed.clear();
		if (current != null && this.shutdownNow != null) {
			call(this.shutdownNow, current.http());
		}
		else if (current != null && this.rehearsed != null) {
			Rehearsed.endThread(current.http());
		}
		if (this.rehearsed != null) {
			this.rehearsed.close();
		}
		if (this.threads != null) {
			// Ends them now but refuses no task: the client's own clean-up runs on them.
			this.threads.setKeepAliveTime(0, TimeUnit.SECONDS);
			this.threads = null;
		}
	}

	// As many as work, which is few: a look-up of a name may hold one, nothing else does.
	// Nothing of the thread that sends is inherited.
	private static ThreadPoolExecutor threads(String prefix) {
		AtomicInteger number = new AtomicInteger();
		return new ThreadPoolExecutor(0, Integer.MAX_VALUE, THREAD_KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS,
				new SynchronousQueue<>(), (task) -> {
					Thread thread = new Thread(null, task, prefix + number.incrementAndGet(), 0, false);
					thread.setDaemon(true);
					thread.setContextClassLoader(Connections.class.getClassLoader());
					return thread;
				});
	}

	private static @Nullable Method method(String name) {
		try {
			return HttpClient.class.getMethod(name);
		}
		catch (NoSuchMethodException ex) {
			return null;
		}
	}

	private static void call(Method method, HttpClient client) {
		try {
			method.invoke(client);
		}
		catch (ReflectiveOperationException ex) {
			// The client then goes the way it goes on Java 17.
		}
	}

	/**
	 * A client and what may wait on it.
	 *
	 * @param connector to send with
	 * @param maybeDead whether a kept connection may have died unnoticed
	 */
	record Use(ClientHttpConnector connector, boolean maybeDead) {

	}

	private record Client(HttpClient http, ClientHttpConnector connector, long created) {

	}

}
