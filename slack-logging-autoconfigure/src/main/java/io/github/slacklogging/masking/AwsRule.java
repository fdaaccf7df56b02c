package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Ids of access keys, secret keys where something near tells them, session tokens, and
 * the signatures of presigned URLs.
 *
 * <p>
 * Shapes: docs.aws.amazon.com "IAM identifiers" (prefixes of unique ids), "Manage access
 * keys for IAM users" (20 and 40 characters), "Authenticating Requests: Using Query
 * Parameters", "Bedrock API keys".
 */
final class AwsRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("aws", LeakSeverity.CRITICAL,
			"AWS access key ids, secret keys, session tokens and signatures of presigned URLs.");

	private static final int SECRET_KEY = 40;

	/** How far before a secret key what tells it may be. */
	private static final int MAX_DISTANCE = 100;

	private static final List<String> CONTEXT = List.of("aws", "secret", "akia", "asia", "accesskey");

	/** They carry a signature whose name alone tells nothing. */
	private static final List<String> SIGNED = List.of("awsaccesskeyid", "key-pair-id");

	private final NamedShapes signature = new NamedShapes(List.of(new NamedShape("signature", Alphabet.ENCODED, 16)));

	private final LiteralScan signed = new LiteralScan(SIGNED, List.of(1L, 1L), "");

	private final TokenShapeRule shapes = new TokenShapeRule(SHEET,
			Stream.concat(Stream.of("AKIA", "ASIA", "ABIA", "ACCA").map(AwsRule::id),
					Stream.of(TokenShape.sure("FwoGZXIvYXdz", Alphabet.ENCODED, 16),
							TokenShape.sure("FQoGZXIvYXdz", Alphabet.ENCODED, 16),
							TokenShape.sure("IQoJb3JpZ2lu", Alphabet.ENCODED, 16),
							TokenShape.random("ABSK", Alphabet.BASE64, 60),
							TokenShape.sure("bedrock-api-key-", Alphabet.ENCODED, 20)))
				.toList(),
			List.of(), List.of(new NamedShape("x-amz-signature", Alphabet.HEX, 16),
					new NamedShape("x-amz-security-token", Alphabet.ENCODED, 16)));

	private static TokenShape id(String prefix) {
		return TokenShape.sure(prefix, Alphabet.UPPER, 16).exactly();
	}

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals(Stream.of(this.shapes.triggers().literals(), CONTEXT, SIGNED)
			.flatMap(List::stream)
			.distinct()
			.toArray(String[]::new));
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		this.shapes.find(text, found);
		if (this.signed.scan(text) != 0) {
			this.signature.find(text, found);
		}
		findSecretKeys(text, found);
	}

	private static void findSecretKeys(String text, Consumer<Span> found) {
		Runs runs = new Runs(text);
		int at = 0;
		while (at < text.length()) {
			int end = runs.end(Alphabet.BASE64, at);
			if (end - at == SECRET_KEY && isSecretKey(text, at, end) && isTold(text, at)) {
				found.accept(Span.stars(at, end));
			}
			at = end + 1;
		}
	}

	private static boolean isSecretKey(String text, int start, int end) {
		boolean random = Randomness.of(text, start, end).kind() == Randomness.Kind.BOTH_CASES;
		boolean joined = start > 0 && "-_.".indexOf(text.charAt(start - 1)) >= 0;
		boolean goesOn = end < text.length() && "-_=".indexOf(text.charAt(end)) >= 0;
		return random && !joined && !goesOn;
	}

	private static boolean isTold(String text, int start) {
		String before = text.substring(Math.max(0, start - MAX_DISTANCE), start);
		return CONTEXT.stream().anyMatch((word) -> Literals.contains(before, word));
	}

}
