package io.github.slacklogging.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

class ListeningTests {

	private static final String IPV6_LOOPBACK = "::1";

	@Test
	void localhostIsBothLoopbackAddressesAndNoOther() throws Exception {
		assumeThat(hasIpv6()).as("IPv6 loopback").isTrue();
		try (SlackInbox inbox = SlackInbox.start()) {
			assertThat(answers(IPV6_LOOPBACK, inbox.port())).isTrue();
			assertThat(answers("127.0.0.1", inbox.port())).isTrue();
			Optional<InetAddress> other = otherAddress();
			assumeThat(other).as("an address beside loopback").isPresent();
			assertThat(answers(other.orElseThrow().getHostAddress(), inbox.port())).isFalse();
		}
	}

	@Test
	void portThatIsTakenOnOneOfTheTwoIsTaken() throws Exception {
		assumeThat(hasIpv6()).as("IPv6 loopback").isTrue();
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(IPV6_LOOPBACK))) {
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> SlackInbox.start(other.getLocalPort()))
				.withMessageContaining("port " + other.getLocalPort() + " of this machine's loopback");
		}
	}

	@Test
	@ResourceLock(Resources.SYSTEM_ERR)
	void inboxThatOthersReachWarnsOnStderr() {
		String said = stderrOf(() -> SlackInbox.start(Listening.onLoopback(0).on("0.0.0.0")));
		assertThat(said).contains("listens on 0.0.0.0").contains("Whoever reaches it reads every message");
		assertThat(stderrOf(() -> SlackInbox.start(Listening.onLoopback(0).on("127.0.0.1")))).isEmpty();
	}

	@Test
	@ResourceLock(Resources.SYSTEM_ERR)
	void pageIsToldWhereOthersReachIt() throws Exception {
		HttpProbe probe = new HttpProbe();
		try (SlackInbox inbox = SlackInbox.start(Listening.onLoopback(0).on("0.0.0.0"))) {
			assertThat(probe.get(inbox.url().resolve("/messages")).body()).contains("\"exposed\":\"0.0.0.0\"");
		}
		try (SlackInbox inbox = SlackInbox.start()) {
			assertThat(probe.get(inbox.url().resolve("/messages")).body()).doesNotContain("exposed");
		}
	}

	@Test
	void urlIsTheAddressWhereThatIsTheOnlyWay() {
		try (SlackInbox inbox = SlackInbox.start(Listening.onLoopback(0).on("127.0.0.1"))) {
			assertThat(inbox.url()).hasHost("127.0.0.1");
		}
		try (SlackInbox inbox = SlackInbox.start()) {
			assertThat(inbox.url()).hasHost("localhost");
		}
	}

	@Test
	void addressOfAnotherMachineIsRefusedByName() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> SlackInbox.start(Listening.onLoopback(0).on("192.0.2.1")))
			.withMessage("The Slack inbox cannot listen on 192.0.2.1: this machine has no such address");
	}

	private static String stderrOf(Supplier<SlackInbox> start) {
		PrintStream before = System.err;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
		try (SlackInbox inbox = start.get()) {
			assertThat(inbox.port()).isPositive();
		}
		finally {
			System.setErr(before);
		}
		return said.toString(StandardCharsets.UTF_8);
	}

	private static boolean answers(String address, int port) {
		try (Socket socket = new Socket(InetAddress.getByName(address), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean hasIpv6() throws IOException {
		return NetworkInterface.getByInetAddress(InetAddress.getByName(IPV6_LOOPBACK)) != null;
	}

	private static Optional<InetAddress> otherAddress() throws IOException {
		return NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((address) -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
			.findFirst();
	}

}
