package io.github.slacklogging.opensearch;

import java.util.List;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/**
 * Why a document was refused, in words that quote nothing of it. OpenSearch repeats ids
 * and values in its reasons ("Preview of field's value: '…'"), so only what comes from
 * OpenSearch itself or from the mapping is kept: the type of the error, the field, the
 * block; less than 200 characters. Stateless.
 */
final class ItemReason {

	/** What is longer is not shown at all. */
	private static final int MAX_NAME = 80;

	private static final int MAX_BLOCK = 120;

	/**
	 * Only where a reason begins: behind it a document may be quoted. Sources:
	 * FieldMapper and DocumentParser of OpenSearch 2.19.
	 */
	private static final List<String> BEFORE_FIELD = List.of("failed to parse field [", "object mapping for [");

	/**
	 * Source: ClusterBlockException of OpenSearch 2.19; names of indices have no blank.
	 */
	private static final String BEFORE_BLOCK = "blocked by: [";

	private ItemReason() {
	}

	/**
	 * The reason to tell.
	 * @param status of HTTP
	 * @param type of the error, {@code null} where it is not said
	 * @param reason of OpenSearch, {@code null} where it is not said
	 */
	static String of(int status, @Nullable String type, @Nullable String reason) {
		StringBuilder told = new StringBuilder("HTTP ").append(status);
		if (type != null && isName(type, MAX_NAME, ItemReason::isOfType)) {
			told.append(", ").append(type);
		}
		String block = (reason != null && isBlock(type)) ? block(reason) : null;
		String field = (reason != null && block == null) ? field(reason) : null;
		if (block != null) {
			told.append(": ").append(block);
		}
		if (field != null) {
			told.append(" at field ").append(field);
		}
		return told.toString();
	}

	static boolean isBlock(@Nullable String type) {
		return "cluster_block_exception".equals(type);
	}

	private static @Nullable String field(String reason) {
		for (String before : BEFORE_FIELD) {
			if (reason.startsWith(before)) {
				return name(reason, before.length(), MAX_NAME, ItemReason::isOfField);
			}
		}
		return null;
	}

	/** {@code index [a] blocked by: [FORBIDDEN/8/index write (api)];}. */
	private static @Nullable String block(String reason) {
		int at = reason.indexOf(BEFORE_BLOCK);
		return (at < 0) ? null : name(reason, at + BEFORE_BLOCK.length(), MAX_BLOCK, ItemReason::isOfBlock);
	}

	private static @Nullable String name(String text, int start, int max, IntPredicate allowed) {
		int end = text.indexOf(']', start);
		String name = (end < 0) ? "" : text.substring(start, end);
		return isName(name, max, allowed) ? name : null;
	}

	private static boolean isName(String name, int max, IntPredicate allowed) {
		return !name.isEmpty() && name.length() <= max && name.chars().allMatch(allowed);
	}

	private static boolean isOfType(int c) {
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
	}

	private static boolean isOfField(int c) {
		return isOfType(c) || (c >= 'A' && c <= 'Z') || ".-@".indexOf(c) >= 0;
	}

	private static boolean isOfBlock(int c) {
		return isOfField(c) || " /(),".indexOf(c) >= 0;
	}

}
