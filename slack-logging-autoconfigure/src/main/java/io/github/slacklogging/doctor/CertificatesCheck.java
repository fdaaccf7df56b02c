package io.github.slacklogging.doctor;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.Tick;

/**
 * Whether an SSL bundle can be used, and until when. Thread-safe; reads its files.
 */
public final class CertificatesCheck implements SelfCheck {

	private static final String CHECK = "SSL bundle";

	private static final Duration SOON = Duration.ofDays(30);

	private final String subject;

	private final String bundle;

	private final Callable<List<KeyStore>> stores;

	private final Supplier<Tick> clock;

	/**
	 * Reads nothing yet.
	 * @param subject what it is called in findings
	 * @param bundle its name and the property that names it
	 * @param stores of it; may throw anything, of which the type alone is told
	 * @param clock the time
	 */
	public CertificatesCheck(String subject, String bundle, Callable<List<KeyStore>> stores, Supplier<Tick> clock) {
		this.subject = subject;
		this.bundle = bundle;
		this.stores = stores;
		this.clock = clock;
	}

	@Override
	public List<Finding> examine() {
		try {
			List<X509Certificate> certificates = new ArrayList<>();
			for (KeyStore store : this.stores.call()) {
				certificates.addAll(certificates(store));
			}
			return List.of(judge(certificates));
		}
		catch (Exception ex) {
			return List.of(Finding.failed(this.subject, CHECK,
					this.bundle + " cannot be used (" + ex.getClass().getSimpleName() + ")",
					"Look at spring.ssl.bundle.* and the files that it names."));
		}
	}

	private static List<X509Certificate> certificates(KeyStore store) throws GeneralSecurityException {
		List<X509Certificate> certificates = new ArrayList<>();
		for (String alias : Collections.list(store.aliases())) {
			if (store.getCertificate(alias) instanceof X509Certificate certificate) {
				certificates.add(certificate);
			}
		}
		return certificates;
	}

	private Finding judge(List<X509Certificate> certificates) {
		Optional<Instant> first = certificates.stream()
			.map((certificate) -> certificate.getNotAfter().toInstant())
			.min(Comparator.naturalOrder());
		if (first.isEmpty()) {
			return Finding.warning(this.subject, CHECK, this.bundle + " holds no certificate",
					"Look at spring.ssl.bundle.* and the files that it names.");
		}
		String detail = this.bundle + ": the first of " + certificates.size() + " certificates ends on "
				+ first.get().atZone(ZoneOffset.UTC).toLocalDate();
		Instant now = this.clock.get().instant();
		if (first.get().isBefore(now)) {
			return Finding.failed(this.subject, CHECK, detail, "Renew it.");
		}
		return first.get().isBefore(now.plus(SOON)) ? Finding.warning(this.subject, CHECK, detail, "Renew it in time.")
				: Finding.ok(this.subject, CHECK, detail);
	}

}
