package io.github.slacklogging.credential;

/**
 * Why a value cannot be used. Never holds the value.
 *
 * @param reason what is wrong, continuing "&lt;property&gt; …"
 * @param advice what to do
 */
public record Objection(String reason, String advice) {

}
