package io.github.slacklogging.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.Update;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.SpooledFixture.group;
import static org.assertj.core.api.Assertions.assertThat;

/** The double is judged like the real one. */
class MemoryGroupSpoolTests extends GroupSpoolContract {

	private final MemoryGroupSpool.Remains remains = new MemoryGroupSpool.Remains();

	@Override
	protected GroupSpool start(Set<String> destinations) {
		return new MemoryGroupSpool(destinations, this.remains);
	}

	@Override
	protected void crash(GroupSpool spool) {
		// The next one knows by the missing end.
	}

	@Test
	void hangingSpoolAnswersWhenItIsReleased() {
		MemoryGroupSpool spool = new MemoryGroupSpool(Set.of("default"));
		List<Kept> answers = new ArrayList<>();
		spool.hang();
		spool.keep("default", new Update(List.of(group("a", 1)), false, false), answers::add);
		assertThat(answers).isEmpty();
		assertThat(spool.kept("default")).isEmpty();
		spool.release();
		assertThat(answers).containsExactly(new Kept(true, 1));
		assertThat(spool.kept("default")).containsExactly(group("a", 1));
	}

	@Test
	void failingSpoolKeepsNothing() throws Exception {
		MemoryGroupSpool spool = new MemoryGroupSpool(Set.of("default"));
		spool.fail(true);
		assertThat(add(spool, "default", group("a", 1))).isEqualTo(Kept.FAILED);
		assertThat(spool.status().problem()).isNotNull();
		spool.fail(false);
		assertThat(add(spool, "default", group("a", 1)).successful()).isTrue();
	}

	@Test
	void fullSpoolKeepsTheFirst() throws Exception {
		MemoryGroupSpool spool = new MemoryGroupSpool(Set.of("default"));
		spool.maxGroups(1);
		assertThat(add(spool, "default", group("a", 1), group("b", 1))).isEqualTo(new Kept(true, 1));
		assertThat(spool.kept("default")).containsExactly(group("a", 1));
	}

}
