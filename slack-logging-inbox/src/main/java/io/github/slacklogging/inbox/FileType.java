package io.github.slacklogging.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Says by its first bytes what a file is. A name would be the sender's word, and a
 * browser must not take a web page for a picture. (Signatures: the standards of PNG, JFIF
 * and GIF, and Google's container specification of WebP.)
 */
final class FileType {

	private static final String OTHER = "application/octet-stream";

	private FileType() {
	}

	static String of(byte[] content) {
		if (startsWith(content, 0, "\u0089PNG\r\n\u001a\n")) {
			return "image/png";
		}
		if (startsWith(content, 0, "\u00ff\u00d8\u00ff")) {
			return "image/jpeg";
		}
		if (startsWith(content, 0, "GIF87a") || startsWith(content, 0, "GIF89a")) {
			return "image/gif";
		}
		if (startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP")) {
			return "image/webp";
		}
		return isText(content) ? "text/plain" : OTHER;
	}

	private static boolean startsWith(byte[] content, int at, String signature) {
		byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
		boolean equal = content.length >= at + wanted.length;
		for (int i = 0; equal && i < wanted.length; i++) {
			equal = content[at + i] == wanted[i];
		}
		return equal;
	}

	private static boolean isText(byte[] content) {
		for (byte each : content) {
			if (each == 0) {
				return false;
			}
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
