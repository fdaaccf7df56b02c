package io.github.slacklogging.message;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/**
 * What a fuzzer has found. It may spell every text out; so that it need not learn Slack's
 * markup letter by letter it may also name fragments that act.
 */
final class FuzzedChoices implements Choices {

	private final FuzzedDataProvider found;

	FuzzedChoices(FuzzedDataProvider found) {
		this.found = found;
	}

	@Override
	public int below(int bound) {
		return this.found.consumeInt(0, bound - 1);
	}

	@Override
	public String text() {
		StringBuilder text = new StringBuilder();
		for (int i = below(4); i >= 0; i--) {
			switch (below(4)) {
				case 0 -> text.append(this.found.consumeString(below(24)));
				case 1 -> text.append(oneOf(HostileText.PIECES).repeat(1 + below(400)));
				default -> text.append(oneOf(HostileText.PIECES));
			}
		}
		return text.toString();
	}

}
