package io.github.slacklogging.sample;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class OrderController {

	private final OrderService orders;

	OrderController(OrderService orders) {
		this.orders = orders;
	}

	@PostMapping
	ResponseEntity<Receipt> place(@RequestBody Order order) {
		Receipt receipt = this.orders.place(order);
		return ResponseEntity.status(httpStatus(receipt.status())).body(receipt);
	}

	/**
	 * Tells what was ordered, not how it is paid. Nobody catches the exception about an
	 * unknown order: Tomcat logs it, and Slack hears of it all the same.
	 */
	@GetMapping("/{id}")
	OrderView get(@PathVariable long id) {
		Order order = this.orders.find(id);
		return new OrderView(id, order.sku(), order.quantity(), order.warehouse());
	}

	private static HttpStatus httpStatus(Receipt.Status status) {
		return switch (status) {
			case PLACED -> HttpStatus.CREATED;
			case DELAYED -> HttpStatus.ACCEPTED;
			case DECLINED -> HttpStatus.PAYMENT_REQUIRED;
			case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

	record OrderView(long orderId, String sku, int quantity, String warehouse) {
	}

}
