package io.github.slacklogging.sample;

import java.net.ConnectException;
import java.sql.SQLTransientConnectionException;

import org.springframework.stereotype.Component;

/**
 * The stock of each warehouse, each in a database of its own. Nothing is really counted.
 */
@Component
class StockRepository {

	static final String WELL_STOCKED = "north";

	static final String NEARLY_EMPTY = "west";

	static final String DATABASE_DOWN = "south";

	/**
	 * Takes goods out of the stock.
	 * @return how many are left
	 */
	int reserve(String sku, int quantity, String warehouse) {
		try {
			return Math.max(0, query(warehouse) - quantity);
		}
		catch (SQLTransientConnectionException ex) {
			throw new StockAccessException("Stock of %s in warehouse %s cannot be read".formatted(sku, warehouse), ex);
		}
	}

	private int query(String warehouse) throws SQLTransientConnectionException {
		connect(warehouse);
		return NEARLY_EMPTY.equals(warehouse) ? 3 : 480;
	}

	private void connect(String warehouse) throws SQLTransientConnectionException {
		try {
			dial(warehouse);
		}
		catch (ConnectException ex) {
			throw new SQLTransientConnectionException(
					"stock-" + warehouse + " - Connection is not available, request timed out after 3000ms", "08001",
					ex);
		}
	}

	private void dial(String warehouse) throws ConnectException {
		if (DATABASE_DOWN.equals(warehouse)) {
			throw new ConnectException("Connection refused: stock-" + warehouse + ".internal:5432");
		}
	}

}
