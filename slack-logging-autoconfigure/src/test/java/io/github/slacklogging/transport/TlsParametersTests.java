package io.github.slacklogging.transport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TlsParametersTests {

	@Test
	void oldTlsIsNotOfferedWhateverTheJvmOrABundleAllows() throws Exception {
		SSLContext context = SSLContext.getDefault();
		SSLParameters every = new SSLParameters();
		every.setProtocols(new String[] { "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3" });
		assertThat(TlsParameters.of(context, every).getProtocols()).containsExactly("TLSv1.2", "TLSv1.3");
		assertThat(TlsParameters.of(context, new SSLParameters()).getProtocols()).contains("TLSv1.2", "TLSv1.3")
			.doesNotContain("TLSv1", "TLSv1.1");
		assertThat(TlsParameters.of(context, null).getProtocols()).contains("TLSv1.2", "TLSv1.3")
			.doesNotContain("TLSv1", "TLSv1.1");
	}

}
