package io.github.slacklogging.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.opensearch.ClusterAnswer.Answered;
import io.github.slacklogging.opensearch.ClusterAnswer.Unclear;
import io.github.slacklogging.opensearch.ClusterAnswer.Unreachable;
import io.github.slacklogging.opensearch.ItemResult.Blocked;
import io.github.slacklogging.opensearch.ItemResult.Busy;
import io.github.slacklogging.opensearch.ItemResult.Conflict;
import io.github.slacklogging.opensearch.ItemResult.Indexed;
import io.github.slacklogging.opensearch.ItemResult.Unfit;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means for the documents of a request, and for the next request. Each
 * document is in exactly one of the lists.
 *
 * <p>
 * Longer than a class of ours should be: what each answer means is to be read in one
 * place.
 *
 * @param indexed are there
 * @param again are to be sent again as they are
 * @param unfit were refused for what they hold
 * @param conflicting were refused because their id was taken before they were sent
 * @param next when the next request may go
 * @param rejection why one was refused, {@code null} where none was
 */
record BulkVerdict(List<PendingDocument> indexed, List<PendingDocument> again, List<PendingDocument> unfit,
		List<PendingDocument> conflicting, Next next, @Nullable String rejection) {

	private static final int TOO_LARGE = 413;

	/**
	 * Judges an answer. Documents that may be there by now are marked so.
	 * @param batch in the order of the request
	 * @param answer to it
	 */
	static BulkVerdict of(List<PendingDocument> batch, ClusterAnswer answer) {
		if (answer instanceof Answered answered) {
			return of(batch, answered);
		}
		if (answer instanceof Unclear unclear) {
			return unclear(batch, unclear.reason());
		}
		return allAgain(batch, new Next.Failed(((Unreachable) answer).reason()));
	}

	private static BulkVerdict of(List<PendingDocument> batch, Answered answer) {
		int status = answer.status();
		if (status == 200) {
			Optional<BulkAnswer> read = BulkAnswer.read(answer.body(), batch.size());
			return read.isPresent() ? of(batch, read.get())
					: unclear(batch, "the answer is none of a bulk request: is this address one of OpenSearch?");
		}
		if (status >= 500) {
			// what stands between may have given up on a cluster that did not: Envoy says
			// 503 for a connection that was cut while it waited for the answer
			return unclear(batch, "HTTP " + status);
		}
		return switch (status) {
			case 429 -> allAgain(batch, new Next.SlowDown(answer.retryAfter(), null));
			case 401 -> allAgain(batch, new Next.SlowDown(null, "the credential is refused (HTTP 401)"));
			case 403 -> allAgain(batch, new Next.SlowDown(null, "the credential may not do this (HTTP 403)"));
			case 400, TOO_LARGE -> tooMuch(batch, status);
			// also 1xx, 202 and 408 of what stands between: it may be there
			default -> unclear(batch, "HTTP " + status + ": is this address one of OpenSearch?");
		};
	}

	/** The request as a whole: a smaller one says more. */
	private static BulkVerdict tooMuch(List<PendingDocument> batch, int status) {
		if (batch.size() > 1) {
			return allAgain(batch, new Next.Smaller(status == TOO_LARGE));
		}
		// whoever calls each request bad shall not be given one document after the other
		Next next = (status == TOO_LARGE) ? new Next.AtOnce()
				: new Next.Failed("HTTP " + status + " for a single document: is this address one of OpenSearch?");
		return new BulkVerdict(List.of(), List.of(), batch, List.of(), next, "HTTP " + status);
	}

	private static BulkVerdict unclear(List<PendingDocument> batch, String reason) {
		batch.forEach(PendingDocument::sentWithoutAnswer);
		return allAgain(batch, new Next.Failed(reason));
	}

	private static BulkVerdict allAgain(List<PendingDocument> batch, Next next) {
		return new BulkVerdict(List.of(), batch, List.of(), List.of(), next, null);
	}

	private static BulkVerdict of(List<PendingDocument> batch, BulkAnswer answer) {
		Sorting sorting = new Sorting();
		for (int i = 0; i < batch.size(); i++) {
			sorting.sort(batch.get(i), answer.items().get(i));
		}
		return sorting.verdict();
	}

	/** When the next request may go. */
	sealed interface Next {

		/** All is well. */
		record AtOnce() implements Next {

		}

		/**
		 * With less in it.
		 *
		 * @param forGood whether as much is never taken
		 */
		record Smaller(boolean forGood) implements Next {

		}

		/**
		 * Later, because the cluster wants it.
		 *
		 * @param atLeast how much later, {@code null} where it did not say
		 * @param pausedBy what somebody must mend, {@code null} for mere load
		 */
		record SlowDown(@Nullable Duration atLeast, @Nullable String pausedBy) implements Next {

		}

		/**
		 * Later, because there was no answer that says what happened.
		 *
		 * @param reason of the failure
		 */
		record Failed(String reason) implements Next {

		}

	}

	/** Puts each document where its result belongs. */
	private static final class Sorting {

		private final List<PendingDocument> indexed = new ArrayList<>();

		private final List<PendingDocument> again = new ArrayList<>();

		private final List<PendingDocument> unfit = new ArrayList<>();

		private final List<PendingDocument> conflicting = new ArrayList<>();

		private @Nullable String pausedBy;

		private @Nullable String failure;

		private @Nullable String rejection;

		void sort(PendingDocument document, ItemResult result) {
			if (result instanceof Indexed) {
				this.indexed.add(document);
			}
			else if (result instanceof Conflict) {
				conflict(document);
			}
			else if (result instanceof Busy busy) {
				busy(document, busy);
			}
			else if (result instanceof Blocked blocked) {
				this.again.add(document);
				this.pausedBy = blocked.reason();
			}
			else if (result instanceof Unfit refused) {
				this.unfit.add(document);
				this.rejection = refused.reason();
			}
		}

		private void conflict(PendingDocument document) {
			if (document.isMaybeThere()) {
				this.indexed.add(document);
			}
			else {
				this.conflicting.add(document);
				this.rejection = "the id was taken already (HTTP 409)";
			}
		}

		private void busy(PendingDocument document, Busy busy) {
			if (busy.status() >= 500) {
				document.sentWithoutAnswer();
				this.failure = busy.reason();
			}
			this.again.add(document);
		}

		BulkVerdict verdict() {
			return new BulkVerdict(this.indexed, this.again, this.unfit, this.conflicting, next(), this.rejection);
		}

		private Next next() {
			if (this.again.isEmpty()) {
				return new Next.AtOnce();
			}
			boolean failed = this.failure != null && this.pausedBy == null && this.indexed.isEmpty();
			return (failed && this.failure != null) ? new Next.Failed(this.failure)
					: new Next.SlowDown(null, this.pausedBy);
		}

	}

}
