package io.quantkit.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status, reached in every way that matters, against every event. */
class OrderStateMachineTest {
  private static final ClientOrderId ID = ClientOrderId.of("o-1");
  private static final OrderRequest REQUEST =
      OrderRequest.market(ID, Symbol.of("IBM"), Side.BUY, Decimal.of(10), TimeInForce.DAY);

  // S submitted, U unconfirmed, A accepted, P partially filled, W waiting for a cancellation,
  // F filled, X cancelled, E expired, R rejected, - contradiction
  private static final String TABLE =
      """
                      Submitted Accepted Unconfirmed Rejected Part Rest CancelRequested CancelRejected Canceled Expired
      created             S        -          -          R      -    -         -               -           -       -
      submitted           -        A          U          R      P    F         W               S           X       E
      unconfirmed         -        A          U          R      P    F         W               U           X       E
      accepted            -        A          A          R      P    F         W               A           X       E
      partly              -        P          P          -      P    F         W               P           X       E
      submitted+cancel    -        W          W          R      W    F         W               S           X       E
      unconfirmed+cancel  -        W          W          R      W    F         W               U           X       E
      accepted+cancel     -        W          W          R      W    F         W               A           X       E
      partly+cancel       -        W          W          -      W    F         W               P           X       E
      filled              -        F          F          -      -    -         F               F           F       F
      canceled            -        X          X          -      X    F         X               X           X       X
      partly+canceled     -        X          X          -      X    F         X               X           X       X
      expired             -        E          E          -      E    F         E               E           E       E
      partly+expired      -        E          E          -      E    F         E               E           E       E
      rejected            -        R          R          R      -    -         R               R           -       -
      refused-here        -        -          -          R      -    -         -               -           -       -
      """;

  private static final Map<Character, OrderStatus> LETTERS =
      Map.of(
          'S', OrderStatus.SUBMITTED,
          'U', OrderStatus.UNCONFIRMED,
          'A', OrderStatus.ACCEPTED,
          'P', OrderStatus.PARTIALLY_FILLED,
          'W', OrderStatus.PENDING_CANCEL,
          'F', OrderStatus.FILLED,
          'X', OrderStatus.CANCELED,
          'E', OrderStatus.EXPIRED,
          'R', OrderStatus.REJECTED);

  private static Map<String, Order> states() {
    Order created = Order.created(REQUEST, 0);
    Order submitted = created.apply(new OrderEvent.Submitted(ID, 1));
    Order unconfirmed = submitted.apply(new OrderEvent.Unconfirmed(ID, 2));
    Order accepted = submitted.apply(new OrderEvent.Accepted(ID, 2, "b-1"));
    Order partly = accepted.apply(filled("first", 4));
    OrderEvent cancel = new OrderEvent.CancelRequested(ID, 4);
    OrderEvent canceled = new OrderEvent.Canceled(ID, 5, "gone");
    OrderEvent expired = new OrderEvent.Expired(ID, 5);
    OrderEvent rejected = new OrderEvent.Rejected(ID, 5, "no");
    Map<String, Order> states = new LinkedHashMap<>();
    states.put("created", created);
    states.put("submitted", submitted);
    states.put("unconfirmed", unconfirmed);
    states.put("accepted", accepted);
    states.put("partly", partly);
    states.put("submitted+cancel", submitted.apply(cancel));
    states.put("unconfirmed+cancel", unconfirmed.apply(cancel));
    states.put("accepted+cancel", accepted.apply(cancel));
    states.put("partly+cancel", partly.apply(cancel));
    states.put("filled", partly.apply(filled("second", 6)));
    states.put("canceled", accepted.apply(canceled));
    states.put("partly+canceled", partly.apply(cancel).apply(canceled));
    states.put("expired", accepted.apply(expired));
    states.put("partly+expired", partly.apply(expired));
    states.put("rejected", submitted.apply(rejected));
    states.put("refused-here", created.apply(rejected));
    return states;
  }

  private static OrderEvent event(String name, Order order) {
    return switch (name) {
      case "Submitted" -> new OrderEvent.Submitted(ID, 9);
      case "Accepted" -> new OrderEvent.Accepted(ID, 9, "b-1");
      case "Unconfirmed" -> new OrderEvent.Unconfirmed(ID, 9);
      case "Rejected" -> new OrderEvent.Rejected(ID, 9, "no");
      case "Part" -> filled("next", 1);
      case "Rest" -> new OrderEvent.Filled(ID, 9, fill("next", order.remaining().max(Decimal.ONE)));
      case "CancelRequested" -> new OrderEvent.CancelRequested(ID, 9);
      case "CancelRejected" -> new OrderEvent.CancelRejected(ID, 9, "too late");
      case "Canceled" -> new OrderEvent.Canceled(ID, 9, "gone");
      case "Expired" -> new OrderEvent.Expired(ID, 9);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Stream<Arguments> cells() {
    List<String> lines = TABLE.lines().toList();
    String[] events = lines.get(0).trim().split(" +");
    List<Arguments> cells = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.trim().split(" +");
      for (int i = 0; i < events.length; i++) {
        cells.add(Arguments.of(row[0], events[i], row[i + 1].charAt(0)));
      }
    }
    return cells.stream();
  }

  @ParameterizedTest(name = "{0} and {1} give {2}")
  @MethodSource("cells")
  void followsTheTable(String state, String eventName, char expected) {
    Order order = states().get(state);
    OrderEvent event = event(eventName, order);
    if (expected == '-') {
      assertThatThrownBy(() -> order.apply(event))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("o-1")
          .hasMessageContaining(order.status().name())
          .hasMessageContaining(event.getClass().getSimpleName());
    } else {
      assertThat(order.apply(event).status()).isEqualTo(LETTERS.get(expected));
    }
  }

  @Test
  void theTableCoversEveryStateAndStatus() {
    List<String> rows = TABLE.lines().skip(1).map(line -> line.trim().split(" +")[0]).toList();
    assertThat(rows).containsExactlyElementsOf(states().keySet());
    assertThat(states().values()).extracting(Order::status).contains(OrderStatus.values());
    assertThat(cells()).hasSize(16 * 10);
  }

  private static OrderEvent.Filled filled(String executionId, long quantity) {
    return new OrderEvent.Filled(ID, 9, fill(executionId, Decimal.of(quantity)));
  }

  private static Fill fill(String executionId, Decimal quantity) {
    return new Fill(
        ID,
        executionId,
        REQUEST.symbol(),
        REQUEST.side(),
        quantity,
        Decimal.of(100),
        Decimal.ZERO,
        8);
  }
}
