package io.github.slacklogging.inbox.test;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The extension without Spring. Each group asserts what its tests have seen, at the end.
 */
class SlackInboxTestTests {

	@Nested
	@SlackInboxTest
	class InstanceForEachTest {

		private static final Set<SlackInbox> SEEN = ConcurrentHashMap.newKeySet();

		private final SlackInbox ofConstructor;

		private final SlackInbox[] ofBeforeEach = new SlackInbox[1];

		InstanceForEachTest(SlackInbox inbox) {
			this.ofConstructor = inbox;
			assertThat(inbox.requests()).isEmpty();
			Posts.text(inbox.webhookUrl(), "by the constructor");
		}

		@BeforeEach
		void keep(SlackInbox inbox) {
			this.ofBeforeEach[0] = inbox;
		}

		@RepeatedTest(2)
		void constructorLifeCycleAndTestHaveTheSameAndNothingIsLost(SlackInbox inbox) {
			assertThat(inbox).isSameAs(this.ofConstructor).isSameAs(this.ofBeforeEach[0]);
			assertThat(inbox.messages()).hasSize(1);
			SEEN.add(inbox);
		}

		@ParameterizedTest
		@ValueSource(ints = { 1, 2 })
		void parametersOfOthersStandBesideIt(int number, SlackInbox inbox) {
			assertThat(inbox.messages()).hasSize(1);
			SEEN.add(inbox);
		}

		@AfterEach
		void stillOpen(SlackInbox inbox) {
			assertThat(isOpen(inbox)).isTrue();
		}

		@AfterAll
		static void eachTestHadItsOwnAndAllAreClosed() {
			assertThat(SEEN).hasSize(4).noneMatch(SlackInboxTestTests::isOpen);
			assertThat(new HashSet<>(SEEN.stream().map(SlackInbox::port).toList())).hasSizeGreaterThan(1);
		}

	}

	@Nested
	@SlackInboxTest
	class InboxOfTheWholeClass {

		private static final Set<SlackInbox> SEEN = ConcurrentHashMap.newKeySet();

		@BeforeAll
		static void start(SlackInbox inbox) {
			SEEN.add(inbox);
		}

		@RepeatedTest(2)
		void isOneAndAsNewForEachTest(SlackInbox inbox) {
			SEEN.add(inbox);
			assertThat(Posts.text(inbox.webhookUrl(), "x")).isEqualTo(200);
			assertThat(inbox.messages()).hasSize(1);
			assertThat(inbox.requests()).hasSize(1);
			inbox.answerAlways(Reply.serverError(503));
			inbox.archive("inbox");
			inbox.revoke();
			inbox.limitTo(1, 1);
		}

		@Nested
		class Below {

			@Test
			void isTheSame(SlackInbox inbox) {
				SEEN.add(inbox);
				assertThat(inbox.requests()).isEmpty();
			}

		}

		@AfterAll
		static void thereWasOneForAll() {
			assertThat(SEEN).hasSize(1);
		}

	}

	@Nested
	@SlackInboxTest
	@TestInstance(Lifecycle.PER_CLASS)
	class InstanceForAllTests {

		private final SlackInbox inbox;

		InstanceForAllTests(SlackInbox inbox) {
			this.inbox = inbox;
		}

		@RepeatedTest(2)
		void keepsItsInboxWhichIsAsNew(SlackInbox inbox) {
			assertThat(inbox).isSameAs(this.inbox);
			assertThat(inbox.messages()).isEmpty();
			Posts.text(inbox.webhookUrl(), "x");
		}

	}

	@Nested
	@SlackInboxTest
	@Execution(ExecutionMode.CONCURRENT)
	class TestsAtTheSameTime {

		private static final CountDownLatch BOTH = new CountDownLatch(2);

		@Test
		void one(SlackInbox inbox) throws InterruptedException {
			seesOnlyItsOwn(inbox, "one");
		}

		@Test
		void other(SlackInbox inbox) throws InterruptedException {
			seesOnlyItsOwn(inbox, "other");
		}

		private void seesOnlyItsOwn(SlackInbox inbox, String text) throws InterruptedException {
			Posts.text(inbox.webhookUrl(), text);
			BOTH.countDown();
			assertThat(BOTH.await(20, TimeUnit.SECONDS))
				.as("the other has its message too, see junit-platform.properties")
				.isTrue();
			assertThat(inbox.messages()).singleElement()
				.satisfies((message) -> assertThat(message.text()).isEqualTo(text));
		}

	}

	@Test
	void testsThatShareAnInboxAreKeptApartAndOthersAreNot() {
		SlackInboxLocks locks = new SlackInboxLocks();
		assertThat(locks.provideForClass(InboxOfTheWholeClass.class)).hasSize(1);
		assertThat(locks.provideForClass(InstanceForAllTests.class)).hasSize(1)
			.isNotEqualTo(locks.provideForClass(InboxOfTheWholeClass.class));
		assertThat(locks.provideForClass(InstanceForEachTest.class)).isEmpty();
		assertThat(locks.provideForClass(SlackInboxSpringTests.class)).hasSize(1);
	}

	@Test
	void extensionNeedsNoSpring() throws Exception {
		try (URLClassLoader loader = classPathWithout("org/springframework")) {
			assertThatThrownBy(() -> loader.loadClass("org.springframework.test.context.TestContext"))
				.isInstanceOf(ClassNotFoundException.class);
			assertThat(inAnother(loader, SlackInboxExtension.class).getDeclaredMethods()).isNotEmpty();
			Method question = inAnother(loader, SpringTest.class).getDeclaredMethod("is", Class.class);
			question.setAccessible(true);
			assertThat(question.invoke(null, inAnother(loader, InstanceForEachTest.class))).isEqualTo(false);
		}
	}

	@Test
	void assertionsNeedNoJUnit() throws Exception {
		try (URLClassLoader loader = classPathWithout("junit")) {
			assertThat(inAnother(loader, SlackInboxAssertions.class).getMethod("message").invoke(null))
				.hasToString("a message");
		}
	}

	private static Class<?> inAnother(ClassLoader loader, Class<?> type) throws ClassNotFoundException {
		return Class.forName(type.getName(), true, loader);
	}

	private static URLClassLoader classPathWithout(String part) throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			if (!entry.contains(part)) {
				urls.add(Path.of(entry).toUri().toURL());
			}
		}
		return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	private static boolean isOpen(SlackInbox inbox) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), inbox.port())) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
