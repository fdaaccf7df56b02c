/**
 * What stands in for OpenSearch Dashboards, with the profile {@code opensearch}: a page
 * at the address of its Discover, which is what the links in messages lead to.
 *
 * <p>
 * All behind the {@code #} of such a link stays in the browser, so the page sends it to
 * {@code DiscoverController}. {@code Question} reads it as Dashboards would, and
 * {@code DocumentSearch} asks the node. Only what our links hold is understood.
 */
@NullMarked
package io.github.slacklogging.sample.dashboards;

import org.jspecify.annotations.NullMarked;
