package io.github.slacklogging.testing;

import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.pipeline.PipelineControl;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import org.jspecify.annotations.Nullable;

/** A pipeline whose status is whatever the test says. */
public final class SettablePipelineView implements PipelineView {

	private volatile @Nullable PipelineStatus status;

	private volatile @Nullable String inboxUrl;

	private volatile @Nullable ShippingStatus shipping;

	private volatile @Nullable PipelineControl control;

	private volatile @Nullable SelfCheck selfCheck;

	private volatile boolean dryRun;

	/** Nothing runs. */
	public static SettablePipelineView inert() {
		return new SettablePipelineView();
	}

	public static SettablePipelineView of(PipelineStatuses status) {
		SettablePipelineView view = new SettablePipelineView();
		view.publish(status);
		return view;
	}

	public void publish(PipelineStatuses published) {
		this.status = published.build();
	}

	public SettablePipelineView withInbox(String url) {
		this.inboxUrl = url;
		return this;
	}

	public SettablePipelineView withShipping(ShippingStatus status) {
		this.shipping = status;
		return this;
	}

	public SettablePipelineView withControl(PipelineControl orders) {
		this.control = orders;
		return this;
	}

	public SettablePipelineView withSelfCheck(SelfCheck check) {
		this.selfCheck = check;
		return this;
	}

	public SettablePipelineView inDryRun() {
		this.dryRun = true;
		return this;
	}

	public void withoutShipping() {
		this.shipping = null;
	}

	@Override
	public @Nullable ShippingStatus shipping() {
		return this.shipping;
	}

	@Override
	public @Nullable PipelineStatus status() {
		return this.status;
	}

	@Override
	public @Nullable String inboxUrl() {
		return this.inboxUrl;
	}

	@Override
	public @Nullable PipelineControl control() {
		return this.control;
	}

	@Override
	public boolean isDryRun() {
		return this.dryRun;
	}

	@Override
	public @Nullable SelfCheck selfCheck() {
		return this.selfCheck;
	}

}
