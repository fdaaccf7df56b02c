package io.github.slacklogging.benchmark.page;

import java.util.List;
import java.util.stream.DoubleStream;

import io.github.slacklogging.benchmark.page.Block.Bar;
import io.github.slacklogging.benchmark.page.Block.Bars;

/**
 * Horizontal bars, each with its name before it and its figure behind it, so that nobody
 * has to look up colours: one colour is ours, one is that of all others.
 */
final class BarPlot {

	private static final double MAX_LABEL = 330;

	private static final double ROW = 22;

	private static final double BAR = 14;

	private static final double GAP = 8;

	private final Bars bars;

	private final Drawing drawing;

	private final Scale scale;

	/** Nobody else is there to be told apart from. */
	private final boolean alone;

	private double y;

	BarPlot(Bars bars) {
		this.bars = bars;
		this.drawing = new Drawing(bars.title());
		this.y = this.drawing.below();
		this.alone = bars.bars().stream().noneMatch((bar) -> Mark.isOurs(bar.label()));
		double labels = Math.min(MAX_LABEL, widest(bars.bars().stream().map(Bar::label).toList()));
		double figures = widest(bars.bars().stream().map(BarPlot::figure).toList());
		this.scale = Scale.over(bars.logarithmic(),
				bars.bars().stream().flatMapToDouble((bar) -> DoubleStream.of(bar.value(), bar.value() + bar.error())),
				true, Drawing.MARGIN + labels + GAP, Drawing.WIDTH - Drawing.MARGIN - GAP - figures);
	}

	private static double widest(List<String> texts) {
		return texts.stream().mapToDouble(Drawing::strongWidth).max().orElse(0);
	}

	/** The picture. */
	String svg() {
		double end = this.y + height();
		grid(this.y, end);
		String group = "";
		for (Bar bar : this.bars.bars()) {
			if (!bar.group().equals(group)) {
				group = bar.group();
				this.drawing.text(Drawing.MARGIN, this.y + ROW - 6, "strong", group);
				this.y += ROW;
			}
			row(bar);
		}
		this.drawing.text((this.scale.begin() + this.scale.end()) / 2, end + 36, "middle soft",
				Mark.axis(this.bars.axis(), this.bars.logarithmic()));
		return this.drawing.svg(end + 50);
	}

	private double height() {
		String group = "";
		double height = 0;
		for (Bar bar : this.bars.bars()) {
			height += bar.group().equals(group) ? ROW : 2 * ROW;
			group = bar.group();
		}
		return height + GAP;
	}

	private void grid(double top, double bottom) {
		double before = Double.NEGATIVE_INFINITY;
		for (double mark : this.scale.marks()) {
			double x = this.scale.at(mark);
			this.drawing.line(x, top, x, bottom, "grid");
			double half = Drawing.width(Mark.text(mark)) / 2;
			if (x - half > before) {
				this.drawing.text(x, bottom + 16, "middle soft", Mark.text(mark));
				before = x + half + 4;
			}
		}
		this.drawing.line(this.scale.begin(), bottom, this.scale.end(), bottom, "axis");
	}

	private void row(Bar bar) {
		boolean ours = Mark.isOurs(bar.label());
		double begin = this.scale.begin();
		double middle = this.y + ROW / 2;
		this.drawing.text(begin - GAP, middle + 4, ours ? "end strong" : "end",
				Drawing.fitting(bar.label(), begin - GAP - Drawing.MARGIN));
		double reach = begin;
		if (Double.isFinite(bar.value())) {
			double zero = this.bars.logarithmic() ? begin : this.scale.at(0);
			double at = this.scale.at(bar.value());
			this.drawing.bar(Math.min(zero, at), middle - BAR / 2, Math.abs(at - zero), BAR,
					(ours || this.alone) ? "ours" : "other");
			reach = Math.max(Math.max(zero, at), error(bar, middle));
		}
		this.drawing.text(reach + GAP, middle + 4, ours ? "strong" : "", figure(bar));
		this.y += ROW;
	}

	private double error(Bar bar, double middle) {
		if (!(bar.error() > 0)) {
			return 0;
		}
		double from = this.scale.at(bar.value() - bar.error());
		double to = this.scale.at(bar.value() + bar.error());
		// without an end where it goes on beyond the axis
		String begin = (bar.value() - bar.error() < this.scale.from()) ? "" : end(from, middle);
		this.drawing.path(Drawing.step('M', from, middle) + Drawing.step('L', to, middle) + begin + end(to, middle),
				"error");
		return to;
	}

	private static String end(double x, double middle) {
		return Drawing.step('M', x, middle - 4) + Drawing.step('L', x, middle + 4);
	}

	private static String figure(Bar bar) {
		if (!Double.isFinite(bar.value())) {
			return "no figure";
		}
		return (bar.error() > 0) ? Mark.figure(bar.value(), bar.error()) : Mark.figure(bar.value());
	}

}
