package io.github.slacklogging.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import io.github.slacklogging.Secret;
import org.jspecify.annotations.Nullable;

/**
 * One request. Its URI and its authorization are taken for secrets, and
 * {@link #toString()} shows neither. Immutable; nobody changes the body.
 */
public final class HttpCall {

	private final String method;

	private final URI uri;

	private final @Nullable Secret authorization;

	private final Content content;

	/**
	 * Describes a request.
	 * @param method {@code GET}, {@code HEAD}, {@code POST} or {@code PUT}
	 * @param uri where to; {@code http} or {@code https}
	 * @param authorization the whole value of the header; {@code null} for no header
	 * @param content what is sent, {@link Content#NONE} for nothing
	 */
	public HttpCall(String method, URI uri, @Nullable Secret authorization, Content content) {
		this.method = method;
		this.uri = uri;
		this.authorization = authorization;
		this.content = content;
	}

	/** Asks the host for nothing of value, to see whether a connection lives. */
	static HttpCall probe(URI uri) {
		return new HttpCall("GET", uri.resolve("/"), null, Content.NONE);
	}

	String method() {
		return this.method;
	}

	URI uri() {
		return this.uri;
	}

	@Nullable Secret authorization() {
		return this.authorization;
	}

	Content content() {
		return this.content;
	}

	/**
	 * What nobody else may know: the authorization without its scheme, or else all of the
	 * address but its host.
	 */
	String secret() {
		if (this.authorization != null) {
			String header = this.authorization.reveal();
			return header.substring(header.indexOf(' ') + 1);
		}
		String query = this.uri.getRawQuery();
		return this.uri.getRawPath() + ((query != null) ? "?" + query : "");
	}

	/** Where to, as far as others may know. */
	URI publicUri() {
		return this.uri.resolve("/***");
	}

	/** Whose connections it uses. */
	String authority() {
		return this.uri.getScheme() + "://" + this.uri.getRawAuthority();
	}

	@Override
	public String toString() {
		return this.method + " " + publicUri();
	}

	/** What a request carries. Immutable; nobody changes the bytes. */
	public static final class Content {

		/** Nothing. */
		public static final Content NONE = new Content("", null, new byte[0]);

		/** What is shorter gains nothing by being compressed. */
		private static final int MIN_ZIPPED_BYTES = 1024;

		private final String type;

		private final @Nullable String encoding;

		private final byte[] bytes;

		private Content(String type, @Nullable String encoding, byte[] bytes) {
			this.type = type;
			this.encoding = encoding;
			this.bytes = bytes;
		}

		/**
		 * Content as it is.
		 * @param type header {@code Content-Type}
		 * @param bytes not changed any more
		 */
		public static Content of(String type, byte[] bytes) {
			return new Content(type, null, bytes);
		}

		/**
		 * The same in gzip, at the level that costs least, where it is longer than 1 kB;
		 * otherwise as it is.
		 */
		public Content zipped() {
			return (this.encoding != null || this.bytes.length <= MIN_ZIPPED_BYTES) ? this
					: new Content(this.type, "gzip", zip(this.bytes));
		}

		private static byte[] zip(byte[] bytes) {
			ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 4);
			try (FastGzip out = new FastGzip(zipped)) {
				out.write(bytes);
			}
			catch (IOException ex) {
				// Memory does not fail so.
				throw new UncheckedIOException(ex);
			}
			return zipped.toByteArray();
		}

		/** Without a meaning where there are no bytes. */
		String type() {
			return this.type;
		}

		/** {@code null} for as they are. */
		@Nullable String encoding() {
			return this.encoding;
		}

		byte[] bytes() {
			return this.bytes;
		}

	}

	private static final class FastGzip extends GZIPOutputStream {

		private static final int BUFFER = 8192;

		FastGzip(ByteArrayOutputStream out) throws IOException {
			super(out, BUFFER);
			this.def.setLevel(Deflater.BEST_SPEED);
		}

	}

}
