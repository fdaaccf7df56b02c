package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.TextFile;
import io.github.slacklogging.message.MessageComposer.Trace;
import io.github.slacklogging.slack.SentBodies;
import io.github.slacklogging.testing.OwnMarkup;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import io.github.slacklogging.testing.SlackSafetyJudge;

import static org.assertj.core.api.Assertions.assertThat;

/** Composes everything that there is to compose and brings it before all judges. */
final class JudgedMessages {

	private JudgedMessages() {
	}

	/**
	 * Composes and judges one plan, its replies, its traces and a gap.
	 * @param choices what is logged
	 */
	static void judge(Choices choices) {
		HostilePlans plans = new HostilePlans(choices);
		MessageComposer composer = plans.composer();
		MessagePlan plan = plans.plan();
		OwnMarkup own = plans.own(plan.mention());
		SlackMessage message = composer.compose(plan);
		judge(message, own, choices);
		SumsOfMessages.assertMatch(message, plan);
		if (!plan.groups().isEmpty()) {
			judge(composer.composeReply(plan), own, choices);
			composer.trace(plan.groups().get(0)).ifPresent((trace) -> judge(trace, plans.own(null), choices));
		}
		judge(composer.compose(plans.gap()), OwnMarkup.NONE, choices);
	}

	private static void judge(Trace trace, OwnMarkup own, Choices choices) {
		judge(trace.inline(), own, choices);
		TextFile file = trace.file();
		if (file != null) {
			none(SlackSafetyJudge.faults(file), file);
			none(SlackSafetyJudge.faults(SentBodies.of(file), OwnMarkup.NONE), file);
		}
	}

	private static void judge(SlackMessage message, OwnMarkup own, Choices choices) {
		// Before anything is sent: what writes the request may hide a half pair.
		none(SlackSafetyJudge.faults(message, own), message);
		SlackLengthJudge.assertWithinLimits(message);
		SlackPayloadJudge.assertWellFormed(message);
		SlackPayloadJudge.assertWellFormed(message.reduced());
		none(SlackSafetyJudge.faults(choices.oneOf(SentBodies.of(message)), own), message);
		assertThat((message.metadata() != null) ? message.metadata().length() : 0).isLessThan(2_000);
		assertOnlyOurWordsAreBold(message);
	}

	private static void none(List<String> faults, Object of) {
		if (!faults.isEmpty()) {
			throw new AssertionError(faults + " in " + of);
		}
	}

	private static void assertOnlyOurWordsAreBold(SlackMessage message) {
		List<String> objects = new ArrayList<>(MrkdwnReader.objectsIn(String.valueOf(message.blocks())));
		objects.addAll(MrkdwnReader.objectsIn(String.valueOf(message.attachments())));
		for (String object : objects) {
			long lines = object.lines().filter((line) -> line.startsWith("*")).count();
			boolean headline = object.startsWith(":");
			assertThat(MrkdwnReader.read(object).bold()).as(object)
				.hasSizeLessThanOrEqualTo((int) (headline ? 3 : lines));
		}
		assertThat(MrkdwnReader.read(message.text()).bold()).as(message.text()).isEmpty();
	}

}
