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

}
