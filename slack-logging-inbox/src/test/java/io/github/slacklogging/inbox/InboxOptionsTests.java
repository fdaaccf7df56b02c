package io.github.slacklogging.inbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InboxOptionsTests {

	@Test
	void withoutOptionsItListensOnLoopbackAndIsStrict() {
		InboxOptions options = InboxOptions.of();
		assertThat(options.listening()).isEqualTo(Listening.onLoopback(8025));
		assertThat(options.task()).isEqualTo(InboxOptions.Task.RUN);
		assertThat(options.lenient()).isFalse();
		assertThat(options.limits()).isEmpty();
		assertThat(options.token()).isEmpty();
	}

	@Test
	void everyOptionIsRead() {
		InboxOptions options = InboxOptions.of("--port", "0", "--host", "0.0.0.0", "--allow-host", "Inbox",
				"--allow-host=slack.example.org", "--lenient", "--limits=slack", "--token", "xoxb-other");
		assertThat(options.listening())
			.isEqualTo(Listening.onLoopback(0).on("0.0.0.0").allow("inbox").allow("slack.example.org"));
		assertThat(options.lenient()).isTrue();
		assertThat(options.limits()).hasValue(InboxOptions.Limits.SLACK);
		assertThat(options.token()).hasValue("xoxb-other");
	}

	@Test
	void optionGivenTwiceMeansTheLastOne() {
		assertThat(InboxOptions.of("--port=1", "--port=2").listening().port()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--prot 8025         | There is no option --prot.
			8025                | There is no option 8025.
			--port              | --port wants a value.
			--port=             | --port wants a value.
			--port http         | --port: A port is a number from 0 to 65535, not 'http'.
			--port -1           | --port: A port is a number from 0 to 65535, not '-1'.
			--port 65536        | --port: A port is a number from 0 to 65535, not 65536.
			--host http://x     | --host: A host is an address or a name, not 'http://x'.
			--allow-host x:80   | --allow-host: An allowed host is a name without a port, not 'x:80'.
			--limits some       | --limits: Limits are slack or none, not 'some'.
			""")
	void whatIsWrongIsNamedInOneSentence(String line, String sentence) {
		assertThatIllegalArgumentException().isThrownBy(() -> InboxOptions.of(line.split(" "))).withMessage(sentence);
	}

	@Test
	void badTokenIsNotRepeatedAsItMayBeARealOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> InboxOptions.of("--token", "xoxb one"))
			.withMessage("--token: A token is one word of ASCII characters.");
	}

}
