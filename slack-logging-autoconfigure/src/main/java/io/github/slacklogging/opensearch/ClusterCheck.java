package io.github.slacklogging.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.Tick;
import io.github.slacklogging.opensearch.ClusterAnswer.Answered;
import io.github.slacklogging.transport.HttpTransport;

/**
 * Whether the cluster takes documents: it answers, knows the credential, has the index
 * template and writes to the index. Writes nothing. Thread-safe; blocks for a few
 * exchanges.
 */
public final class ClusterCheck implements SelfCheck {

	private static final String SUBJECT = "opensearch";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Pattern VERSION = Pattern.compile("\"number\"\\s*:\\s*\"([0-9A-Za-z.-]{1,40})\"");

	private static final Pattern BLOCKED = Pattern
		.compile("\"(write|read_only|read_only_allow_delete)\"\\s*:\\s*\"true\"");

	private final OpenSearchShipping.Settings settings;

	private final HttpTransport.Settings http;

	private final AuthorizationSource authorization;

	private final Supplier<Tick> clock;

	/**
	 * Asks nobody yet.
	 * @param settings of the shipping
	 * @param http how the cluster is reached
	 * @param authorization by what the shipping proves who it is
	 * @param clock the time
	 */
	public ClusterCheck(OpenSearchShipping.Settings settings, HttpTransport.Settings http,
			AuthorizationSource authorization, Supplier<Tick> clock) {
		this.settings = settings;
		this.http = http;
		this.authorization = authorization;
		this.clock = clock;
	}

	@Override
	public List<Finding> examine() {
		try (Cluster cluster = new ClusterClient(new ClusterClient.Settings(this.settings.uris(), this.http),
				this.authorization, this.clock)) {
			return examine(cluster);
		}
	}

	List<Finding> examine(Cluster cluster) {
		List<Finding> findings = new ArrayList<>();
		ClusterAnswer greeting = ask(cluster, ClusterRequest.get("/"));
		findings.add(answer(greeting));
		if (findings.get(0).outcome() == Finding.Outcome.FAILED) {
			findings.add(Finding.skipped(SUBJECT, "template, index", "the cluster does not talk to us", null));
			return findings;
		}
		IndexNames names = this.settings.names();
		findings.add(template(cluster, new IndexTemplate(names)));
		findings.add(index(cluster, names.of(this.clock.get().instant())));
		return findings;
	}

	private static ClusterAnswer ask(Cluster cluster, ClusterRequest request) {
		try {
			return cluster.send(request).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			// It completes, and in time.
		}
		return new ClusterAnswer.Unreachable("none", "given up");
	}

	private Finding answer(ClusterAnswer answer) {
		if (!(answer instanceof Answered answered)) {
			String why = (answer instanceof ClusterAnswer.Unreachable unreachable) ? unreachable.reason()
					: ((ClusterAnswer.Unclear) answer).reason();
			return Finding.failed(SUBJECT, "cluster", "none of its addresses answers: " + why,
					"Look at slack.logging.opensearch.uris, the proxy and the certificates"
							+ " (slack.logging.opensearch.http.ssl-bundle).");
		}
		return switch (answered.status()) {
			case 200 -> Finding.ok(SUBJECT, "cluster", "answers" + version(answered.body()));
			case 401 -> Finding.failed(SUBJECT, "credential", "the cluster refuses it (HTTP 401)",
					"Correct the user and what slack.logging.opensearch.password-file"
							+ " (api-key-file, bearer-token-file) holds.");
			// not everybody may ask for the version
			case 403 -> Finding.ok(SUBJECT, "cluster", "answers, and tells this user no version");
			default -> Finding.failed(SUBJECT, "cluster", "answers HTTP " + answered.status(),
					"Look at slack.logging.opensearch.uris, and at what stands before the cluster.");
		};
	}

	private static String version(String body) {
		Matcher matcher = VERSION.matcher(body);
		return matcher.find() ? ", version " + matcher.group(1) : "; it does not look like OpenSearch";
	}

	private Finding template(Cluster cluster, IndexTemplate template) {
		if (!this.settings.createTemplate()) {
			return Finding.skipped(SUBJECT, "template", "is not ours (slack.logging.opensearch.template=none)", null);
		}
		ClusterAnswer answer = ask(cluster, ClusterRequest.get("/_index_template/" + template.name()));
		int status = (answer instanceof Answered answered) ? answered.status() : 0;
		return switch (status) {
			case 200 -> Finding.ok(SUBJECT, "template",
					template.name() + " is there" + (template.isCurrent(((Answered) answer).body()) ? ""
							: ", of an earlier version, and is renewed with the first document"));
			case 404 -> Finding.ok(SUBJECT, "template", template.name() + " is made before the first document");
			case 401, 403 ->
				Finding.warning(SUBJECT, "template", "the user may not look at index templates (HTTP " + status + ")",
						"Let it (cluster:admin/indices/template or index_template/get and put), or make the template"
								+ " yourself and set slack.logging.opensearch.template=none.");
			default ->
				Finding.warning(SUBJECT, "template", "cannot be looked at (" + answer.tag() + ")", "Ask again later.");
		};
	}

	private static Finding index(Cluster cluster, String index) {
		ClusterAnswer answer = ask(cluster,
				ClusterRequest.get("/" + index + "/_settings/index.blocks.*?flat_settings=false"));
		int status = (answer instanceof Answered answered) ? answered.status() : 0;
		if (status == 200 && BLOCKED.matcher(((Answered) answer).body()).find()) {
			return Finding.failed(SUBJECT, "index", index + " is there and blocked against writing",
					"Mostly the disk of a node is nearly full: make room, then take index.blocks.* away.");
		}
		return switch (status) {
			case 200 -> Finding.ok(SUBJECT, "index", index + " is there and open");
			case 404 -> Finding.ok(SUBJECT, "index", index + " is made with the first document");
			default ->
				Finding.skipped(SUBJECT, "index", "whether " + index + " is open nobody tells (" + answer.tag() + ")",
						"The right indices:monitor/settings/get is enough to see it.");
		};
	}

}
