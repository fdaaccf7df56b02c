package io.github.slacklogging.benchmark.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import io.github.slacklogging.benchmark.page.Block.Line;
import io.github.slacklogging.benchmark.page.Block.Lines;
import io.github.slacklogging.benchmark.page.Block.Point;

/**
 * Lines over a common axis, told apart by colour and by the shape of their points.
 */
final class LinePlot {

	private static final int COLOURS = 6;

	private static final double HEIGHT = 240;

	private static final double LEGEND_ROW = 20;

	private static final double KEY = 30;

	private static final double GAP = 8;

	/** What half a number below the last mark needs. */
	private static final double ROOM = 22;

	private final Lines lines;

	private final Drawing drawing;

	LinePlot(Lines lines) {
		this.lines = lines;
		this.drawing = new Drawing(lines.title());
	}

	/** The picture. */
	String svg() {
		double top = legend(this.drawing.below());
		this.drawing.text(Drawing.MARGIN, top + 12, "soft",
				Mark.axis(this.lines.y().title(), this.lines.y().logarithmic()));
		double begin = top + 28;
		double end = begin + HEIGHT;
		Scale y = Scale.over(this.lines.y().logarithmic(),
				points().flatMapToDouble(
						(point) -> DoubleStream.of(point.y(), point.y() + point.error(), point.y() - point.error())),
				!this.lines.y().logarithmic(), end, begin);
		Scale x = Scale.over(this.lines.x().logarithmic(), points().mapToDouble(Point::x),
				!this.lines.x().logarithmic(), Drawing.MARGIN + widest(y) + GAP, Drawing.WIDTH - Drawing.MARGIN - ROOM);
		grid(x, y);
		for (int i = 0; i < this.lines.lines().size(); i++) {
			draw(this.lines.lines().get(i), i, x, y);
		}
		this.drawing.text((x.begin() + x.end()) / 2, end + 36, "middle soft",
				Mark.axis(this.lines.x().title(), this.lines.x().logarithmic()));
		return this.drawing.svg(end + 50);
	}

	private Stream<Point> points() {
		return this.lines.lines().stream().flatMap((line) -> line.points().stream());
	}

	private static double widest(Scale scale) {
		return scale.marks().stream().mapToDouble((mark) -> Drawing.width(Mark.text(mark))).max().orElse(0);
	}

	private double legend(double top) {
		double x = Drawing.MARGIN;
		double y = top;
		for (int i = 0; i < this.lines.lines().size(); i++) {
			boolean ours = Mark.isOurs(this.lines.lines().get(i).label());
			String label = Drawing.fitting(this.lines.lines().get(i).label(), Drawing.WIDTH * 0.8);
			double width = KEY + (ours ? Drawing.strongWidth(label) : Drawing.width(label)) + 2 * GAP;
			if (x > Drawing.MARGIN && x + width > Drawing.WIDTH - Drawing.MARGIN) {
				x = Drawing.MARGIN;
				y += LEGEND_ROW;
			}
			this.drawing.path(Drawing.step('M', x, y + 8) + Drawing.step('L', x + KEY - GAP, y + 8), look(i) + " line");
			this.drawing.path(Shape.of(i).steps(x + (KEY - GAP) / 2, y + 8), look(i));
			this.drawing.text(x + KEY, y + 12, ours ? "strong" : "", label);
			x += width;
		}
		return y + LEGEND_ROW + 6;
	}

	private static String look(int index) {
		return "c" + index % COLOURS;
	}

	private void grid(Scale x, Scale y) {
		for (double mark : y.marks()) {
			this.drawing.line(x.begin(), y.at(mark), x.end(), y.at(mark), "grid");
			this.drawing.text(x.begin() - GAP, y.at(mark) + 4, "end soft", Mark.text(mark));
		}
		double before = Double.NEGATIVE_INFINITY;
		for (double mark : x.marks()) {
			double at = x.at(mark);
			double half = Drawing.width(Mark.text(mark)) / 2;
			this.drawing.line(at, y.begin(), at, y.begin() + 5, "axis");
			if (at - half > before) {
				this.drawing.text(at, y.begin() + 18, "middle soft", Mark.text(mark));
				before = at + half + 4;
			}
		}
		this.drawing.line(x.begin(), y.begin(), x.end(), y.begin(), "axis");
	}

	private void draw(Line line, int index, Scale x, Scale y) {
		List<Point> points = line.points().stream().filter((point) -> Double.isFinite(point.y())).toList();
		if (points.isEmpty()) {
			return;
		}
		String steps = points.stream()
			.map((point) -> Drawing.step('L', x.at(point.x()), y.at(point.y())))
			.collect(Collectors.joining());
		this.drawing.path("M" + steps.substring(1), look(index) + " line");
		String errors = points.stream()
			.filter((point) -> point.error() > 0)
			.map((point) -> error(x.at(point.x()), y.at(point.y() - point.error()), y.at(point.y() + point.error())))
			.collect(Collectors.joining());
		if (!errors.isEmpty()) {
			this.drawing.path(errors, "error");
		}
		this.drawing.path(points.stream()
			.map((point) -> Shape.of(index).steps(x.at(point.x()), y.at(point.y())))
			.collect(Collectors.joining()), look(index));
	}

	private static String error(double x, double from, double to) {
		return Drawing.step('M', x, from) + Drawing.step('L', x, to) + Drawing.step('M', x - 3, from)
				+ Drawing.step('L', x + 3, from) + Drawing.step('M', x - 3, to) + Drawing.step('L', x + 3, to);
	}

	/** Of a point, so that colours alone need not tell lines apart. */
	private enum Shape {

		SQUARE(-3.5, -3.5, 3.5, -3.5, 3.5, 3.5, -3.5, 3.5), TRIANGLE(0, -5, 4.5, 3.5, -4.5, 3.5),
		DIAMOND(0, -5, 5, 0, 0, 5, -5, 0), HOURGLASS(-4, -4, 4, -4, -4, 4, 4, 4),
		BAR(-1.5, -5, 1.5, -5, 1.5, 5, -1.5, 5);

		private final double[] corners;

		Shape(double... corners) {
			this.corners = corners;
		}

		static Shape of(int index) {
			return values()[index % values().length];
		}

		String steps(double x, double y) {
			StringBuilder steps = new StringBuilder();
			for (int i = 0; i < this.corners.length; i += 2) {
				steps.append(Drawing.step((i == 0) ? 'M' : 'L', x + this.corners[i], y + this.corners[i + 1]));
			}
			return steps.append('Z').toString();
		}

	}

}
