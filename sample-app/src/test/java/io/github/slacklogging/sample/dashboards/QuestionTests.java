package io.github.slacklogging.sample.dashboards;

import java.time.Instant;

import io.github.slacklogging.sample.dashboards.Question.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuestionTests {

	private static final String VIEW = "(discover:(columns:!(level,logger,message),isDirty:!f,sort:!()),"
			+ "metadata:(indexPattern:logs-orders-api,view:discover))";

	private static final String GLOBAL = "(filters:!(),refreshInterval:(pause:!t,value:0),"
			+ "time:(from:'2026-08-14T11:58:00.250Z',to:'2026-08-14T12:02:00.250Z'))";

	@Test
	void stateOfALinkIsAQuestionOfConditionsInASpanOfTime() {
		Question question = question("logger : \"com.acme.Orders\" and message : \"not found\"");
		assertThat(question.indexPattern()).isEqualTo("logs-orders-api");
		assertThat(question.from()).isEqualTo(Instant.parse("2026-08-14T11:58:00.250Z"));
		assertThat(question.to()).isEqualTo(Instant.parse("2026-08-14T12:02:00.250Z"));
		assertThat(question.conditions()).containsExactly(new Condition("logger", "com.acme.Orders"),
				new Condition("message", "not found"));
	}

	@Test
	void whatIsHiddenInTwoLanguagesIsFoundAgain() {
		Question question = question("message : \"it!'s 5 !! a \\\\ and \\\"b\\\" \\n and c : \\$1\"");
		assertThat(question.conditions())
			.containsExactly(new Condition("message", "it's 5 ! a \\ and \"b\" \n and c : $1"));
	}

	@Test
	void longPhraseIsReadWithoutAStackOfItsLength() {
		assertThat(question("message : \"" + "\\\\!!".repeat(100_000) + "\"").conditions()).singleElement()
			.satisfies((condition) -> assertThat(condition.phrase()).hasSize(200_000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "log_id", "log_id : *", "log_id : \"a", "log_id : \"a\" or b : \"c\"",
			"log_id : \"a\" and ", "not log_id : \"a\"" })
	void otherQueriesAreRefused(String query) {
		assertThatIllegalArgumentException().isThrownBy(() -> question(query));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "(", "(query", "(query:", "(query:(query:'a)", "(query:(query:!n))", "(query:!(a,b))",
			"(query:(query:1))", "(query:(query:'log_id : \"a\"'))x", "(query:(query:'!a'))" })
	void otherStatesAreRefused(String state) {
		assertThatIllegalArgumentException().isThrownBy(() -> Question.of(VIEW, GLOBAL, state));
	}

	@Test
	void timeThatIsNoMomentIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Question.of(VIEW, GLOBAL.replace("2026", "now"), "(query:(query:'a : \"b\"'))"));
	}

	@Test
	void bottomlessStateIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Question.of(VIEW, GLOBAL, "!(".repeat(100_000)));
	}

	private static Question question(String query) {
		return Question.of(VIEW, GLOBAL, "(filters:!(),query:(language:kuery,query:'" + query + "'))");
	}

}
