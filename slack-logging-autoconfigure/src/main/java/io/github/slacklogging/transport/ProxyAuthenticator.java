package io.github.slacklogging.transport;

import java.net.Authenticator;
import java.net.PasswordAuthentication;

import org.jspecify.annotations.Nullable;

/**
 * Lets the JVM's own authenticator answer a proxy that asks for a password; the JDK's
 * client never asks it by itself. No server is answered, and the URL, which is a secret,
 * is not shown. Thread-safe as far as the other one is.
 */
final class ProxyAuthenticator extends Authenticator {

	private final Authenticator jvm;

	ProxyAuthenticator(Authenticator jvm) {
		this.jvm = jvm;
	}

	@Override
	protected @Nullable PasswordAuthentication getPasswordAuthentication() {
		if (getRequestorType() != RequestorType.PROXY) {
			return null;
		}
		return this.jvm.requestPasswordAuthenticationInstance(getRequestingHost(), getRequestingSite(),
				getRequestingPort(), getRequestingProtocol(), getRequestingPrompt(), getRequestingScheme(), null,
				RequestorType.PROXY);
	}

}
