package io.github.slacklogging.inbox.block;

/**
 * One place in a payload that Slack would refuse.
 *
 * @param pointer JSON pointer to it, for example {@code /blocks/0/text/text}
 * @param message in Slack's words as far as they are known
 */
public record Violation(String pointer, String message) {

	@Override
	public String toString() {
		return this.message + " [json-pointer:" + this.pointer + "]";
	}

}
