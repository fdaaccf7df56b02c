package io.github.slacklogging.inbox.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives each test a {@link io.github.slacklogging.inbox.SlackInbox} of its own, in which
 * nothing has happened yet, as a parameter of the constructor, of life-cycle methods and
 * of tests.
 *
 * <pre class="code">
 * &#064;SpringBootTest
 * &#064;SlackInboxTest
 * class CheckoutTests {
 *
 *     &#064;Test
 *     void failedPaymentIsTold(&#064;Autowired Checkout checkout, SlackInbox inbox) {
 *         checkout.pay("4711");
 *         assertThat(inbox).received(message().withText("Payment of order 4711 failed"));
 *     }
 *
 * }
 * </pre>
 *
 * <p>
 * <b>Without Spring</b> it is an inbox on a free port, closed after the test. If the
 * class asks for it before its tests do ({@code @BeforeAll}, or the constructor of an
 * instance for all tests), there is one for the whole class, made as new before each
 * test, and these tests run one after the other.
 *
 * <p>
 * <b>In a test that Spring runs</b> one inbox stands behind all contexts of the JVM, and
 * is made as new before each test, so cached contexts stay good: port and URLs never
 * change. It is also a bean. Where our starter is, logging to Slack is switched on and
 * begins anew with each test, all destinations of the application lead to the inbox, and
 * nothing lingers or is kept on disk. What the test itself says about
 * {@code slack.logging.*} wins. For everybody else there are {@code slack.inbox.url},
 * {@code slack.inbox.port}, {@code slack.inbox.webhook-url}, {@code slack.inbox.api-url}
 * and {@code slack.inbox.bot-token}, which any property may refer to. Such tests run one
 * after the other even where others run in parallel.
 *
 * <p>
 * Tried with JUnit 6.0 and Spring 7.0. Uses nothing that JUnit 5.12 and Spring 6.2 have
 * not, by their documentation; that was not tried.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(SlackInboxExtension.class)
@ResourceLock(providers = SlackInboxLocks.class)
public @interface SlackInboxTest {

	/**
	 * Whether our starter's destination {@code default} is a bot. Without it, it is what
	 * the application has configured, else a webhook.
	 * @return {@code true} for threads, edits and files
	 */
	boolean bot() default false;

	/**
	 * Channel of our starter's destination {@code default}.
	 * @return its name; empty for the one that the application has configured, else
	 * {@code #inbox}
	 */
	String channel() default "";

}
