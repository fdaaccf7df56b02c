package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keys of other services whose shape gives them away: a prefix, the middle (bots of
 * Telegram, HCP Terraform), or three parts beside the service's name (bots of Discord).
 *
 * <p>
 * Shapes: {@link ApiKeyShapes}; core.telegram.org "Bot API" (number, colon, secret);
 * docs.discord.com "Reference" (the user's id, a time and a code, with dots between).
 */
final class ApiKeyRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("api-key", LeakSeverity.CRITICAL,
			"Keys of many services that a prefix tells: sk-…, SG.…, hf_… and others.");

	private static final String DISCORD = "discord";

	private final TokenShapeRule shapes = new TokenShapeRule(SHEET, ApiKeyShapes.all(),
			List.of(new InfixShape(":AA", Alphabet.DIGITS, 6, 12, Alphabet.BASE64_URL, 30, 40),
					new InfixShape(".atlasv1.", Alphabet.ALPHANUMERIC, 14, 14, Alphabet.BASE64_URL, 40, 80)),
			List.of());

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		List<String> literals = new ArrayList<>(this.shapes.triggers().literals());
		literals.add(DISCORD);
		return Triggers.literals(literals.toArray(String[]::new));
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		this.shapes.find(text, found);
		if (Literals.contains(text, DISCORD)) {
			findBots(text, found);
		}
	}

	/** The first part is the base 64 of a number of 17 to 19 digits. */
	private static void findBots(String text, Consumer<Span> found) {
		int at = 0;
		while (at < text.length()) {
			int id = partEnd(text, at);
			int time = partEnd(text, id + 1);
			int code = partEnd(text, time + 1);
			boolean parts = isDot(text, id) && isDot(text, time) && id - at >= 23 && id - at <= 28;
			if (parts && time - id == 7 && code - time > 27 && "MNO".indexOf(text.charAt(at)) >= 0) {
				found.accept(Span.stars(at, code));
				id = code;
			}
			at = id + 1;
		}
	}

	private static boolean isDot(String text, int at) {
		return at < text.length() && text.charAt(at) == '.';
	}

	private static int partEnd(String text, int start) {
		int end = Math.min(start, text.length());
		while (end < text.length() && Alphabet.BASE64_URL.contains(text.charAt(end))) {
			end++;
		}
		return end;
	}

}
