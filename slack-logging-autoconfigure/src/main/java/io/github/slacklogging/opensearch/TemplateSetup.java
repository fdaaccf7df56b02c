package io.github.slacklogging.opensearch;

import java.time.Duration;

import io.github.slacklogging.Tick;
import io.github.slacklogging.opensearch.BulkVerdict.Next;
import io.github.slacklogging.opensearch.ClusterAnswer.Answered;
import io.github.slacklogging.opensearch.ClusterAnswer.Unclear;
import io.github.slacklogging.opensearch.ClusterAnswer.Unreachable;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the index template is there before the first document, since the first
 * document makes the index. A template that somebody changed is left as it is, unless it
 * is an older one of ours. Where the cluster refuses it, the free fields are sent as
 * text, and it is asked again from time to time. Used by the worker only.
 */
final class TemplateSetup {

	private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(10);

	private final @Nullable IndexTemplate template;

	private State state;

	private @Nullable String limitation;

	private @Nullable Tick refusedAt;

	/**
	 * Asks for nothing yet.
	 * @param template to be there, {@code null} for none of ours
	 */
	TemplateSetup(@Nullable IndexTemplate template) {
		this.template = template;
		this.state = (template != null) ? State.UNKNOWN : State.SETTLED;
	}

	private enum State {

		/** Nobody has looked yet. */
		UNKNOWN,

		/** It is not there, or old. */
		MISSING,

		/** It is there, or nobody wants it. */
		SETTLED,

		/** The cluster does not want it. */
		REFUSED

	}

	/** Whether documents may be sent, in whatever form. */
	boolean isSettled() {
		return this.state == State.SETTLED || this.state == State.REFUSED;
	}

	/** Without a template each free field would become a field of the index. */
	boolean areFreeFieldsText() {
		return this.state == State.REFUSED;
	}

	/** What the cluster does not do, {@code null} while all is well. */
	@Nullable String limitation() {
		return this.limitation;
	}

	/**
	 * What is to be asked now.
	 * @param now the time
	 * @return {@code null} for nothing
	 */
	@Nullable ClusterRequest request(Tick now) {
		IndexTemplate wanted = this.template;
		if (wanted == null || this.state == State.SETTLED) {
			return null;
		}
		Tick refused = this.refusedAt;
		if (this.state == State.REFUSED && refused != null && now.since(refused).compareTo(ASK_AGAIN_AFTER) < 0) {
			return null;
		}
		String path = "/_index_template/" + wanted.name();
		return (this.state == State.MISSING) ? ClusterRequest.put(path, wanted.json())
				: ClusterRequest.get(path + "?filter_path=index_templates.index_template.version");
	}

	/**
	 * Hears the answer to what was asked.
	 * @param answer of the cluster
	 * @param now the time
	 * @return when the next request may go
	 */
	Next answered(ClusterAnswer answer, Tick now) {
		if (answer instanceof Unreachable unreachable) {
			return new Next.Failed(unreachable.reason());
		}
		if (answer instanceof Unclear unclear) {
			return new Next.Failed(unclear.reason());
		}
		return answered((Answered) answer, now);
	}

	private Next answered(Answered answer, Tick now) {
		int status = answer.status();
		if (status == 429) {
			return new Next.SlowDown(answer.retryAfter(), null);
		}
		if (status == 401) {
			return new Next.SlowDown(null, "the credential is refused (HTTP 401)");
		}
		if (status / 100 != 2 && status / 100 != 4) {
			return new Next.Failed("HTTP " + status);
		}
		settle(answer, now);
		return new Next.AtOnce();
	}

	private void settle(Answered answer, Tick now) {
		boolean looked = this.state != State.MISSING;
		IndexTemplate wanted = this.template;
		if (looked && answer.status() == 404) {
			this.state = State.MISSING;
		}
		else if (answer.status() != 200) {
			this.state = State.REFUSED;
			this.refusedAt = now;
			this.limitation = "the index template cannot be made (HTTP " + answer.status()
					+ "), so labels are sent as text";
		}
		else {
			boolean old = looked && wanted != null && !wanted.isCurrent(answer.body());
			this.state = old ? State.MISSING : State.SETTLED;
			this.limitation = null;
		}
	}

}
