/**
 * A small shop that goes wrong on purpose. It knows SLF4J and Spring MVC only: what
 * reaches Slack is a matter of {@code application.yml}.
 *
 * <p>
 * Each button is a {@code Situation} on a {@code Shelf}; {@code StorefrontPage} writes
 * the page from them and {@code TroubleController} runs what stands behind them. Orders
 * go to {@code OrderService}, which asks {@code StockRepository}, {@code PaymentClient}
 * and {@code ShippingClient} in this order. Those three only pretend to have a database
 * or a network behind them. What they do is chosen by the order itself, as with the test
 * cards of payment providers. {@code Inventory} asks the first of them too, for each
 * article.
 */
@NullMarked
package io.github.slacklogging.sample;

import org.jspecify.annotations.NullMarked;
