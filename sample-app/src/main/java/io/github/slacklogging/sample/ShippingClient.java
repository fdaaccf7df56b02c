package io.github.slacklogging.sample;

import java.net.SocketTimeoutException;

import org.springframework.stereotype.Component;

/** Asks the carrier of a warehouse for a parcel label. */
@Component
class ShippingClient {

	static final String SILENT_CARRIER = "east";

	void requestLabel(long orderId, String warehouse) {
		try {
			call(warehouse);
		}
		catch (SocketTimeoutException ex) {
			throw new ShippingException("No label for order " + orderId, ex);
		}
	}

	private void call(String warehouse) throws SocketTimeoutException {
		if (SILENT_CARRIER.equals(warehouse)) {
			throw new SocketTimeoutException("Read timed out");
		}
	}

}
