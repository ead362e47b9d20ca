package io.quantkit.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OrderIdMapTest {
  private static final String[] FORMS = {
    "qk-%06d", "other-%06d", "%d", "qk-%d.tp", "a%010d", "x%d00000", "leg"
  };

  private final OrderIdMap<Integer> map = new OrderIdMap<>();

  @Test
  void findsWhatWasPutUnderEqualTextOnly() {
    map.put(ClientOrderId.of("qk-000001"), 1);
    map.put(ClientOrderId.of("other-000001"), 2);
    map.put(ClientOrderId.of("qk-1"), 3);

    assertThat(map.get(ClientOrderId.of("qk-000001"))).isEqualTo(1);
    assertThat(map.get(ClientOrderId.of("other-000001"))).isEqualTo(2);
    assertThat(map.get(ClientOrderId.of("qk-1"))).isEqualTo(3);
    assertThat(map.get(ClientOrderId.of("qk-01"))).isNull();
    assertThat(map.contains(ClientOrderId.of("qk-000002"))).isFalse();
  }

  @Test
  void takesNumbersThatRunFarAhead() {
    for (String text : new String[] {"a-999999999", "a-2147483647", "a-99999999999999999999"}) {
      map.put(ClientOrderId.of(text), text.length());
    }

    assertThat(map.get(ClientOrderId.of("a-999999999"))).isEqualTo(11);
    assertThat(map.get(ClientOrderId.of("a-2147483647"))).isEqualTo(12);
    assertThat(map.get(ClientOrderId.of("a-99999999999999999999"))).isEqualTo(22);
  }

  @Test
  void holdsEveryIdentifierOfASequence() {
    ClientOrderIds ids = new ClientOrderIds("qk", 999_990);
    for (int i = 0; i < 100_000; i++) {
      ClientOrderId id = ids.next();
      assertThat(map.add(id)).isTrue();
      map.put(id, i);
    }

    assertThat(map.get(ClientOrderId.of("qk-1000000"))).isEqualTo(10);
    assertThat(map.add(ClientOrderId.of("qk-1000000"))).isFalse();
    assertThat(map.get(ClientOrderId.of("qk-1000000"))).isEqualTo(10);
  }

  @Test
  void remembersAnIdentifierToWhichNothingBelongs() {
    for (String text : new String[] {"qk-000001", "leg"}) {
      ClientOrderId id = ClientOrderId.of(text);
      map.put(id, 1);
      map.put(id, null);
      assertThat(map.get(id)).isNull();
      assertThat(map.contains(id)).isTrue();
      assertThat(map.add(id)).isFalse();
    }
  }

  @Property(tries = 200)
  void doesWhatAHashMapDoes(
      @ForAll @Size(max = 300) int[] numbers, @ForAll @IntRange(min = 1, max = 5_000) int range) {
    OrderIdMap<Integer> tested = new OrderIdMap<>();
    Map<String, Integer> expected = new HashMap<>();
    for (int number : numbers) {
      String form = FORMS[Math.floorMod(number, FORMS.length)];
      String text = String.format(Locale.ROOT, form, Math.floorMod(number / 7, range));
      ClientOrderId id = ClientOrderId.of(text);
      if ((number & 8) == 0) {
        tested.put(id, number);
        expected.put(text, number);
      } else {
        assertThat(tested.add(id)).isEqualTo(!expected.containsKey(text));
        expected.putIfAbsent(text, null);
      }
      assertThat(tested.get(ClientOrderId.of(text))).isEqualTo(expected.get(text));
    }
    expected.forEach(
        (text, value) -> assertThat(tested.get(ClientOrderId.of(text))).isEqualTo(value));
  }
}
