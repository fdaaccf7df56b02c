package io.github.slacklogging.inbox.test;

import java.util.Optional;

import io.github.slacklogging.inbox.SlackInbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * What {@link SlackInboxTest} does. An inbox belongs to the context of JUnit that first
 * asks for it, a test or a class, and is closed with it; tests below a class that has one
 * share it. Has no state: everything is in JUnit's stores.
 */
final class SlackInboxExtension implements ParameterResolver, TestInstancePreConstructCallback, BeforeEachCallback,
		AfterEachCallback, AfterAllCallback {

	private static final Namespace OURS = Namespace.create(SlackInboxExtension.class);

	@Override
	public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
		return ExtensionContextScope.TEST_METHOD;
	}

	/** The constructor of a test may use the inbox already. */
	@Override
	public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
		if (context.getTestMethod().isPresent()) {
			renew(context);
		}
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		renew(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		close(context);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		close(context);
	}

	/** Steps back where Spring gives the inbox, which is a bean there. */
	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == SlackInbox.class
				&& !(SpringTest.is(context.getRequiredTestClass()) && SpringContext.resolves(parameter, context));
	}

	@Override
	public SlackInbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return existing(context).orElseGet(() -> {
			SlackInbox started = SlackInbox.start();
			store(context).put(key(context), started);
			return started;
		});
	}

	/** Once for each test, and not for an inbox that is the test's own. */
	private static void renew(ExtensionContext context) {
		Store store = store(context);
		String mark = "renewed for " + context.getUniqueId();
		if (store.get(mark) != null || own(context) != null) {
			return;
		}
		store.put(mark, true);
		if (SpringTest.is(context.getRequiredTestClass())) {
			SpringContext.settle(context);
		}
		existing(context).ifPresent(SlackInbox::reset);
	}

	/** Of Spring, of the test, or of a class around it. */
	private static Optional<SlackInbox> existing(ExtensionContext context) {
		if (context.getTestClass().filter(SpringTest::is).isPresent()) {
			return Optional.of(SharedInbox.get());
		}
		SlackInbox own = own(context);
		return (own != null) ? Optional.of(own) : context.getParent().flatMap(SlackInboxExtension::existing);
	}

	private static void close(ExtensionContext context) {
		SlackInbox own = own(context);
		if (own != null) {
			own.close();
		}
	}

	/** The key names the context, because a store also looks into those above it. */
	private static @Nullable SlackInbox own(ExtensionContext context) {
		return store(context).get(key(context), SlackInbox.class);
	}

	private static String key(ExtensionContext context) {
		return "inbox of " + context.getUniqueId();
	}

	private static Store store(ExtensionContext context) {
		return context.getStore(OURS);
	}

}
