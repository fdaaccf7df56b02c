/**
 * The inbox inside a test: a JUnit extension, assertions, and properties for Spring. Uses
 * JUnit, AssertJ and Spring where the test has them, and each of them only there: the
 * extension works without Spring, the assertions without JUnit.
 *
 * <p>
 * The way of a test:
 * <ol>
 * <li>{@code SlackInboxTest} stands at the class. Where Spring runs the test,
 * {@code SlackInboxContextCustomizer} gives the context the addresses of the inbox
 * ({@code SlackInboxProperties}), and turns whatever destinations the application has
 * there ({@code Redirection}).</li>
 * <li>{@code SlackInboxExtension} gives each test an inbox in which nothing has happened;
 * behind a context, which may be cached, stands {@code SharedInbox}, made as new.
 * {@code SlackInboxLocks} keeps tests apart that must share one.</li>
 * <li>{@code SlackInboxAssert} waits until an {@code ExpectedMessage} is there;
 * {@code Failure} tells what was there instead, the nearest first.</li>
 * </ol>
 */
@NullMarked
package io.github.slacklogging.inbox.test;

import org.jspecify.annotations.NullMarked;
