package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.slacklogging.ChannelRouter;
import io.github.slacklogging.Destination;
import io.github.slacklogging.EventFilter;
import io.github.slacklogging.EventMasker;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.LogLink;
import io.github.slacklogging.LogSearch;
import io.github.slacklogging.MessageCustomizer;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.job.JobExpectations;
import io.github.slacklogging.link.ContributedLinks;
import io.github.slacklogging.link.LogStoreLinks;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;
import io.github.slacklogging.pipeline.SlackPipeline;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.spool.FileGroupSpool;
import io.github.slacklogging.spool.RollingFallbackLog;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stages, first with the built-in rules alone, then once more those that the
 * application's beans change.
 *
 * @param stages what each wants to know
 * @param ownSecrets masks those of ours that have no shape
 * @param listeners told of what happens
 * @param clock the time
 * @param trouble told of what fails
 */
record StageMaking(StageSettings stages, EventMasker ownSecrets, PipelineListener listeners, Supplier<Tick> clock,
		Consumer<String> trouble) {

	private SlackLoggingSettings settings() {
		return this.stages.settings();
	}

	SlackPipeline.Parts parts(SlackSender sender, Relay.Credentials renewal) {
		SlackLoggingSettings settings = settings();
		return new SlackPipeline.Parts(new EventBuffer(this.stages.buffer()), routing(List.of(), List.of()),
				grouping(settings.destinations()), masking(List.of()), composer(),
				new Relay(this.stages.relay(), settings.destinations(), renewal, new Random()), sender,
				settings.destinations(), settings.standIns(), spool(), fallback(), settings.mentions(),
				new JobExpectations(this.stages.expectations(), this.clock.get()));
	}

	/**
	 * Stages like the real ones for one destination, without the application's beans,
	 * without routes and without anything on disk.
	 */
	SlackPipeline.Parts rehearsed(Destination destination, SlackSender sender) {
		List<Destination> only = List.of(destination);
		ChannelRouting.FilterSettings all = new ChannelRouting.FilterSettings(List.of(), List.of(), List.of(),
				List.of(), List.of(), List.of());
		ChannelRouting.Route route = new ChannelRouting.Route(null, List.of(), List.of(), List.of(), null, List.of(),
				List.of(destination.name()));
		return new SlackPipeline.Parts(new EventBuffer(new EventBuffer.Settings(2, Integer.MAX_VALUE)),
				new ChannelRouting(new ChannelRouting.Settings(all, List.of(route), Set.of(destination.name())),
						List.of(), List.of(), this.trouble),
				grouping(only),
				new EventMasking(this.stages.masking(), List.of(this.ownSecrets), List.of(), new PipelineListener() {
				}), composer(), new Relay(this.stages.relay(), only, (name) -> false, new Random()), sender, only,
				Map.of(), null, null, Map.of(), new JobExpectations(JobExpectations.Settings.NONE, this.clock.get()));
	}

	SlackPipeline.Decoration decoration(ContributedBeans beans) {
		OneAtATime shared = OneAtATime.of(beans.all(EventMasker.class), beans.all(Fingerprinter.class));
		return new SlackPipeline.Decoration(routing(beans.all(EventFilter.class), beans.all(ChannelRouter.class)),
				masking(shared.maskers()), shared.fingerprinters(), customizers(beans));
	}

	/** Who takes the events of the appender; Slack only where anything goes there. */
	List<SlackAppender.Outlet> outlets(SlackPipeline pipeline, @Nullable ConfiguredShipping shipping) {
		List<SlackAppender.Outlet> outlets = new ArrayList<>();
		if (!settings().destinations().isEmpty()) {
			outlets.add(new SlackAppender.Outlet(pipeline.intake(), settings().properties().level()));
		}
		if (shipping != null) {
			outlets.add(shipping.outlet());
		}
		return List.copyOf(outlets);
	}

	/** What is worth a line at the start though nothing is wrong. */
	List<String> notices() {
		List<String> notices = new ArrayList<>(settings().notices());
		notices.removeIf(SlackLoggingSetup::isSilence);
		SlackLoggingProperties properties = settings().properties();
		properties.link().notice(properties.structured().enabled(), settings().isShipping()).ifPresent(notices::add);
		if (this.stages.isSpooling() && this.stages.spoolPlace().temporary()) {
			notices.add(this.stages.spoolPlace().report());
		}
		return notices;
	}

	private ChannelRouting routing(List<EventFilter> filters, List<ChannelRouter> routers) {
		return new ChannelRouting(this.stages.channel(), filters, routers, this.trouble);
	}

	private EventGrouping grouping(List<Destination> destinations) {
		return new EventGrouping(this.stages.grouping(), List.of(), destinations,
				() -> settings().identity().known().version(), this.clock.get());
	}

	private EventMasking masking(List<EventMasker> maskers) {
		return new EventMasking(this.stages.masking(), List.of(this.ownSecrets), maskers, this.listeners);
	}

	private MessageComposer composer() {
		return new MessageComposer(this.stages.message(), settings().identity(), links());
	}

	private LogSearch links() {
		return new LogStoreLinks(this.stages.links(), settings().identity().known().name(), this.trouble);
	}

	/** Nothing waits for Slack where nothing goes there. */
	private @Nullable GroupSpool spool() {
		return this.stages.isSpooling() ? new FileGroupSpool(this.stages.spool(), this.clock, this.trouble) : null;
	}

	private @Nullable FallbackLog fallback() {
		RollingFallbackLog.Settings fallback = this.stages.fallback();
		return (fallback != null) ? new RollingFallbackLog(fallback, this.trouble) : null;
	}

	/** Links stand before what the customizers add. */
	private List<MessageCustomizer> customizers(ContributedBeans beans) {
		List<MessageCustomizer> customizers = new ArrayList<>();
		customizers.add(new ContributedLinks(beans.all(LogLink.class), settings().identity(), this.trouble));
		customizers.addAll(beans.all(MessageCustomizer.class));
		return customizers;
	}

}
