package io.github.slacklogging.inbox;

import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UploadsTests {

	private final Room room = new Room(10_000);

	private final Uploads uploads = new Uploads(this.room);

	@Test
	void filesThatAreNeverCompletedFillNoMoreThanTheRoom() {
		String oldest = arrive(4_000);
		arrive(4_000);
		String newest = arrive(4_000);
		assertThat(this.room.bytes()).isBetween(4_000L, 10_000L);
		assertThat(this.uploads.find(oldest)).isEmpty();
		assertThat(this.uploads.find(newest)).isPresent();
	}

	@Test
	void twentyAreAwaitedAndTheOldestIsForgottenForOneMore() {
		String first = this.uploads.announce("a", 1);
		String second = this.uploads.announce("a", 1);
		for (int i = 3; i <= 20; i++) {
			this.uploads.announce("a", 1);
		}
		assertThat(this.uploads.find(first)).isPresent();
		this.uploads.announce("a", 1);
		assertThat(this.uploads.find(first)).isEmpty();
		assertThat(this.uploads.find(second)).isPresent();
	}

	@Test
	void completedFileGivesItsBytesBack() {
		String id = arrive(4_000);
		this.uploads.completed(id, Json.object().put("id", id).build());
		assertThat(this.uploads.find(id)).isEmpty();
		assertThat(this.uploads.told(id)).isPresent();
		assertThat(this.room.bytes()).isBetween(1L, 1_000L);
		this.uploads.clear();
		assertThat(this.room.bytes()).isZero();
	}

	@Test
	void whatIsUnderWayOutlivesAClear() {
		String id = arrive(1);
		this.uploads.clear();
		assertThat(this.uploads.find(id)).isPresent();
	}

	private String arrive(int bytes) {
		String id = this.uploads.announce("a", bytes);
		this.uploads.arrived(id, this.uploads.find(id).orElseThrow(), new byte[bytes]);
		return id;
	}

}
