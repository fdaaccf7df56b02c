package io.github.slacklogging.masking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.EventMasker;
import io.github.slacklogging.Example;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.Incident;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.masking.EventMasking.Settings;
import io.github.slacklogging.masking.UnmaskedEvent.Thrown;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventMaskingTests {

	private final Map<String, Long> counted = new TreeMap<>();

	private final PipelineListener listener = new PipelineListener() {

		@Override
		public void masked(String rule, long count) {
			EventMaskingTests.this.counted.merge(rule, count, Long::sum);
		}

	};

	@Test
	void everyTextOfAnEventIsMasked() {
		Thrown root = new Thrown("token=abc", null, List.of());
		Thrown thrown = new Thrown("jane@example.com", root, List.of(new Thrown("pwd: abc")));
		LogEvent event = UnmaskedEvent.of("secret=abc {}", "secret=abc 123-45-6789", Map.of("jane@example.com", "x"),
				List.of(new KeyValue("customer", "jane@example.com"), new KeyValue("amount", 12)), thrown);
		MaskedEvent masked = masking().mask(event);
		assertThat(masked.template()).isEqualTo("secret=*** {}");
		assertThat(masked.message()).isEqualTo("secret=*** ***-**-****");
		assertThat(masked.mdc()).containsExactly(Map.entry("***@***.***", "x"));
		assertThat(masked.keyValues()).containsExactly(Map.entry("customer", "***@***.***"), Map.entry("amount", "12"));
		MaskedThrowable throwable = Objects.requireNonNull(masked.throwable());
		assertThat(throwable.message()).isEqualTo("***@***.***");
		assertThat(throwable.rootCause().message()).isEqualTo("token=***");
		assertThat(throwable.suppressed()).extracting(MaskedThrowable::message).containsExactly("pwd: ***");
		assertThat(masked.maskedValues()).isEqualTo(8);
		assertThat(this.counted).containsExactly(Map.entry("email", 3L), Map.entry("secret-key", 4L),
				Map.entry("ssn", 1L));
	}

	@Test
	void whatComesFromCodeStays() {
		LogEvent event = UnmaskedEvent.of("Order 4711 not found");
		MaskedEvent masked = masking().mask(event);
		assertThat(masked.logId()).isEqualTo(event.logId());
		assertThat(masked.loggerName()).isEqualTo(event.loggerName());
		assertThat(masked.severity()).isEqualTo(event.severity());
		assertThat(masked.message()).isSameAs(event.message());
		assertThat(masked.maskedValues()).isZero();
		assertThat(this.counted).isEmpty();
	}

	@Test
	void whatIsMaskedInATextSeenBeforeIsMaskedAndCountedAgain() {
		LogEvent event = UnmaskedEvent.of("secret=abc {}", "x", Map.of("jane@example.com", "x", "password", "y"),
				List.of(), null);
		EventMasking masking = masking();
		MaskedEvent first = masking.mask(event);
		assertThat(masking.mask(event)).isEqualTo(first);
		assertThat(first.maskedValues()).isEqualTo(3);
		assertThat(this.counted).containsExactly(Map.entry("email", 2L), Map.entry("secret-key", 4L));
	}

	@Test
	void ownMaskerIsAskedForEachEventAlsoOfNamesSeenBefore() {
		List<String> asked = new ArrayList<>();
		EventMasking masking = masking((field, text) -> {
			asked.add(field);
			return (asked.size() > 6) ? "***" : text;
		});
		LogEvent event = UnmaskedEvent.of("{}", "x", Map.of("user", "u"), List.of(), null);
		assertThat(masking.mask(event).loggerName()).isEqualTo("com.acme.Orders");
		MaskedEvent again = masking.mask(event);
		assertThat(List.of(again.loggerName(), again.threadName(), again.template())).containsOnly("***");
		assertThat(again.mdc()).containsExactly(Map.entry("***", "***"));
		assertThat(asked).hasSize(12);
	}

	@Test
	void valueUnderASecretKeyIsMaskedWhole() {
		LogEvent event = UnmaskedEvent.of("x", "x", Map.of("user.password", "two words"),
				List.of(new KeyValue("apiKey", 4711), new KeyValue("token", "")), null);
		MaskedEvent masked = masking().mask(event);
		assertThat(masked.mdc()).containsExactly(Map.entry("user.password", "***"));
		assertThat(masked.keyValues()).containsExactly(Map.entry("apiKey", "***"), Map.entry("token", ""));
		assertThat(masked.maskedValues()).isEqualTo(2);
	}

	@Test
	void keysThatBecomeEqualKeepTheirValues() {
		LogEvent event = UnmaskedEvent.of("x", "x", Map.of(),
				List.of(new KeyValue("a@example.com", 1), new KeyValue("b@example.com", 2)), null);
		assertThat(masking().mask(event).keyValues()).containsExactly(Map.entry("***@***.***", "1"),
				Map.entry("***@***.*** (2)", "2"));
	}

	@Test
	void textThatIsMessageAndTemplateCountsOnce() {
		assertThat(masking().mask(UnmaskedEvent.of("password=hunter2")).maskedValues()).isEqualTo(1);
	}

	@Test
	void groupOfOneEventIsMaskedOnce() {
		LogEvent event = UnmaskedEvent.of("password=hunter2");
		MaskedGroup masked = masking().mask(group(event, event));
		assertThat(masked.latest()).isSameAs(masked.first());
		assertThat(this.counted).containsExactly(Map.entry("secret-key", 1L));
	}

	@Test
	void groupOfSeveralMasksFirstAndLatest() {
		MaskedGroup masked = masking().mask(group(UnmaskedEvent.of("password=a"), UnmaskedEvent.of("token=b")));
		assertThat(masked.first().message()).isEqualTo("password=***");
		assertThat(masked.latest().message()).isEqualTo("token=***");
		assertThat(masked.fingerprint()).isEqualTo(Fingerprint.of(List.of("kind")).id());
		assertThat(masked.count()).isEqualTo(2);
		assertThat(masked.total()).isEqualTo(5);
	}

	@Test
	void whatIsKeptOnDiskIsMaskedDownToWhatMakesItTheSame() {
		LogEvent first = UnmaskedEvent.of("password=a");
		LogEvent latest = UnmaskedEvent.of("token=b");
		EventGroup group = new EventGroup(Fingerprint.of(List.of("orders", "secret=c")), Severity.ERROR, 2, 5, true,
				Instant.EPOCH, Instant.EPOCH, first, latest, Incident.UNKNOWN);
		SpooledGroup kept = masking().mask(new GroupDelta(group, true, Map.of(Severity.ERROR, 2L), true, null));
		assertThat(kept.first().message()).isEqualTo("password=***");
		assertThat(kept.latest().message()).isEqualTo("token=***");
		assertThat(kept.fingerprint())
			.isEqualTo(new Fingerprint(group.fingerprint().id(), List.of("orders", "secret=***")));
		assertThat(kept.toString()).doesNotContain("secret=c", "password=a", "token=b");
		assertThat(kept.events()).isEqualTo(2);
		assertThat(kept.total()).isEqualTo(5);
		assertThat(kept.spoken() && kept.other() && kept.mayBeRepeat()).isTrue();
	}

	@Test
	void keyThatAnEventChoseForItselfIsKeptOnlyWhereTheListAdmitsIt() {
		assertThat(componentsKept(List.of("orderId"))).containsExactly("orders", "key ***");
		assertThat(componentsKept(List.of("orderId", "slack.fingerprint"))).containsExactly("orders", "key Jane Doe");
		assertThat(componentsKept(List.of())).containsExactly("orders", "key Jane Doe");
	}

	private List<String> componentsKept(List<String> allowFields) {
		EventMasking masking = new EventMasking(
				new Settings(true, List.of(), Settings.DEFAULT_KEYS, Map.of(), allowFields), List.of(), this.listener);
		LogEvent event = UnmaskedEvent.of("failed");
		EventGroup group = new EventGroup(Fingerprint.of(List.of("orders", "key Jane Doe")), Severity.ERROR, 1, 1,
				false, Instant.EPOCH, Instant.EPOCH, event, event, Incident.UNKNOWN);
		return masking.mask(new GroupDelta(group, false, Map.of(Severity.ERROR, 1L), false, null))
			.fingerprint()
			.components();
	}

	@Test
	void ownMaskersSeeTheFieldAndWhatTheRulesLeft() {
		List<String> asked = new ArrayList<>();
		EventMasker own = (field, text) -> {
			asked.add(field + "=" + text);
			return text.replace("CUST", "***");
		};
		LogEvent event = UnmaskedEvent.of("{}", "CUST password=x", Map.of("user", "u"),
				List.of(new KeyValue("order", 7)), new Thrown("e"));
		MaskedEvent masked = masking(own).mask(event);
		assertThat(asked).containsExactlyInAnyOrder("message=CUST password=***", "template={}", "exception=e",
				"thread=main", "logger=com.acme.Orders", "mdc=user", "mdc.user=u", "field=order", "field.order=7");
		assertThat(masked.message()).isEqualTo("*** password=***");
		assertThat(this.counted).containsExactly(Map.entry("own", 1L), Map.entry("secret-key", 1L));
	}

	@Test
	void ownMaskersWorkOneAfterTheOther() {
		EventMasking masking = masking((field, text) -> text.replace('a', 'b'),
				(field, text) -> text.replace('b', 'c'));
		assertThat(masking.mask("message", "aab")).isEqualTo("ccc");
	}

	@Test
	void textIsWithheldWhenAnOwnMaskerThrows() {
		EventMasking masking = masking((field, text) -> {
			if (field.equals("message")) {
				throw new StackOverflowError();
			}
			return text;
		}, (field, text) -> text + "!");
		MaskedEvent masked = masking.mask(UnmaskedEvent.of("t", "the secret", Map.of(), List.of(), null));
		assertThat(masked.message()).isEqualTo("[withheld: a masker failed]");
		assertThat(masked.template()).isEqualTo("t!");
		assertThat(this.counted).containsEntry("own-failed", 1L);
	}

	@Test
	@SuppressWarnings("NullAway") // an application's masker may break its contract
	void textIsWithheldWhenAnOwnMaskerAnswersNothing() {
		assertThat(masking((field, text) -> null).mask("message", "secret")).isEqualTo("[withheld: a masker failed]");
	}

	@Test
	void disabledMaskingLeavesSlacksSecretsAndOwnMaskers() {
		EventMasking masking = new EventMasking(
				new Settings(false, List.of(), Settings.DEFAULT_KEYS, Map.of(), List.of()),
				List.of((field, text) -> text.replace("CUST", "***")), this.listener);
		assertThat(masking.mask("message", "password=x CUST xoxb-000-XXX_test jane@example.com"))
			.isEqualTo("password=x *** xoxb-*** jane@example.com");
		LogEvent event = UnmaskedEvent.of("x", "x", Map.of("password", "x"), List.of(), null);
		assertThat(masking.mask(event).mdc()).containsExactly(Map.entry("password", "x"));
	}

	@Test
	void longChainOfCausesIsFollowedToWhereTheSnapshotFollowsIt() {
		ThrowableSnapshot chain = new Thrown("root");
		for (int i = 0; i < 1000; i++) {
			chain = new Thrown("password=" + i, chain, List.of());
		}
		MaskedThrowable masked = Objects
			.requireNonNull(masking().mask(UnmaskedEvent.of("x", "x", Map.of(), List.of(), chain)).throwable());
		assertThat(masked.rootCause().message()).isEqualTo("password=***");
		assertThat(masked.message()).isEqualTo("password=***");
	}

	@Test
	void settingsNameThePropertyOfAKeyThatMatchesEverything() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Settings(true, List.of(), List.of("ok", " - "), Map.of(), List.of()))
			.withMessageContaining("slack.logging.masking.keys");
	}

	@Test
	void settingsNameThePropertyOfMoreKeysThanAnybodyHas() {
		String longest = "k".repeat(32 * 1024 - "wombat".length());
		EventMasking masking = new EventMasking(
				new Settings(true, List.of(), List.of(longest, "wombat"), Map.of(), List.of()), List.of(),
				this.listener);
		assertThat(masking.mask("message", "wombat=hunter2")).isEqualTo("wombat=***");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Settings(true, List.of(), List.of(longest, "wombat", "a"), Map.of(), List.of()))
			.withMessageContaining("slack.logging.masking.keys");
	}

	@Test
	void allowListSendsOnlyTheFieldsOnItAndTheTemplateWithoutArguments() {
		EventMasking masking = new EventMasking(
				new Settings(true, List.of(), Settings.DEFAULT_KEYS, Map.of(), List.of("orderId", "traceId")),
				List.of(), this.listener);
		LogEvent event = UnmaskedEvent.of("Order {} of {} failed", "Order 4711 of Jane failed",
				Map.of("traceId", "t1", "user", "jane"),
				List.of(new KeyValue("orderid", 4711), new KeyValue("name", "Jane")), new Thrown("no password=x"));
		MaskedEvent masked = masking.mask(event);
		assertThat(masked.message()).isEqualTo("Order *** of *** failed");
		assertThat(masked.template()).isEqualTo("Order {} of {} failed");
		assertThat(masked.mdc()).containsExactly(Map.entry("traceId", "t1"));
		assertThat(masked.keyValues()).containsExactly(Map.entry("orderid", "4711"));
		assertThat(Objects.requireNonNull(masked.throwable()).message()).isEqualTo("no password=***");
		assertThat(masked.maskedValues()).isEqualTo(3);
		assertThat(this.counted).contains(Map.entry("allow-fields", 2L));
	}

	@Test
	void allowListStillMasksWhatItAdmits() {
		EventMasking masking = new EventMasking(
				new Settings(true, List.of(), Settings.DEFAULT_KEYS, Map.of(), List.of("contact", "password")),
				List.of(), this.listener);
		MaskedEvent masked = masking.mask(UnmaskedEvent.of("m", "m", Map.of("contact", "jane@example.com"),
				List.of(new KeyValue("password", "x")), null));
		assertThat(masked.mdc()).containsExactly(Map.entry("contact", "***@***.***"));
		assertThat(masked.keyValues()).containsExactly(Map.entry("password", "***"));
	}

	@Test
	void reportOfAJobIsMaskedInAllItsWords() {
		MaskedEvent masked = masking().mask(report("import password=hunter2", "token=hunter2",
				Map.of("password=hunter2", 1L, "password=hunter3", 2L)));
		assertThat(masked.toString()).doesNotContain("hunter");
		assertThat(Objects.requireNonNull(masked.job()).counts().values()).containsExactly(3L);
	}

	@Test
	void allowListTakesTheReasonOfAReportAlsoWhereAnEarlierRunKeptIt() {
		EventMasking listed = new EventMasking(
				new Settings(true, List.of(), Settings.DEFAULT_KEYS, Map.of(), List.of("traceId")), List.of(),
				this.listener);
		LogEvent report = report("import", "no file for Jane", Map.of());
		MaskedEvent kept = masking().mask(report);
		assertThat(kept.toString()).contains("Jane");
		assertThat(listed.mask(report).toString()).doesNotContain("Jane");
		assertThat(listed.mask(group(kept, kept)).first().toString()).doesNotContain("Jane");
	}

	private static LogEvent report(String name, String reason, Map<String, Long> counts) {
		JobReport report = new JobReport(name, "1", JobFramework.PLAIN, JobOutcome.FAILED, Instant.EPOCH,
				Duration.ofSeconds(1), reason, counts);
		return new LogEvent(RunId.random(), 1, Instant.EPOCH, Severity.ERROR, report.loggerName(), "main",
				report.template(), report.message(), 0, Map.of(), List.of(new KeyValue("name", "Jane")), List.of("JOB"),
				null, null, report);
	}

	@Test
	void allowListCountsForWhatAnEarlierRunKeptWithoutOne() {
		MaskedEvent kept = masking().mask(UnmaskedEvent.of("Order {} of {} failed", "Order 4711 of Jane failed",
				Map.of("traceId", "t1", "user", "jane"), List.of(new KeyValue("name", "Jane")), null));
		EventMasking masking = new EventMasking(
				new Settings(true, List.of(), Settings.DEFAULT_KEYS, Map.of(), List.of("traceId")), List.of(),
				this.listener);
		MaskedEvent masked = masking.mask(group(kept, kept)).first();
		assertThat(masked.message()).isEqualTo("Order *** of *** failed");
		assertThat(masked.mdc()).containsExactly(Map.entry("traceId", "t1"));
		assertThat(masked.keyValues()).isEmpty();
	}

	@Test
	void messageWithoutArgumentsIsItsOwnTemplate() {
		EventMasking masking = new EventMasking(
				new Settings(true, List.of(), Settings.DEFAULT_KEYS, Map.of(), List.of("x")), List.of(), this.listener);
		assertThat(masking.mask(UnmaskedEvent.of("Set is {}", "Set is {}", Map.of(), List.of(), null)).message())
			.isEqualTo("Set is {}");
	}

	private EventMasking masking(EventMasker... own) {
		return new EventMasking(Settings.defaults(), List.of(own), this.listener);
	}

	private static EventGroup group(Example first, Example latest) {
		return new EventGroup(Fingerprint.of(List.of("kind")), Severity.ERROR, 2, 5, false, Instant.EPOCH,
				Instant.EPOCH, first, latest, Incident.UNKNOWN);
	}

}
