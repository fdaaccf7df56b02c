package io.github.slacklogging.it.documents.example;

/** A bean of the reader's. */
public interface Register {

	String pseudonym(String name);

}
