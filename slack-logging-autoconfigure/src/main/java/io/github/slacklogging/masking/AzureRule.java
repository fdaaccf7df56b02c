package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keys of accounts and of shared access, signatures of shared access, secrets of
 * applications, personal access tokens of DevOps; keys of storage without a name where
 * the text speaks of Azure.
 *
 * <p>
 * Shapes: learn.microsoft.com "Configure Azure Storage connection strings", "Create a
 * service SAS", "Service Bus access control with Shared Access Signatures", "Client
 * secret (Entra ID)" and "Azure DevOps personal access token" of the Purview entity
 * definitions (the marks {@code Q~} and {@code AZDO}).
 */
final class AzureRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("azure", LeakSeverity.CRITICAL,
			"Azure's account keys, shared access keys and signatures, client secrets and DevOps tokens.");

	private static final List<String> CONTEXT = List.of("azure", "windows.net", "cosmos");

	/** 64 bytes in base 64, without padding. */
	private static final int STORAGE_KEY = 86;

	private static final String PADDING = "==";

	private final LiteralScan context = new LiteralScan(CONTEXT, List.of(1L, 1L, 1L), "");

	private final TokenShapeRule shapes = new TokenShapeRule(SHEET, List.of(),
			List.of(new InfixShape("Q~", Alphabet.TILDED, 4, 4, Alphabet.TILDED, 30, 40),
					new InfixShape("AZDO", Alphabet.ALPHANUMERIC, 76, 76, Alphabet.ALPHANUMERIC, 4, 4)),
			List.of(new NamedShape("accountkey", Alphabet.PERCENT, 16),
					new NamedShape("sharedaccesskey", Alphabet.PERCENT, 16),
					new NamedShape("sig", Alphabet.PERCENT, 30)));

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		Stream<String> literals = this.shapes.triggers()
			.literals()
			.stream()
			.map((literal) -> literal.equals("q~") ? "0q~" : literal.equals("sig") ? "sig=" : literal);
		return Triggers.literals(Stream.concat(literals, CONTEXT.stream()).toArray(String[]::new));
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		this.shapes.find(text, found);
		if (this.context.scan(text) != 0) {
			findStorageKeys(text, found);
		}
	}

	private static void findStorageKeys(String text, Consumer<Span> found) {
		Runs runs = new Runs(text);
		int at = 0;
		while (at < text.length()) {
			int end = runs.end(Alphabet.BASE64, at);
			if (end - at == STORAGE_KEY && text.startsWith(PADDING, end) && !isDigest(text, at)) {
				found.accept(Span.stars(at, end + PADDING.length()));
			}
			at = end + 1;
		}
	}

	// SHA-512 is as long: "sha512-…==" is how npm writes it.
	private static boolean isDigest(String text, int at) {
		String before = text.substring(Math.max(0, at - 24), at);
		return Stream.of("sha", "digest", "hash", "integrity").anyMatch((word) -> Literals.contains(before, word));
	}

}
