package io.github.slacklogging.message;

import java.util.List;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/**
 * What became of a job, in the thread of the message that tells the rest. The channel may
 * show it alone. One section, no attachment.
 */
final class JobReplyLayout implements Layout {

	private static final Size ROOM = new Size(1_400, 2_600, 3_000);

	private final JobLinks links;

	JobReplyLayout(SearchLinks links) {
		this.links = new JobLinks(links);
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		ToldJob job = ToldJob.of(group).orElseThrow();
		Headline headline = JobLayout.headline(plan, job, identity);
		Block block = CallOut.of(plan).block(new Budget(Limits.BLOCK_TEXT), ROOM, (line) -> {
			headline.writeTo(line);
			this.links.line(group, job).ifPresent(line.newLine()::link);
		});
		return new Draft(headline.text(), headline.sentence(JobLayout.FALLBACK), job.color(), List.of(block),
				List.of());
	}

}
