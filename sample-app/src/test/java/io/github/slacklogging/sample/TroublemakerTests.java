package io.github.slacklogging.sample;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class TroublemakerTests {

	@RegisterExtension
	final RecordedLog log = new RecordedLog();

	private final StockRepository stock = new StockRepository();

	private final Troublemaker troublemaker = new Troublemaker(
			new OrderService(this.stock, new PaymentClient(), new ShippingClient()), new Inventory(this.stock));

	@Test
	void declinedPaymentIsOneError() {
		this.troublemaker.declinedPayment();
		assertThat(this.log.only().getLevel()).isEqualTo(Level.ERROR);
		assertThat(this.log.only().getFormattedMessage()).startsWith("Payment of order ");
	}

	@Test
	void databaseDownIsOneError() {
		this.troublemaker.databaseDown();
		assertThat(this.log.only().getLevel()).isEqualTo(Level.ERROR);
		assertThat(this.log.only().getFormattedMessage()).endsWith("stock of warehouse south cannot be read");
	}

	@Test
	void sameErrorAgainIsOneKindAboutManyOrders() {
		this.troublemaker.sameErrorAgain(1_000);
		List<ILoggingEvent> events = this.log.warningsAndErrors();
		assertThat(events).hasSize(1_000).allMatch((event) -> event.getLevel() == Level.ERROR);
		assertThat(events.stream().map(ILoggingEvent::getMessage).distinct()).hasSize(1);
		assertThat(events.stream().map(ILoggingEvent::getFormattedMessage).distinct()).hasSize(1_000);
	}

	@Test
	void manyKindsAreMoreThanAnybodyReadsAndHaveOneCause() {
		this.troublemaker.manyKinds();
		List<ILoggingEvent> events = this.log.warningsAndErrors();
		assertThat(events).hasSize(25).allMatch((event) -> event.getLevel() == Level.ERROR);
		assertThat(events.stream().map((event) -> event.getKeyValuePairs().toString()).distinct()).hasSize(25)
			.allMatch((pairs) -> pairs.contains("slack.fingerprint=\"{{default}} "));
		assertThat(events.stream().map((event) -> event.getThrowableProxy().getClassName()).distinct())
			.containsExactly(StockAccessException.class.getName());
	}

	@Test
	void warningsAreThreeOfTwoKindsAndNoError() {
		this.troublemaker.warnings();
		List<ILoggingEvent> events = this.log.warningsAndErrors();
		assertThat(events).hasSize(3).allMatch((event) -> event.getLevel() == Level.WARN);
		assertThat(events.stream().map(ILoggingEvent::getMessage).distinct()).hasSize(2);
	}

	@Test
	void criticalOneIsMarked() {
		this.troublemaker.criticalOne();
		assertThat(this.log.only().getMarkerList()).extracting(Object::toString).containsExactly("CRITICAL");
	}

}
