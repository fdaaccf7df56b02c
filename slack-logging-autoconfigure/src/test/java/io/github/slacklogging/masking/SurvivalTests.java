package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SurvivalTests {

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^', textBlock = """
			user jane, password=⟦hunter2hunter⟧, retry --> user jane, password=***, retry
			user jane, password=⟦hunter2hunter⟧, retry --> user jane, ***, retry
			sent Bearer ⟦a1b2c3d4e5⟧ twice --> sent *** twice
			pin ⟦1234⟧ of 1234567 --> pin *** of 1234567
			a=⟦hunter22⟧; Path=/; b=⟦hunter33⟧ --> a=***; Path=/; b=***
			a=⟦hunter22⟧; name=⟦hunter33⟧ --> a=***
			key:⏎-----BEGIN EC PRIVATE KEY-----⏎⟦MHcCAQEEabcd⟧⏎-----END EC PRIVATE KEY-----⏎file x --> key: *** file x
			-----BEGIN EC PRIVATE KEY-----⏎⟦MHcCAQEEabcd⟧ --> ***
			Authorization: Digest username="⟦jane⟧", realm="orders" --> Authorization: ***
			POST https://hooks.slack.com/services/T0/⟦B0/abcdef⟧ refused --> POST https://hooks.slack.com/*** refused
			""")
	void secretThatIsGoneAndWordsThatAreThereAreWell(String line, String masked) {
		assertThat(Survival.complaints(entry(line), masked)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^', textBlock = """
			password=⟦hunter2hunter⟧ --> password=hunter2hunter
			password=⟦hunter2hunter⟧ --> password=***hunter
			password=⟦hunter2hunter⟧ --> password=hunter***
			pin ⟦1234⟧ refused --> pin 1234 refused
			a=⟦hunter22⟧ b=⟦geheim33⟧ --> a=*** b=geheim33
			""")
	void sixCharactersOfASecretAreTooMany(String line, String masked) {
		assertThat(Survival.complaints(entry(line), masked)).singleElement()
			.asString()
			.contains("something survives", masked);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^', textBlock = """
			user jane, password=⟦hunter2hunter⟧ for a retry --> user jane, password=***
			user jane, password=⟦hunter2hunter⟧ for a retry --> user *** for a retry
			tenant north, token ⟦a1b2c3d4⟧ of north --> tenant ***, token *** of north
			{"password":"⟦hunter22⟧"} --> {***}
			a=⟦hunter22⟧⏎the name is=⟦hunter33⟧ --> a=***
			""")
	void wordThatIsNotSecretMustBeThereAsOftenAsBefore(String line, String masked) {
		assertThat(Survival.complaints(entry(line), masked)).singleElement().asString().contains("did not survive");
	}

	private static CorpusEntry entry(String line) {
		return new CorpusEntry("file", 1, MarkedText.parse(line));
	}

}
