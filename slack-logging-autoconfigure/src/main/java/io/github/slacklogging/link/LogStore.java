package io.github.slacklogging.link;

/**
 * One log store in one version of its addresses. Immutable.
 */
interface LogStore {

	/**
	 * The address that asks the question.
	 * @param question what is looked for
	 * @param columns whether to name the columns that are shown, where that is possible
	 * @return encoded in full, of any length
	 */
	String address(LogQuestion question, boolean columns);

	/** Whether an address can ask for an id, and for nothing else. */
	default boolean findsIdsOnly() {
		return false;
	}

	/** Whether it can answer nothing without the name of the service. */
	default boolean needsService() {
		return false;
	}

}
