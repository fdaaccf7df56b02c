package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedAnswersTests {

	private final List<String> asked = new ArrayList<>();

	private final RememberedAnswers<String, Integer> answers = new RememberedAnswers<>(2, (question) -> {
		this.asked.add(question);
		return question.length();
	});

	@Test
	void ruleIsAskedOnce() {
		assertThat(this.answers.get("four")).isEqualTo(4);
		assertThat(this.answers.get("four")).isEqualTo(4);
		assertThat(this.asked).containsExactly("four");
	}

	@Test
	void fullMemoryBeginsAnew() {
		for (String question : List.of("a", "b", "a", "b", "c", "c", "a")) {
			assertThat(this.answers.get(question)).isOne();
			assertThat(this.answers.size()).isLessThanOrEqualTo(2);
		}

		assertThat(this.asked).containsExactly("a", "b", "c", "a");
	}

}
