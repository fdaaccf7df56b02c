package io.github.slacklogging.autoconfigure;

import java.util.List;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * What an application contributes, in its order.
 *
 * @param beans of the application
 */
record ContributedBeans(ListableBeanFactory beans) {

	<T> List<T> all(Class<T> type) {
		return this.beans.getBeanProvider(type).orderedStream().toList();
	}

}
