package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import io.github.slacklogging.grouping.RecentThrowables.Sighting;
import io.github.slacklogging.grouping.StacklessAliases.Statement;

/**
 * Says what makes events the same. An explicit key wins; with a usable stack the types
 * and the application's own frames count and the message does not; without one, logger
 * and template do. Host, thread, version, severity and line numbers never count. A stack
 * that the JVM left out, and an error that is logged twice, are recognised by what came
 * before. A run of a job is one kind, whatever its reports say. Memory is bounded. Used
 * by the worker only.
 *
 * <p>
 * Components say in words what they are, so that they answer "why are these the same?".
 */
final class Fingerprinting {

	/** Key-value or MDC key that sets the fingerprint. */
	static final String EXPLICIT_KEY = ExplicitKey.NAME;

	private static final int MAX_KNOWN = 2_000;

	private final Settings settings;

	private final List<Fingerprinter> fingerprinters;

	private final KnownStacks stacks;

	private final EventTemplates templates = new EventTemplates();

	private final RememberedAnswers<Traits, Fingerprint> known = new RememberedAnswers<>(MAX_KNOWN, this::builtIn);

	private final StacklessAliases aliases = new StacklessAliases();

	private final RecentThrowables recent = new RecentThrowables();

	Fingerprinting(Settings settings, List<Fingerprinter> fingerprinters) {
		this.settings = settings;
		this.fingerprinters = List.copyOf(fingerprinters);
		this.stacks = new KnownStacks(new StackKey(settings.inAppPackages()));
	}

	/**
	 * What the event is. Remembers it, so each event is to be asked about once, in the
	 * order of the log calls.
	 * @param event not masked
	 * @param now the time
	 * @return never fails
	 */
	Identified identify(LogEvent event, Tick now) {
		JobReport report = event.job();
		if (report != null) {
			return reported(event, report, now);
		}
		if (!this.settings.enabled()) {
			return new Identified(Fingerprint.of(List.of("event " + event.logId())), false, false);
		}
		ThrowableSnapshot thrown = event.throwable();
		return (thrown != null) ? identify(event, new CauseChain(thrown), now) : refined(event,
				this.known.get(Traits.of(StackTraits.NONE, statement(event, StackTraits.NONE))), false);
	}

	/**
	 * What is logged of the same throwable next belongs to the run, whatever came before.
	 */
	private Identified reported(LogEvent event, JobReport report, Tick now) {
		List<String> components = new ArrayList<>(this.settings.scope());
		components.add("job " + report.name());
		components.add("run " + report.run());
		Identified run = new Identified(Fingerprint.of(components), false, false);
		ThrowableSnapshot thrown = event.throwable();
		if (thrown != null) {
			new CauseChain(thrown).innermostWithStack().ifPresent((began) -> this.recent.add(began, event, run, now));
		}
		return run;
	}

	private Identified identify(LogEvent event, CauseChain chain, Tick now) {
		Optional<ThrowableSnapshot> began = chain.innermostWithStack();
		if (began.isEmpty()) {
			return workOut(event, chain, now);
		}
		Optional<Sighting> before = this.recent.find(began.get(), event, now);
		if (before.isPresent()) {
			return again(event, chain, before.get(), now);
		}
		Identified identified = workOut(event, chain, now);
		this.recent.add(began.get(), event, identified, now);
		return identified;
	}

	/** An explicit key keeps its word also for what was logged before. */
	private Identified again(LogEvent event, CauseChain chain, Sighting before, Tick now) {
		Identified first = before.as();
		if (before.reported() && ExplicitKey.of(event).isEmpty()) {
			return workOut(event, chain, now).echoOf(first.fingerprint());
		}
		Identified own = ExplicitKey.of(event).isPresent() ? workOut(event, chain, now) : first;
		boolean twice = before.isByAnother(event) && own.fingerprint().equals(first.fingerprint());
		return new Identified(own.fingerprint(), own.withoutStack(), twice);
	}

	private Identified workOut(LogEvent event, CauseChain chain, Tick now) {
		StackTraits stack = this.stacks.traits(chain);
		if (stack.typeAlone()) {
			return refined(event, this.known.get(Traits.of(stack)), false);
		}
		Statement statement = statement(event, stack);
		boolean stackless = !chain.hasStackAtTheRoot();
		Optional<Fingerprint> alias = stackless ? this.aliases.aliasOf(statement, now) : Optional.empty();
		Fingerprint found = alias.orElseGet(() -> this.known.get(Traits.of(stack, statement)));
		if (!stackless) {
			this.aliases.vote(statement, found, now);
		}
		return refined(event, found, alias.isPresent());
	}

	private Statement statement(LogEvent event, StackTraits stack) {
		return new Statement(stack.types(), event.loggerName(), this.templates.of(event));
	}

	private Fingerprint builtIn(Traits traits) {
		List<String> components = new ArrayList<>(this.settings.scope());
		traits.types().forEach((type) -> components.add("exception " + type));
		traits.frames().forEach((frame) -> components.add("at " + frame));
		if (traits.wordsCount()) {
			components.add("logger " + traits.loggerName());
			components.add("template " + traits.template());
		}
		return Fingerprint.of(components);
	}

	/** What the application itself says of the event goes over what the rules found. */
	private Identified refined(LogEvent event, Fingerprint found, boolean withoutStack) {
		Optional<String> key = ExplicitKey.of(event);
		List<String> components = key.isPresent() ? explicit(key.get(), found.components()) : found.components();
		for (Fingerprinter fingerprinter : this.fingerprinters) {
			components = ask(fingerprinter, event, components);
		}
		boolean kept = components.equals(found.components());
		return new Identified(kept ? found : Fingerprint.of(components), withoutStack, false);
	}

	private List<String> explicit(String key, List<String> found) {
		int scope = this.settings.scope().size();
		List<String> components = new ArrayList<>(this.settings.scope());
		components.addAll(ExplicitKey.components(key, found.subList(scope, found.size())));
		return components;
	}

	private static List<String> ask(Fingerprinter fingerprinter, LogEvent event, List<String> proposed) {
		try {
			// refuses null, as answer and in it
			List<String> answer = List.copyOf(fingerprinter.fingerprint(event, proposed));
			return answer.isEmpty() ? proposed : answer;
		}
		catch (Throwable ex) {
			// the application's own code; the event is told all the same
			return proposed;
		}
	}

	/**
	 * Exactly what the rules read, cheap to compare: names are shared, so most are equal
	 * by identity.
	 *
	 * @param types of the chain
	 * @param frames the application's own
	 * @param wordsCount whether the stack alone says too little
	 * @param loggerName empty when words do not count
	 * @param template likewise
	 */
	private record Traits(List<String> types, List<String> frames, boolean wordsCount, String loggerName,
			String template) {

		static Traits of(StackTraits stack) {
			return new Traits(stack.types(), stack.frames(), false, "", "");
		}

		static Traits of(StackTraits stack, Statement statement) {
			return stack.frames().isEmpty()
					? new Traits(stack.types(), List.of(), true, statement.loggerName(), statement.template())
					: of(stack);
		}

	}

}
