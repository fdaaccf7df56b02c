package io.github.slacklogging.benchmark.shipping;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.spi.MDCAdapter;

/**
 * What a shop logs: ten lines a request with four entries in the context, three arguments
 * a line, and an ERROR with a stack of 40 frames for every hundredth line. For one
 * thread.
 */
public final class OrderTraffic {

	private static final int LINES_A_REQUEST = 10;

	private static final int LINES_AN_ERROR = 100;

	private static final int FRAMES = 40;

	private final MDCAdapter mdc;

	private final Logger orders;

	private final Logger stock;

	private final Logger payments;

	private long line;

	/**
	 * Has logged nothing yet.
	 * @param context to log to
	 * @param first number of the first line, so that two threads log different ones
	 */
	public OrderTraffic(LoggerContext context, long first) {
		this.mdc = context.getMDCAdapter();
		this.orders = context.getLogger("com.acme.orders.OrderService");
		this.stock = context.getLogger("com.acme.orders.stock.StockClient");
		this.payments = context.getLogger("com.acme.orders.payment.PaymentGateway");
		this.line = first;
	}

	/** Gets the context of the next line ready; not part of what is measured. */
	public void prepare() {
		if (this.line % LINES_A_REQUEST == 0) {
			this.mdc.put("traceId", "53d201082cfe461d" + Long.toHexString(this.line | 1L << 60));
			this.mdc.put("spanId", Long.toHexString(this.line | 1L << 60));
			this.mdc.put("requestId", "req-" + this.line);
			this.mdc.put("customer", "c-" + this.line % 5_000);
		}
	}

	/** One call. */
	public void log() {
		long now = this.line++;
		if (now % LINES_AN_ERROR == LINES_AN_ERROR - 1) {
			this.payments.error("Payment of order {} by customer {} failed after {} ms", now, now % 5_000, now % 900,
					exception(FRAMES - 3));
			return;
		}
		switch ((int) (now % 3)) {
			case 0 -> this.orders.info("Order {} of customer {} placed, {} items", now, now % 5_000, now % 7);
			case 1 -> this.stock.info("Reserved {} of article {} in warehouse {}", now % 7, now % 20_000, "Hamburg");
			default -> this.payments.info("Payment of order {} by customer {} took {} ms", now, now % 5_000, now % 900);
		}
	}

	private static Exception exception(int depth) {
		return (depth > 0) ? exception(depth - 1) : new IllegalStateException("The provider did not answer in time");
	}

}
