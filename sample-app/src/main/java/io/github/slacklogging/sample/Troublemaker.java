package io.github.slacklogging.sample;

import org.springframework.stereotype.Component;

/**
 * Places the orders that go wrong, and counts what cannot be counted. Thread-safe;
 * returns when all of them are logged, or when a job has begun.
 */
@Component
class Troublemaker {

	private static final String CUSTOMER = "jane.doe@example.com";

	private final OrderService orders;

	private final Inventory inventory;

	private final StockTaking stockTaking;

	Troublemaker(OrderService orders, Inventory inventory, StockTaking stockTaking) {
		this.orders = orders;
		this.inventory = inventory;
		this.stockTaking = stockTaking;
	}

	/** One ERROR, with a card number and an e-mail address in its text. */
	void declinedPayment() {
		place("espresso-cups", StockRepository.WELL_STOCKED, PaymentClient.DECLINED_CARD);
	}

	/** One ERROR, three exceptions deep. */
	void databaseDown() {
		place("espresso-cups", StockRepository.DATABASE_DOWN, PaymentClient.GOOD_CARD);
	}

	/** So many ERRORs of one kind, each about another order. */
	void sameErrorAgain(int times) {
		for (int i = 0; i < times; i++) {
			place("coffee-beans", ShippingClient.SILENT_CARRIER, PaymentClient.GOOD_CARD);
		}
	}

	/** One ERROR of its own kind for each article, all with one cause. */
	void manyKinds() {
		this.inventory.count(StockRepository.DATABASE_DOWN);
	}

	/** Three WARNs of two kinds. */
	void warnings() {
		place("milk-jug", StockRepository.NEARLY_EMPTY, PaymentClient.GOOD_CARD);
		place("tamper", StockRepository.NEARLY_EMPTY, PaymentClient.GOOD_CARD);
		place("espresso-cups", StockRepository.WELL_STOCKED, PaymentClient.SLOW_CARD);
	}

	/** One ERROR that the marker raises to CRITICAL. */
	void criticalOne() {
		place("espresso-machine", StockRepository.WELL_STOCKED, PaymentClient.UNTRUSTED_CARD);
	}

	/** One run of a job, which fails a few seconds after it began. */
	void failedJob() {
		this.stockTaking.begin(StockRepository.DATABASE_DOWN);
	}

	/** One run of a job, which succeeds a few seconds after it began. */
	void job() {
		this.stockTaking.begin(StockRepository.WELL_STOCKED);
	}

	/** One run of a job, which comes to its end and warns. */
	void jobWithAWarning() {
		this.stockTaking.begin(StockRepository.NEARLY_EMPTY);
	}

	private void place(String sku, String warehouse, String card) {
		this.orders.place(new Order(CUSTOMER, sku, 1, warehouse, card));
	}

}
