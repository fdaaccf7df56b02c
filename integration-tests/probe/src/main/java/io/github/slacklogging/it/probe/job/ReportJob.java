package io.github.slacklogging.it.probe.job;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;

/** Of Spring Framework's own scheduling: once, when the application has started. */
public class ReportJob {

	private final Stock stock;

	ReportJob(Stock stock) {
		this.stock = stock;
	}

	@Scheduled(initialDelay = 0, fixedDelay = 1, timeUnit = TimeUnit.DAYS)
	public void daily() {
		this.stock.look("the report");
	}

}
