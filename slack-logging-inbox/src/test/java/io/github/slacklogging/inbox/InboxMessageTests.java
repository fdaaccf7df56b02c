package io.github.slacklogging.inbox;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InboxMessageTests {

	private final SlackInbox inbox = SlackInbox.start();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void allTextReadsDownTheScreen() throws Exception {
		assertThat(sample("critical").allText()).isEqualTo("""
				:rotating_light: CRITICAL in orders-api (prod): the ledger and the bank disagree
				:rotating_light: *CRITICAL* · *orders-api* · prod
				*LedgerMismatchException*: the ledger and the bank disagree by 1,204.50 EUR  <!here>
				`LedgerJob.reconcile` · nightly-reconcile · <https://logs.example.test/c|View full log>
				com.acme.ledger.LedgerMismatchException: the ledger and the bank disagree by 1,204.50 EUR
				  at com.acme.ledger.LedgerJob.reconcile(LedgerJob.java:118)
				  … 23 frames hidden
				#c0ffee1 · NEW · <!date^1795175160^{date_short_pretty} {time_secs}|10:06:00> · this instance only""");
	}

	@Test
	void leavesOfOneLineOfRichTextStandSideBySide() throws Exception {
		assertThat(sample("gallery").allText())
			.contains("rich bold code <script>alert(1)</script> link:bell:@userx\none\ntwo")
			.contains("Errors per minute")
			.contains("Acknowledge")
			.contains("a-1\n12");
	}

	private InboxMessage sample(String name) throws Exception {
		new HttpProbe().post(this.inbox.webhookUrl(), SampleMessages.json(name));
		return this.inbox.takeMessage(Duration.ofSeconds(10));
	}

}
