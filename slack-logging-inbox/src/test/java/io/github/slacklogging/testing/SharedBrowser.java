package io.github.slacklogging.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser for all classes of a run, in Berlin and in English; it ends with the run.
 */
final class SharedBrowser implements ExecutionCondition, ParameterResolver, BeforeEachCallback {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return Browser.installed().isPresent() ? ConditionEvaluationResult.enabled("a browser is here")
				: ConditionEvaluationResult.disabled("no chromium with chromedriver on this machine");
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		Browser browser = browser(context);
		browser.size(1280, 800);
		browser.scheme("light");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return browser(context);
	}

	private static Browser browser(ExtensionContext context) {
		return context.getRoot()
			.getStore(ExtensionContext.Namespace.create(SharedBrowser.class))
			.computeIfAbsent("browser", (key) -> start(), Browser.class);
	}

	private static Browser start() {
		Browser browser = Browser.start(Browser.installed().orElseThrow());
		browser.zone("Europe/Berlin", "en-US");
		return browser;
	}

}
