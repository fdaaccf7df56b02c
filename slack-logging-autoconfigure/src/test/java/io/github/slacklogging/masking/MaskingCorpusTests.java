package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.masking.EventMasking.Settings;
import io.github.slacklogging.testing.DocumentBlock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application may print, and what may be left of it. A failure lists every line
 * that is not as it should be.
 */
class MaskingCorpusTests {

	private static final Map<String, Integer> LEAST = Map.ofEntries(Map.entry("secret-key", 90),
			Map.entry("command-line", 12), Map.entry("authorization", 25), Map.entry("url-credentials", 25),
			Map.entry("jwt", 12), Map.entry("aws", 14), Map.entry("google", 12), Map.entry("azure", 12),
			Map.entry("github", 10), Map.entry("gitlab", 8), Map.entry("slack", 16), Map.entry("stripe", 8),
			Map.entry("npm", 6), Map.entry("pypi", 5), Map.entry("api-key", 14), Map.entry("private-key", 12),
			Map.entry("high-entropy", 14), Map.entry("email", 18), Map.entry("ssn", 12), Map.entry("card", 22),
			Map.entry("iban", 14), Map.entry("phone", 10), Map.entry("ip-address", 10));

	private final MaskingCorpus corpus = MaskingCorpus.load();

	private final List<MaskingRule> rules = BuiltInRules.all(new SecretNames(Settings.DEFAULT_KEYS));

	private final EventMasking usual = masking("default");

	@Test
	void corpusIsLarge() {
		assertThat(this.corpus.allSecrets()).hasSizeGreaterThanOrEqualTo(300);
		assertThat(this.corpus.innocents()).hasSizeGreaterThanOrEqualTo(300);
		LEAST.forEach(
				(rule, least) -> assertThat(this.corpus.secretsOf(rule)).as(rule).hasSizeGreaterThanOrEqualTo(least));
	}

	@Test
	void everyRuleHasAFileAndEveryFileARule() {
		assertThat(this.rules).extracting((rule) -> rule.sheet().name())
			.containsExactlyInAnyOrderElementsOf(this.corpus.secrets().keySet());
	}

	@Test
	void noLineIsThereTwice() {
		assertThat(this.corpus.all().map((entry) -> entry.text().text())).doesNotHaveDuplicates();
	}

	@Test
	void everySecretIsMarkedWhereverItStands() {
		assertThat(this.corpus.allSecrets())
			.allSatisfy((entry) -> assertThat(entry.secrets()).isNotEmpty().noneMatch(entry.context()::contains));
		assertThat(this.corpus.innocents()).allSatisfy((entry) -> assertThat(entry.secrets()).isEmpty());
	}

	@Test
	void nothingOfASecretSurvivesAndEverythingAroundItDoes() {
		List<String> complaints = new ArrayList<>();
		for (CorpusEntry entry : this.corpus.allSecrets()) {
			String masked = maskingFor(entry.file()).mask("message", entry.text().text());
			complaints.addAll(Survival.complaints(entry, masked));
		}
		assertNone(complaints);
	}

	/**
	 * Where a secret has no shape of its own, the rule cannot have learned the corpus by
	 * heart.
	 */
	@Test
	void otherValuesInTheSamePlacesAreMaskedToo() {
		List<String> complaints = new ArrayList<>();
		for (String rule : List.of("secret-key", "command-line", "url-credentials", "high-entropy")) {
			for (CorpusEntry entry : this.corpus.secretsOf(rule)) {
				CorpusEntry other = entry.withOtherValues();
				complaints.addAll(Survival.complaints(other, this.usual.mask("message", other.text().text())));
			}
		}
		assertNone(complaints);
	}

	@Test
	void innocentTextIsTheSameString() {
		List<String> complaints = new ArrayList<>();
		for (CorpusEntry entry : this.corpus.innocents()) {
			String text = entry.text().text();
			String masked = this.usual.mask("message", text);
			if (!masked.equals(text)) {
				complaints.add(entry + ": '" + text + "' became: " + masked);
			}
		}
		assertNone(complaints);
	}

	@Test
	void maskedTextIsNotMaskedAgain() {
		List<String> complaints = new ArrayList<>();
		for (CorpusEntry entry : this.corpus.allSecrets()) {
			EventMasking masking = maskingFor(entry.file());
			String once = masking.mask("message", entry.text().text());
			String twice = masking.mask("message", once);
			if (!twice.equals(once)) {
				complaints.add(entry + ": '" + once + "' became: " + twice);
			}
		}
		assertNone(complaints);
	}

	@Test
	void documentShowsPrecisionAndRecall() {
		new DocumentBlock("masking", "corpus").assertHolds(new CorpusTable(this.corpus, this.rules).text());
	}

	@Test
	void documentShowsTheRules() {
		new DocumentBlock("masking", "rules").assertHolds(RuleCatalogue.of(this.rules));
	}

	/** Opt-in rules work on their own file only. */
	private EventMasking maskingFor(String file) {
		boolean optIn = this.rules.stream()
			.map(MaskingRule::sheet)
			.anyMatch((sheet) -> sheet.optIn() && sheet.name().equals(file));
		return optIn ? masking("default", file) : this.usual;
	}

	private static EventMasking masking(String... rules) {
		return new EventMasking(new Settings(true, List.of(rules), Settings.DEFAULT_KEYS, Map.of(), List.of()),
				List.of(), new PipelineListener() {
				});
	}

	private static void assertNone(List<String> complaints) {
		assertThat(complaints).withFailMessage(() -> complaints.size() + " lines:\n" + String.join("\n", complaints))
			.isEmpty();
	}

}
