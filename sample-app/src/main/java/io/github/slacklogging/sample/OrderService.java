package io.github.slacklogging.sample;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import org.springframework.stereotype.Component;

/**
 * Reserves, charges and ships. Trouble is told to the log here and nowhere else, so each
 * failed order is one event. Thread-safe.
 */
@Component
class OrderService {

	private static final Logger log = LoggerFactory.getLogger(OrderService.class);

	/**
	 * Raises an ERROR to CRITICAL in Slack, see {@code slack.logging.critical-markers}.
	 */
	private static final Marker CRITICAL = MarkerFactory.getMarker("CRITICAL");

	static final int LOW_STOCK = 5;

	private final StockRepository stock;

	private final PaymentClient payments;

	private final ShippingClient shipping;

	/** Order 4711 never exists, so there is always one that cannot be found. */
	private final AtomicLong lastId = new AtomicLong(4711);

	/** As long as the process lives: a sample needs no database for this. */
	private final Map<Long, Order> placed = new ConcurrentHashMap<>();

	OrderService(StockRepository stock, PaymentClient payments, ShippingClient shipping) {
		this.stock = stock;
		this.payments = payments;
		this.shipping = shipping;
	}

	/**
	 * Places an order. Never throws: what went wrong is logged and told by the receipt.
	 */
	Receipt place(Order order) {
		long id = this.lastId.incrementAndGet();
		return new Receipt(id, fulfil(id, order));
	}

	Order find(long id) {
		Order order = this.placed.get(id);
		if (order == null) {
			throw new IllegalStateException("Order " + id + " not found");
		}
		return order;
	}

	private Receipt.Status fulfil(long id, Order order) {
		try {
			reserve(order);
			this.payments.charge(id, order.card());
			this.shipping.requestLabel(id, order.warehouse());
			this.placed.put(id, order);
			return Receipt.Status.PLACED;
		}
		catch (StockAccessException ex) {
			return refusedWithoutStock(id, order, ex);
		}
		catch (PaymentDeclinedException ex) {
			return declined(id, order, ex);
		}
		catch (PaymentProviderException ex) {
			return refusedWithoutProvider(id, order, ex);
		}
		catch (ShippingException ex) {
			return delayed(id, order, ex);
		}
	}

	private void reserve(Order order) {
		int left = this.stock.reserve(order.sku(), order.quantity(), order.warehouse());
		if (left < LOW_STOCK) {
			log.atWarn()
				.addKeyValue("sku", order.sku())
				.log("Stock of {} in warehouse {} is low: {} left", order.sku(), order.warehouse(), left);
		}
	}

	private static Receipt.Status refusedWithoutStock(long id, Order order, StockAccessException cause) {
		error(id, order, cause).log("Order {} refused: stock of warehouse {} cannot be read", id, order.warehouse());
		return Receipt.Status.UNAVAILABLE;
	}

	private static Receipt.Status declined(long id, Order order, PaymentDeclinedException cause) {
		// Careless on purpose: Slack must show stars where the log shows a card.
		error(id, order, cause).log("Payment of order {} declined, customer {}, card={}", id, order.customer(),
				order.card());
		return Receipt.Status.DECLINED;
	}

	private static Receipt.Status refusedWithoutProvider(long id, Order order, PaymentProviderException cause) {
		error(id, order, cause).addMarker(CRITICAL)
			.log("No payment can be taken since order {}: the provider's certificate is not trusted", id);
		return Receipt.Status.UNAVAILABLE;
	}

	private static Receipt.Status delayed(long id, Order order, ShippingException cause) {
		error(id, order, cause).log("Order {} is paid but not shipped: the carrier gave no label", id);
		return Receipt.Status.DELAYED;
	}

	private static LoggingEventBuilder error(long id, Order order, Exception cause) {
		return log.atError()
			.setCause(cause)
			.addKeyValue("orderId", id)
			.addKeyValue("sku", order.sku())
			.addKeyValue("warehouse", order.warehouse());
	}

}
