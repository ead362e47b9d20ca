/**
 * Orders from the wish to the last execution: requests, fills, and one state machine that says what
 * may happen to an order next.
 *
 * <p>Start with {@link io.quantkit.core.order.OrderRequest}, which is what a caller wants, and
 * {@link io.quantkit.core.order.Order}, which is what has become of it. Whatever happens is an
 * {@link io.quantkit.core.order.OrderEvent}; applying one to an order gives the next order.
 * Everything here is an immutable value and safe to share between threads, except {@link
 * io.quantkit.core.order.ClientOrderIds}, which belongs to one thread.
 *
 * <pre>{@code
 * ClientOrderIds ids = new ClientOrderIds("demo");
 * OrderRequest wish =
 *     OrderRequest.market(ids.next(), Symbol.of("IBM"), Side.BUY, Decimal.of(100), TimeInForce.DAY);
 * Order order =
 *     Order.created(wish, t0)
 *         .apply(new OrderEvent.Submitted(wish.id(), t0))
 *         .apply(new OrderEvent.Accepted(wish.id(), t1, "904837e3"));
 * order.status(); // ACCEPTED
 * }</pre>
 */
@NullMarked
package io.quantkit.core.order;

import org.jspecify.annotations.NullMarked;
