package io.github.slacklogging.inbox.test;

import io.github.slacklogging.inbox.SlackInbox;

/**
 * Where assertions about an inbox begin. Import both methods statically, beside those of
 * AssertJ.
 *
 * <pre class="code">
 * assertThat(inbox).received(message().in("#oncall").withText("payment").withColor(RED));
 * </pre>
 */
public final class SlackInboxAssertions {

	private SlackInboxAssertions() {
	}

	/**
	 * Begins to assert.
	 * @param inbox that receives
	 * @return assertions that wait
	 */
	public static SlackInboxAssert assertThat(SlackInbox inbox) {
		return new SlackInboxAssert(inbox);
	}

	/**
	 * Any message.
	 * @return a description that can be made narrower
	 */
	public static ExpectedMessage message() {
		return ExpectedMessage.ANY;
	}

}
