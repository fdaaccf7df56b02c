package io.github.slacklogging.sample;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Counts what is in a warehouse, article by article. Thread-safe; returns when all of
 * them are counted or told to the log.
 */
@Component
class Inventory {

	static final List<String> ARTICLES = List.of("coffee-beans", "espresso-cups", "espresso-machine", "milk-jug",
			"tamper", "grinder", "scale", "kettle", "filter-paper", "dripper", "server", "teapot", "tea-strainer",
			"knock-box", "descaler", "thermometer", "timer", "tray", "spoon", "saucer", "mug", "travel-mug", "canister",
			"syrup", "cleaning-brush");

	private static final Logger log = LoggerFactory.getLogger(Inventory.class);

	private final StockRepository stock;

	Inventory(StockRepository stock) {
		this.stock = stock;
	}

	void count(String warehouse) {
		ARTICLES.forEach((article) -> count(article, warehouse));
	}

	private void count(String article, String warehouse) {
		try {
			this.stock.reserve(article, 0, warehouse);
		}
		catch (StockAccessException ex) {
			// One statement and one place: without the key it would be one kind of error.
			// Here whoever counts needs to know of each article.
			log.atError()
				.setCause(ex)
				.addKeyValue("slack.fingerprint", "{{default}} " + article)
				.log("{} in warehouse {} could not be counted", article, warehouse);
		}
	}

}
