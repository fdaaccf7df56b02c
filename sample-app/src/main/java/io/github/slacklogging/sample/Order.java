package io.github.slacklogging.sample;

import java.util.Objects;

/**
 * What a customer wants.
 *
 * @param customer the customer's e-mail address
 * @param sku what is bought
 * @param quantity how many, at least one
 * @param warehouse where it is taken from
 * @param card number of the credit card
 */
record Order(String customer, String sku, int quantity, String warehouse, String card) {

	Order {
		Objects.requireNonNull(customer, "customer");
		Objects.requireNonNull(sku, "sku");
		Objects.requireNonNull(warehouse, "warehouse");
		Objects.requireNonNull(card, "card");
		if (quantity < 1) {
			throw new IllegalArgumentException("quantity must be at least 1");
		}
	}

}
