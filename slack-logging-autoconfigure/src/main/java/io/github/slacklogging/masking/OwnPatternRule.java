package io.github.slacklogging.masking;

import java.util.function.Consumer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A pattern of the application's: where it has a group, the first one is what must not
 * leave, else all of it. RE2/J takes time linear in the text.
 */
final class OwnPatternRule implements MaskingRule {

	private final RuleSheet sheet;

	private final Pattern pattern;

	OwnPatternRule(String name, Pattern pattern) {
		this.sheet = RuleSheet.of(name, LeakSeverity.HIGH, "A pattern of the application's.");
		this.pattern = pattern;
	}

	@Override
	public RuleSheet sheet() {
		return this.sheet;
	}

	@Override
	public Triggers triggers() {
		return Triggers.everyText();
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		Matcher matcher = this.pattern.matcher(text);
		while (matcher.find()) {
			int group = (matcher.groupCount() > 0 && matcher.start(1) >= 0) ? 1 : 0;
			if (matcher.end(group) > matcher.start(group)) {
				found.accept(Span.stars(matcher.start(group), matcher.end(group)));
			}
		}
	}

}
