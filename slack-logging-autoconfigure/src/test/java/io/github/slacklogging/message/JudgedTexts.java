package io.github.slacklogging.message;

import java.util.List;
import java.util.Set;

import io.github.slacklogging.testing.OwnMarkup;
import io.github.slacklogging.testing.SlackSafetyJudge;

/**
 * Writes one text in all the ways in which text is written, without a message around it.
 */
final class JudgedTexts {

	private static final List<Integer> WIDTHS = List.of(4, 40, 300);

	private JudgedTexts() {
	}

	static void judge(String text) {
		String first = text.substring(0, text.length() / 2);
		String second = text.substring(text.length() / 2);
		for (int width : WIDTHS) {
			Size room = new Size(10 * width, 12 * width, 14 * width);
			Mrkdwn line = new Mrkdwn(new Budget(room)).ours("in ").log(first, width).ours(" (");
			line.beforeColon(second, width).ours("): ").label(text, width).log(text, width);
			judge(line.ours(" — ").log(second, width).separate().bold(first, width), room);
			Mrkdwn lines = new Mrkdwn(new Budget(room)).boldLabel(text, width).code(second, width);
			judge(lines.newLine().log(text, width).newLine().log(second, width).newLine().code(text, width), room);
			plain(PlainName.of(text, width));
		}
		box(LogText.lines(text, 2_000));
		String address = "https://links.example/" + text;
		TextLink.of(text, address).ifPresent((link) -> mrkdwn(link.markup(), address));
		TextLink.of(text, text).ifPresent((link) -> mrkdwn(link.markup(), text));
	}

	private static void judge(Mrkdwn written, Size room) {
		String markup = written.toString();
		mrkdwn(markup, "");
		if (!Size.ofOurs(markup).withShownAtMost(0).fitsIn(room)) {
			throw new AssertionError("No room for " + markup);
		}
	}

	private static void mrkdwn(String markup, String address) {
		none(SlackSafetyJudge.faultsOfMrkdwn(markup, new OwnMarkup(Set.of(address), null)), markup);
	}

	private static void plain(String name) {
		none(SlackSafetyJudge.faultsOfPlain(name), name);
	}

	private static void box(String literal) {
		none(SlackSafetyJudge.faultsOfBox(literal), literal);
	}

	private static void none(List<String> faults, String in) {
		if (!faults.isEmpty()) {
			throw new AssertionError(faults + " in " + in);
		}
	}

}
