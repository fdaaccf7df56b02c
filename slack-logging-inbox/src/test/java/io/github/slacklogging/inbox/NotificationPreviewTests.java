package io.github.slacklogging.inbox;

import java.time.Instant;
import java.util.Optional;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationPreviewTests {

	@ParameterizedTest
	@CsvSource(delimiter = '→', quoteCharacter = '"', textBlock = """
			Order *failed* at _noon_, ~not~ `now`   → Order failed at noon, not now
			*_both_*   → both
			2*3*4 and snake_case_name stay   → 2*3*4 and snake_case_name stay
			<!here> look: <https://example.org/x|the order>   → @here look: the order
			<https://example.org/x>   → https://example.org/x
			<mailto:ops@example.org>   → ops@example.org
			<@U012AB> in <#C000INBOX001>   → @someone in #oncall
			<#C9|other> for <!subteam^S1|@ops>   → #other for @ops
			<!subteam^S1> at <!date^0^{date}|noon>   → @group at noon
			a &lt; b &amp;&amp; c &gt; d   → a < b && c > d
			&amp;lt; is not a tag   → &lt; is not a tag
			:fire: 5 < 6   → :fire: 5 < 6
			""")
	void markupBecomesWords(String text, String expected) {
		assertThat(preview("{'text':'" + text + "'}").text()).isEqualTo(expected);
	}

	@Test
	void titleIsTheChannelAndTheSenderSpeaks() {
		NotificationPreview preview = preview("{'text':'Down','username':'orders'}");
		assertThat(preview.title()).isEqualTo("#oncall");
		assertThat(preview.text()).isEqualTo("orders: Down");
	}

	@Test
	void phoneShowsNothingOfTheBlocksAndDesktopShowsThemFirst() {
		String blocks = "'blocks':[{'type':'section','text':{'type':'mrkdwn','text':'*Blocks*'}}]";
		assertThat(preview("{'text':'Text'," + blocks + "}"))
			.isEqualTo(new NotificationPreview("#oncall", "Text", "Blocks"));
		assertThat(preview("{" + blocks + "}")).isEqualTo(new NotificationPreview("#oncall", "", "Blocks"));
		assertThat(preview("{'text':'Text'}")).isEqualTo(new NotificationPreview("#oncall", "Text", "Text"));
	}

	@Test
	void attachmentSpeaksByItsFallback() {
		assertThat(preview("{'attachments':[{'color':'danger','fallback':'Down'}]}").text()).isEqualTo("Down");
	}

	@Test
	void fourLinesAreShown() {
		assertThat(preview("{'text':'1\\n\\n2\\n3\\n4'}").text()).isEqualTo("1\n2\n3\n4");
		assertThat(preview("{'text':'1\\n2\\n3\\n4\\n5'}").text()).isEqualTo("1\n2\n3\n4…");
	}

	@Test
	void longTextIsCutBetweenCharacters() {
		assertThat(preview("{'text':'" + "x".repeat(177) + "'}").text()).hasSize(177).endsWith("x");
		assertThat(preview("{'text':'" + "x".repeat(500) + "'}").text()).hasSize(178).endsWith("x…");
		assertThat(preview("{'text':'" + "x".repeat(176) + "😀".repeat(9) + "'}").text())
			.isEqualTo("x".repeat(176) + "…");
	}

	private static NotificationPreview preview(String payload) {
		try {
			Json arguments = Json.read(payload.replace('\'', '"'));
			InboxMessage message = new Draft(InboxMessage.Source.WEBHOOK, "#oncall", arguments).toMessage("1.2",
					Instant.EPOCH);
			return NotificationPreview.of(message,
					(id) -> Optional.of("#oncall").filter((name) -> id.equals("C000INBOX001")));
		}
		catch (MalformedJsonException ex) {
			throw new IllegalArgumentException(payload, ex);
		}
	}

}
