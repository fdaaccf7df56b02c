package io.github.slacklogging.sample;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLHandshakeException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OrderServiceTests {

	@RegisterExtension
	final RecordedLog log = new RecordedLog();

	private final OrderService orders = new OrderService(new StockRepository(), new PaymentClient(),
			new ShippingClient());

	@Test
	void goodOrderIsPlacedWithoutAWordAndCanBeFound() {
		Order order = order("north", PaymentClient.GOOD_CARD);
		Receipt receipt = this.orders.place(order);
		assertThat(receipt.status()).isEqualTo(Receipt.Status.PLACED);
		assertThat(this.orders.find(receipt.orderId())).isEqualTo(order);
		assertThat(this.log.warningsAndErrors()).isEmpty();
	}

	@Test
	void everyOrderHasANumberOfItsOwn() {
		Order order = order("north", PaymentClient.GOOD_CARD);
		assertThat(this.orders.place(order).orderId()).isNotEqualTo(this.orders.place(order).orderId());
	}

	@Test
	void unknownOrderIsAnException() {
		assertThatIllegalStateException().isThrownBy(() -> this.orders.find(4711)).withMessage("Order 4711 not found");
	}

	@Test
	void declinedPaymentIsAnErrorThatHoldsWhatMustBeMasked() {
		Receipt receipt = this.orders.place(order("north", PaymentClient.DECLINED_CARD));
		assertThat(receipt.status()).isEqualTo(Receipt.Status.DECLINED);
		ILoggingEvent event = this.log.only();
		assertThat(event.getLevel()).isEqualTo(Level.ERROR);
		assertThat(event.getMessage()).isEqualTo("Payment of order {} declined, customer {}, card={}");
		assertThat(event.getFormattedMessage()).contains("customer joe@example.com", "card=4111 1111 1111 1111");
		assertThat(causes(event)).containsExactly(PaymentDeclinedException.class, IOException.class);
		assertThat(event.getMarkerList()).isNull();
	}

	@Test
	void databaseThatIsDownIsAnErrorThreeExceptionsDeep() {
		Receipt receipt = this.orders.place(order("south", PaymentClient.GOOD_CARD));
		assertThat(receipt.status()).isEqualTo(Receipt.Status.UNAVAILABLE);
		assertThat(causes(this.log.only())).containsExactly(StockAccessException.class,
				SQLTransientConnectionException.class, ConnectException.class);
	}

	@Test
	void untrustedCertificateIsCriticalByItsMarker() {
		Receipt receipt = this.orders.place(order("north", PaymentClient.UNTRUSTED_CARD));
		assertThat(receipt.status()).isEqualTo(Receipt.Status.UNAVAILABLE);
		ILoggingEvent event = this.log.only();
		assertThat(event.getLevel()).isEqualTo(Level.ERROR);
		assertThat(event.getMarkerList()).containsExactly(MarkerFactory.getMarker("CRITICAL"));
		assertThat(causes(event)).containsExactly(PaymentProviderException.class, SSLHandshakeException.class,
				CertificateExpiredException.class);
	}

	@Test
	void silentCarrierDelaysAPaidOrder() {
		Receipt receipt = this.orders.place(order("east", PaymentClient.GOOD_CARD));
		assertThat(receipt.status()).isEqualTo(Receipt.Status.DELAYED);
		assertThat(causes(this.log.only())).containsExactly(ShippingException.class, SocketTimeoutException.class);
	}

	@Test
	void errorCarriesTheOrderAsKeyValues() {
		Receipt receipt = this.orders.place(order("east", PaymentClient.GOOD_CARD));
		assertThat(this.log.only().getKeyValuePairs()).extracting(KeyValuePair::toString)
			.containsExactly("orderId=\"" + receipt.orderId() + "\"", "sku=\"cups\"", "warehouse=\"east\"");
	}

	@Test
	void lowStockIsAWarningAndTheOrderIsPlaced() {
		Receipt receipt = this.orders.place(order("west", PaymentClient.GOOD_CARD));
		assertThat(receipt.status()).isEqualTo(Receipt.Status.PLACED);
		ILoggingEvent event = this.log.only();
		assertThat(event.getLevel()).isEqualTo(Level.WARN);
		assertThat(event.getFormattedMessage()).isEqualTo("Stock of cups in warehouse west is low: 2 left");
	}

	@Test
	void orderOfNothingIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Order("joe@example.com", "cups", 0, "north", PaymentClient.GOOD_CARD))
			.withMessageContaining("quantity");
	}

	private static Order order(String warehouse, String card) {
		return new Order("joe@example.com", "cups", 1, warehouse, card);
	}

	private static List<Class<?>> causes(ILoggingEvent event) {
		List<Class<?>> causes = new ArrayList<>();
		for (IThrowableProxy proxy = event.getThrowableProxy(); proxy != null; proxy = proxy.getCause()) {
			causes.add(classNamed(proxy.getClassName()));
		}
		return causes;
	}

	private static Class<?> classNamed(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError(ex);
		}
	}

}
