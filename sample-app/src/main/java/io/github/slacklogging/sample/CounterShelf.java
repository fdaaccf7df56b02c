package io.github.slacklogging.sample;

import java.util.List;

import io.github.slacklogging.sample.Situation.Tone;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What runs while nobody looks. */
@Component
@Order(3)
class CounterShelf implements Shelf {

	private final Troublemaker troublemaker;

	private final Releases releases;

	CounterShelf(Troublemaker troublemaker, Releases releases) {
		this.troublemaker = troublemaker;
		this.releases = releases;
	}

	@Override
	public String title() {
		return "Behind the counter";
	}

	@Override
	public String lead() {
		return "Jobs and starts: nobody waits for their answer.";
	}

	@Override
	public List<Situation> situations() {
		return List.of(
				new Situation("failed-job", "clipboard", "Stock-taking", "south", Tone.ERROR, "A job that fails",
						"It counts the stock, and the database goes down halfway.",
						"a message that says it started, and three seconds later that it failed, after how many "
								+ "articles and why; its thread calls whoever missed that.",
						this::failedJob),
				new Situation("job-with-a-warning", "clipboard", "Stock-taking", "west", Tone.WARN,
						"A job with a warning", "It comes to its end, but hardly anything is left.",
						"one message that goes from *started* to *warning*, with the reason.", this::jobWithAWarning),
				new Situation("job", "clipboard", "Stock-taking", "north", Tone.INFO, "A job that succeeds",
						"The same job where nothing is wrong.",
						"one message that goes from *started* to *succeeded*, with what was counted.", this::job),
				new Situation("failed-start", "power", "Till service", "a process of its own", Tone.CRITICAL,
						"A start that fails", "Another service is started, and its settings are wrong.",
						"a dark red message, though that service never came up: *Start failed*, and what Spring Boot "
								+ "says of it.",
						this::failedStart));
	}

	private String failedJob() {
		this.troublemaker.failedJob();
		return "The stock is being taken. In a few seconds its database will be down.";
	}

	private String jobWithAWarning() {
		this.troublemaker.jobWithAWarning();
		return "The stock is being taken where little is left.";
	}

	private String job() {
		this.troublemaker.job();
		return "The stock is being taken.";
	}

	private String failedStart() {
		this.releases.failToStart();
		return "The till service is being started. It will fail in a few seconds.";
	}

}
