package io.github.slacklogging.sample.branch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Fails to redeem a voucher, and ends. No class that the shop's own scan would find. */
@EnableAutoConfiguration
public class VoucherService {

	private static final Logger log = LoggerFactory.getLogger(VoucherService.class);

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = SpringApplication.run(VoucherService.class, args)) {
			redeem("SPRING-10");
		}
	}

	private static void redeem(String voucher) {
		try {
			throw new IllegalStateException("The currency of the voucher is not known");
		}
		catch (IllegalStateException ex) {
			log.error("Voucher {} cannot be redeemed", voucher, ex);
		}
	}

}
