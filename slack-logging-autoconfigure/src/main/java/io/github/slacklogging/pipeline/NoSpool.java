package io.github.slacklogging.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.SpooledGroup;

/**
 * Where {@code spool.enabled} is false: never answers what earlier runs left, so nothing
 * is ever written, and what waits lives in memory only.
 */
final class NoSpool implements GroupSpool {

	@Override
	public void recover(Consumer<Recovery> answer) {
	}

	@Override
	public void keep(String destination, Update update, Consumer<Kept> answer) {
		answer.accept(Kept.FAILED);
	}

	@Override
	public void keepIncidents(String destination, List<SpooledGroup> changed, Consumer<Kept> answer) {
		answer.accept(Kept.FAILED);
	}

	@Override
	public void keepMutes(List<KeptMute> mutes, Consumer<Kept> answer) {
		answer.accept(Kept.FAILED);
	}

	@Override
	public void keepJobs(List<KeptJob> jobs, Consumer<Kept> answer) {
		answer.accept(Kept.FAILED);
	}

	@Override
	public void reject(RejectedMessage message) {
	}

	@Override
	public List<RejectedMessage> rejected() {
		return List.of();
	}

	@Override
	public void deadLetters(Consumer<Optional<List<DeadLetter>>> answer) {
		answer.accept(Optional.of(List.of()));
	}

	@Override
	public void settle(DeadLetter letter) {
	}

	@Override
	public SpoolStatus status() {
		return new SpoolStatus("", true, null, 0, Map.of(), 0, 0);
	}

	@Override
	public void close() {
	}

}
