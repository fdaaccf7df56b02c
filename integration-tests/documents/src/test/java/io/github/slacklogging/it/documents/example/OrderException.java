package io.github.slacklogging.it.documents.example;

/** What goes wrong with orders. */
public class OrderException extends RuntimeException {

	private static final long serialVersionUID = 1;

}
