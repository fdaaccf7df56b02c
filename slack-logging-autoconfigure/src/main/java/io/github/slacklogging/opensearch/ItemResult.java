package io.github.slacklogging.opensearch;

/**
 * What became of one document of a bulk request. Reasons are one short line without
 * anything of the document, so that they may stand in health pages.
 */
sealed interface ItemResult {

	/** It is there. */
	record Indexed() implements ItemResult {

	}

	/** There was one with this id already (409). */
	record Conflict() implements ItemResult {

	}

	/**
	 * The cluster has too much to do or is not complete (429, 5xx).
	 *
	 * @param status of HTTP
	 * @param reason why
	 */
	record Busy(int status, String reason) implements ItemResult {

	}

	/**
	 * Nothing may be written there until somebody mends it: the index is read-only,
	 * closed or cannot be made, the disk is full, or a right is missing.
	 *
	 * @param reason why
	 */
	record Blocked(String reason) implements ItemResult {

	}

	/**
	 * It is refused for what it holds (400 and any other 4xx).
	 *
	 * @param status of HTTP
	 * @param reason why
	 */
	record Unfit(int status, String reason) implements ItemResult {

	}

}
