package io.github.slacklogging.benchmark.page;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One piece of a chapter, from top to bottom. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({ @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
		@JsonSubTypes.Type(value = Block.Table.class, name = "table"),
		@JsonSubTypes.Type(value = Block.Goals.class, name = "goals"),
		@JsonSubTypes.Type(value = Block.Bars.class, name = "bars"),
		@JsonSubTypes.Type(value = Block.Lines.class, name = "lines") })
public sealed interface Block {

	/**
	 * Sentences, or a heading of the third level.
	 *
	 * @param markdown without a trailing line break
	 */
	record Text(String markdown) implements Block {

	}

	/**
	 * Figures side by side.
	 *
	 * @param columns the first one names the row and stands to the left, all others to
	 * the right
	 * @param rows as many cells as there are columns, ready to be shown
	 */
	record Table(List<String> columns, List<List<String>> rows) implements Block {

		public Table {
			for (List<String> row : rows) {
				if (row.size() != columns.size()) {
					throw new IllegalArgumentException(columns + " does not fit to " + row);
				}
			}
		}

	}

	/**
	 * What was aimed at, beside what came out of it.
	 *
	 * @param goals in order
	 */
	record Goals(List<Goal> goals) implements Block {

	}

	/**
	 * One aim.
	 *
	 * @param what is aimed at, with its bound
	 * @param measured with its unit and error
	 * @param met whether it is
	 * @param remark the reason where it is not, otherwise what helps to read it, may be
	 * empty
	 */
	record Goal(String what, String measured, boolean met, String remark) {

	}

	/**
	 * Horizontal bars with error bars, in groups: one colour is one label.
	 *
	 * @param name of the file, without an ending: lower case and hyphens
	 * @param title what is seen
	 * @param axis what the length of a bar means, with its unit
	 * @param logarithmic whether each step is ten times the one before
	 * @param bars in order
	 */
	record Bars(String name, String title, String axis, boolean logarithmic, List<Bar> bars) implements Block {

	}

	/**
	 * One bar.
	 *
	 * @param group which bars stand together, may be empty where there is one group only
	 * @param label whose it is
	 * @param value its length
	 * @param error half the interval of confidence, or 0 where there is none
	 */
	record Bar(String group, String label, double value, double error) {

	}

	/**
	 * Lines with error bars over a common axis.
	 *
	 * @param name of the file, without an ending: lower case and hyphens
	 * @param title what is seen
	 * @param x what grows
	 * @param y what it costs
	 * @param lines each with its label
	 */
	record Lines(String name, String title, Axis x, Axis y, List<Line> lines) implements Block {

	}

	/**
	 * An axis.
	 *
	 * @param title with the unit
	 * @param logarithmic whether each step is ten times the one before
	 */
	record Axis(String title, boolean logarithmic) {

	}

	/**
	 * One line.
	 *
	 * @param label whose it is
	 * @param points from left to right
	 */
	record Line(String label, List<Point> points) {

	}

	/**
	 * One measured point.
	 *
	 * @param x where
	 * @param y how much
	 * @param error half the interval of confidence, or 0 where there is none
	 */
	record Point(double x, double y, double error) {

	}

}
