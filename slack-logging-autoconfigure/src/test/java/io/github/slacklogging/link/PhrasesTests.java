package io.github.slacklogging.link;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhrasesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			Order {} not found                        | not found;Order
			Order #{} not found                       | not found;Order
			took {}ms in {}, again                    | again;took
			user={} failed to log in                  | failed to log in
			{}                                        | none
			HTTP 500 from {}                          | HTTP 500 from
			Could not ship, no reason given           | Could not ship, no reason given
			Order 4711 not found                      | not found;Order
			User 'bob' is locked for 5 minutes        | is locked for;minutes;User
			mail=*** bounced                          | bounced
			card *** was declined by {}               | was declined by;card
			{} --> {} ... {}                          | none
			=== {} === gone                           | === gone
			""")
	void wholeWordsThatStandAtNoValue(String template, String phrases) {
		List<String> expected = (phrases == null) ? List.of() : List.of(phrases.split(";"));
		assertThat(Phrases.of(Found.logged(template).group())).containsExactlyElementsOf(expected);
	}

	@Test
	void phraseLiesWithinALineAndHasSingleBlanksOnly() {
		assertThat(Phrases.of(Found.logged("could not ship\nthe order  today\tno way").group()))
			.containsExactly("could not ship", "the order", "no way");
	}

	@Test
	void digitMakesAWordUncertainWhateverElseStandsInIt() {
		assertThat(Phrases.of(Found.logged("lost order\u20284711\u2028 again").group())).containsExactly("again",
				"lost");
	}

	@Test
	void atMostThreeAreTakenTheLongestFirst() {
		assertThat(Phrases.of(Found.logged("one {} three four {} seven {} nine ten eleven").group()))
			.containsExactly("nine ten eleven", "three four", "seven");
	}

	@Test
	void wordsInWhichTwoEventsOfAKindDifferAreLeftOut() {
		assertThat(Phrases
			.of(Found.group(Found.logged("Cannot reach bob at home"), Found.logged("Cannot reach barbara at home"))))
			.containsExactly("Cannot reach");
		assertThat(Phrases.of(Found.group(Found.logged("a thing"), Found.logged("another thing")))).isEmpty();
	}

	@Test
	void longTextsAreCutIntoPhrasesOfModestLength() {
		String text = "lorem ipsum ".repeat(1_000).strip();
		assertThat(Phrases.of(Found.logged(text).group())).isNotEmpty()
			.allSatisfy((phrase) -> assertThat(phrase).hasSizeLessThanOrEqualTo(120))
			.allSatisfy((phrase) -> assertThat(text).contains(phrase));
	}

}
