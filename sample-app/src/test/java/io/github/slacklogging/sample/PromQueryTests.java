package io.github.slacklogging.sample;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A query that is not understood would be a query that is not checked. */
class PromQueryTests {

	@Test
	void metricsAndTheirMatchersAreFound() {
		PromQuery query = PromQuery.of("""
				sum by (job, reason) (increase(lost_total{job=~"$application", reason!~"a|b", at="x y"}[10m])) > 0
				  and on (job) up == 1 or vector(0.95) unless old offset 1h""");
		assertThat(query.selectors()).extracting(PromQuery.Selector::metric).containsExactly("lost_total", "up", "old");
		assertThat(query.selectors().get(0).matchers()).containsExactly(
				new PromQuery.LabelMatcher("job", "=~", "$application"),
				new PromQuery.LabelMatcher("reason", "!~", "a|b"), new PromQuery.LabelMatcher("at", "=", "x y"));
		assertThat(query.grouping()).containsExactly("job", "reason");
	}

	@Test
	void durationsVariablesAndFunctionsAreNoMetrics() {
		assertThat(
				PromQuery.of("histogram_quantile(0.95, sum by (le) (rate(took_bucket[$__rate_interval]))) * 60 > 1e3")
					.selectors())
			.extracting(PromQuery.Selector::metric)
			.containsExactly("took_bucket");
	}

	@Test
	void literalsAreWhatAnExpressionNamesItself() {
		assertThat(new PromQuery.LabelMatcher("reason", "!~", "a|b").literals()).containsExactly("a", "b");
		assertThat(new PromQuery.LabelMatcher("at", "!=", "a|b").literals()).containsExactly("a|b");
		assertThat(new PromQuery.LabelMatcher("job", "=~", "$application").literals()).isEmpty();
	}

	@Test
	void expositionIsReadWithItsLabels() {
		Exposition exposition = Exposition.of("""
				# HELP a_total text
				a_total{x="1",y="a \\"b\\", c}"} 2.0
				a_total{x="2"} 3.0
				b NaN
				""");
		assertThat(exposition.names("")).containsExactly("a_total", "b");
		assertThat(exposition.labels("a_total").get("x")).containsExactly("1", "2");
		assertThat(exposition.labels("a_total").get("y")).containsExactly("a \\\"b\\\", c}");
		assertThat(exposition.sum("a_total", Map.of("x", "2"))).isEqualTo(3);
		assertThat(exposition.labels("b")).isEmpty();
	}

}
