package io.github.slacklogging.doctor;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.Tick;
import io.github.slacklogging.doctor.TlsHandshake.Shown;

/**
 * Who answers by TLS, and whether it is believed. Says nothing over the connection.
 * Thread-safe; blocks for at most two handshakes.
 */
public final class TlsCheck implements SelfCheck {

	private static final String CHECK = "TLS";

	private static final Duration SOON = Duration.ofDays(14);

	private final String subject;

	private final TlsHandshake handshake;

	private final SSLContext context;

	private final String bundleProperty;

	private final Supplier<Tick> clock;

	/**
	 * Asks nobody yet.
	 * @param subject what it is called in findings
	 * @param uri {@code https}, of which host and port count
	 * @param route to it
	 * @param context that messages use
	 * @param bundleProperty full name of the property that names other certificates
	 * @param timeout for a connection, and for each step of a handshake
	 * @param clock the time
	 */
	public TlsCheck(String subject, URI uri, Route route, SSLContext context, String bundleProperty, Duration timeout,
			Supplier<Tick> clock) {
		this.subject = subject;
		this.handshake = new TlsHandshake(uri.getHost(), (uri.getPort() > 0) ? uri.getPort() : 443, route.proxy(),
				(int) timeout.toMillis());
		this.context = context;
		this.bundleProperty = bundleProperty;
		this.clock = clock;
	}

	@Override
	public List<Finding> examine() {
		try {
			return List.of(believed(this.handshake.with(this.context)));
		}
		catch (SSLException ex) {
			return List.of(doubted(ex));
		}
		catch (IOException ex) {
			return List.of(Finding.skipped(this.subject, CHECK, "there is no connection", null));
		}
	}

	private Finding believed(Shown shown) {
		X509Certificate certificate = shown.certificate();
		Instant end = certificate.getNotAfter().toInstant();
		String detail = shown.protocol() + ", certificate issued by " + issuer(certificate) + ", valid until "
				+ day(end);
		return end.isBefore(this.clock.get().instant().plus(SOON))
				? Finding.warning(this.subject, CHECK, detail, "It ends soon: whoever runs the host has to renew it.")
				: Finding.ok(this.subject, CHECK, detail);
	}

	/**
	 * Looks once more, only to see what is shown; nothing is said to whom nobody trusts.
	 */
	private Finding doubted(SSLException refused) {
		X509Certificate certificate = this.handshake.shown();
		if (certificate == null) {
			return Finding.failed(this.subject, CHECK,
					"there is no agreement on TLS: the other side speaks none," + " or none that this JVM accepts",
					"Look at the port, and at jdk.tls.disabledAlgorithms.");
		}
		Instant now = this.clock.get().instant();
		if (certificate.getNotAfter().toInstant().isBefore(now)) {
			return Finding.failed(this.subject, CHECK,
					"the certificate ended on " + day(certificate.getNotAfter().toInstant()) + " (issued by "
							+ issuer(certificate) + ")",
					"Whoever runs the host has to renew it; and look at this machine's clock.");
		}
		if (String.valueOf(refused.getMessage()).contains("No subject alternative")
				|| String.valueOf(refused.getMessage()).contains("No name matching")) {
			return Finding.failed(this.subject, CHECK,
					"the certificate is that of another host (issued by " + issuer(certificate) + ")",
					"Somebody stands between, or the address is wrong.");
		}
		return Finding.failed(this.subject, CHECK,
				"this JVM does not trust the certificate that is shown, issued by " + issuer(certificate)
						+ ": mostly that of a proxy that looks into TLS",
				"Put the issuer's certificate into an SSL bundle (spring.ssl.bundle.*) and name that by "
						+ this.bundleProperty + ", or into the JVM's trust store.");
	}

	private static String issuer(X509Certificate certificate) {
		return "'" + certificate.getIssuerX500Principal().getName() + "'";
	}

	private static String day(Instant moment) {
		return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
	}

}
