package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tokens that their own prefix or the name before them tells, and nothing else.
 *
 * <p>
 * Shapes: docs.github.com "About authentication to GitHub" (token formats, up to 255
 * characters) and github.blog changelog of 2021-03-31; docs.gitlab.com "Token overview"
 * (prefixes); docs.stripe.com "API keys" and "Receive Stripe events in your webhook
 * endpoint"; npm Docs "About access tokens" and "npmrc"; the help of PyPI, "API tokens"
 * (macaroons). Lengths were compared with those that gitleaks looks for.
 */
final class TokenShapeRule implements MaskingRule {

	private final RuleSheet sheet;

	private final TokenShapes shapes;

	private final List<InfixShape> infixes;

	private final NamedShapes named;

	TokenShapeRule(RuleSheet sheet, List<TokenShape> shapes, List<InfixShape> infixes, List<NamedShape> named) {
		this.sheet = sheet;
		this.shapes = new TokenShapes(shapes);
		this.infixes = List.copyOf(infixes);
		this.named = new NamedShapes(named);
	}

	static TokenShapeRule github() {
		return new TokenShapeRule(
				RuleSheet.of("github", LeakSeverity.CRITICAL, "GitHub's tokens: personal, OAuth, app and refresh."),
				List.of(TokenShape.sure("ghp_", Alphabet.WORD, 20), TokenShape.sure("gho_", Alphabet.WORD, 20),
						TokenShape.sure("ghu_", Alphabet.WORD, 20), TokenShape.sure("ghr_", Alphabet.WORD, 20),
						// Those of app installations may be stateless and have parts.
						TokenShape.sure("ghs_", Alphabet.DOTTED, 20),
						TokenShape.sure("github_pat_", Alphabet.WORD, 20)),
				List.of(), List.of());
	}

	static TokenShapeRule gitlab() {
		List<String> prefixes = List.of("glpat-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glimt-",
				"glagent-", "gloas-", "glsoat-", "glffct-", "glwt-", "GR1348941");
		return new TokenShapeRule(
				RuleSheet.of("gitlab", LeakSeverity.CRITICAL, "GitLab's tokens: access, deploy, runner, job and more."),
				prefixes.stream().map((prefix) -> TokenShape.sure(prefix, Alphabet.DOTTED, 16)).toList(), List.of(),
				List.of());
	}

	static TokenShapeRule stripe() {
		return new TokenShapeRule(
				RuleSheet.of("stripe", LeakSeverity.CRITICAL,
						"Stripe's secret and restricted keys and webhook secrets."),
				List.of(TokenShape.sure("sk_live_", Alphabet.WORD, 10), TokenShape.sure("sk_test_", Alphabet.WORD, 10),
						TokenShape.sure("rk_live_", Alphabet.WORD, 10), TokenShape.sure("rk_test_", Alphabet.WORD, 10),
						TokenShape.sure("sk_org_live_", Alphabet.WORD, 10),
						TokenShape.sure("ek_live_", Alphabet.WORD, 10), TokenShape.sure("ek_test_", Alphabet.WORD, 10),
						TokenShape.mixed("whsec_", Alphabet.BASE64, 16)),
				List.of(), List.of());
	}

	static TokenShapeRule npm() {
		return new TokenShapeRule(
				RuleSheet.of("npm", LeakSeverity.CRITICAL, "npm's tokens and the credentials of an .npmrc."),
				List.of(TokenShape.mixed("npm_", Alphabet.ALPHANUMERIC, 30)), List.of(),
				List.of(new NamedShape(":_authtoken", Alphabet.ENCODED, 6),
						new NamedShape(":_password", Alphabet.ENCODED, 6),
						new NamedShape(":_auth", Alphabet.ENCODED, 6)));
	}

	static TokenShapeRule pypi() {
		return new TokenShapeRule(RuleSheet.of("pypi", LeakSeverity.CRITICAL, "PyPI's upload tokens."),
				List.of(TokenShape.sure("pypi-AgE", Alphabet.BASE64_URL, 16)), List.of(), List.of());
	}

	static TokenShapeRule google() {
		return new TokenShapeRule(
				RuleSheet.of("google", LeakSeverity.CRITICAL,
						"Google's API keys, OAuth tokens and secrets, ids of service account keys, Firebase tokens."),
				List.of(TokenShape.sure("AIza", Alphabet.BASE64_URL, 30), TokenShape.sure("ya29.", Alphabet.DOTTED, 16),
						TokenShape.sure("GOCSPX-", Alphabet.BASE64_URL, 16),
						TokenShape.mixed("1//0", Alphabet.BASE64_URL, 30),
						TokenShape.mixed("1%2F%2F0", Alphabet.BASE64_URL, 30),
						TokenShape.random("4/0A", Alphabet.BASE64_URL, 40)),
				List.of(new InfixShape(":APA91b", Alphabet.BASE64_URL, 6, 64, Alphabet.BASE64_URL, 60, 300)),
				List.of(new NamedShape("private_key_id", Alphabet.HEX, 16)));
	}

	@Override
	public RuleSheet sheet() {
		return this.sheet;
	}

	@Override
	public Triggers triggers() {
		Stream<String> marks = Stream.concat(this.infixes.stream().map(InfixShape::trigger),
				this.named.triggers().stream());
		return Triggers
			.literals(Stream.concat(this.shapes.triggers().stream(), marks).distinct().toArray(String[]::new));
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		Runs runs = new Runs(text);
		this.shapes.find(text, runs, found);
		this.infixes.forEach((shape) -> shape.find(text, runs, found));
		this.named.find(text, found);
	}

}
