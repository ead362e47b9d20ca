package io.quantkit.models.tree;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantkit.core.series.FeatureMatrix;
import java.io.IOException;
import java.util.Arrays;

/*
 * XGBoost's trees as arrays. A prediction walks each tree and adds up the leaves in single precision
 * in the order of the trees, as the library does, so both have the same sum to the bit; only the
 * logistic function afterwards is ours, in double precision.
 *
 * The nodes of all trees stand one after another. left[i] is -1 at a leaf, whose value is in
 * conditions[i]; elsewhere a row goes left if its feature is less than conditions[i]. Nodes that
 * pruning has cut off stay in the file; here they count as leaves that nothing leads to.
 */
final class Trees {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final String version;
  private final Objective objective;
  private final int columns;
  private final float base;

  /** Where each used tree begins, and where the last one ends. */
  private final int[] roots;

  private final int[] left;
  private final int[] right;
  private final int[] features;
  private final boolean[] missingLeft;
  private final float[] conditions;
  private final float[] gains;
  private final float[] covers;

  private Trees(JsonNode root) {
    JsonNode learner = root.required("learner");
    JsonNode parameters = learner.required("learner_model_param");
    JsonNode booster = learner.required("gradient_booster");
    if (booster.path("name").asText("gbtree").equals("gbtree")
        && parameters.path("num_class").asInt() <= 1
        && parameters.path("num_target").asInt(1) == 1) {
      this.version = version(root.path("version"));
    } else {
      throw new IllegalArgumentException("only trees with a single output are supported");
    }
    this.objective = Objective.ofCode(learner.required("objective").required("name").asText());
    this.columns = parameters.required("num_feature").asInt();
    String start = parameters.required("base_score").asText();
    this.base = objective.margin(Float.parseFloat(start.replace("[", "").replace("]", "")));
    JsonNode trees = booster.required("model").required("trees");
    int used =
        learner.path("attributes").has("best_iteration")
            ? learner.path("attributes").path("best_iteration").asInt() + 1
            : trees.size();
    if (used > trees.size()) {
      throw new IllegalArgumentException(
          "best iteration %d is beyond %d trees".formatted(used - 1, trees.size()));
    }
    this.roots = new int[used + 1];
    for (int t = 0; t < used; t++) {
      int size = trees.get(t).required("left_children").size();
      if (size == 0) {
        throw new IllegalArgumentException("tree %d has no nodes".formatted(t));
      }
      roots[t + 1] = roots[t] + size;
    }
    int nodes = roots[used];
    this.left = new int[nodes];
    this.right = new int[nodes];
    this.features = new int[nodes];
    this.missingLeft = new boolean[nodes];
    this.conditions = new float[nodes];
    this.gains = new float[nodes];
    this.covers = new float[nodes];
    for (int t = 0; t < used; t++) {
      add(trees.get(t), roots[t], roots[t + 1]);
    }
  }

  /**
   * Reads XGBoost's JSON.
   *
   * @throws IllegalArgumentException if it is malformed or describes something else
   */
  static Trees parse(byte[] json) {
    try {
      return new Trees(JSON.readTree(json));
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  private void add(JsonNode tree, int from, int to) {
    JsonNode lefts = tree.required("left_children");
    JsonNode rights = sized(tree, "right_children", to - from);
    JsonNode splits = sized(tree, "split_indices", to - from);
    JsonNode defaults = sized(tree, "default_left", to - from);
    JsonNode values = sized(tree, "split_conditions", to - from);
    JsonNode changes = sized(tree, "loss_changes", to - from);
    JsonNode hessians = sized(tree, "sum_hessian", to - from);
    if (!tree.path("categories").isEmpty()) {
      throw new IllegalArgumentException("categorical splits are not supported");
    }
    boolean[] reached = new boolean[to - from];
    reached[0] = true;
    for (int k = 0; k < reached.length; k++) {
      int i = from + k;
      left[i] = -1;
      right[i] = -1;
      if (!reached[k]) {
        continue;
      }
      conditions[i] = Float.parseFloat(values.get(k).asText());
      if (lefts.get(k).asInt() == -1 && rights.get(k).asInt() == -1) {
        continue;
      }
      left[i] = from + child(lefts.get(k).asInt(), k, reached);
      right[i] = from + child(rights.get(k).asInt(), k, reached);
      features[i] = splits.get(k).asInt();
      missingLeft[i] = defaults.get(k).asInt() != 0 || defaults.get(k).asBoolean();
      gains[i] = Float.parseFloat(changes.get(k).asText());
      covers[i] = Float.parseFloat(hessians.get(k).asText());
      if (features[i] < 0 || features[i] >= columns) {
        throw new IllegalArgumentException(
            "a tree splits on feature %d of %d".formatted(features[i], columns));
      }
    }
  }

  /** Marks a child as reached; children follow their parents, so no walk is endless. */
  private static int child(int child, int parent, boolean[] reached) {
    if (child <= parent || child >= reached.length) {
      throw new IllegalArgumentException(
          "node %d of a tree has the child %d of %d".formatted(parent, child, reached.length));
    }
    reached[child] = true;
    return child;
  }

  private static JsonNode sized(JsonNode tree, String name, int size) {
    JsonNode array = tree.required(name);
    if (array.size() != size) {
      throw new IllegalArgumentException(
          "%s must have %d values, had %d".formatted(name, size, array.size()));
    }
    return array;
  }

  private static String version(JsonNode numbers) {
    StringBuilder version = new StringBuilder();
    numbers.forEach(number -> version.append(version.isEmpty() ? "" : ".").append(number.asText()));
    return version.toString();
  }

  /** Returns the version of XGBoost that wrote the trees. */
  String version() {
    return version;
  }

  /** Returns how many features a row must have. */
  int columns() {
    return columns;
  }

  /** Returns how many trees are used. */
  int size() {
    return roots.length - 1;
  }

  /** Returns the sum of leaves of each row; the columns are in the order of training. */
  float[] margins(FeatureMatrix rows) {
    float[] margins = new float[rows.rows()];
    double[] values = new double[columns];
    float[] row = new float[columns];
    for (int r = 0; r < margins.length; r++) {
      rows.copyRow(r, values);
      for (int c = 0; c < columns; c++) {
        row[c] = (float) values[c];
      }
      margins[r] = margin(row);
    }
    return margins;
  }

  /** Returns the prediction of each row; the columns are in the order of training. */
  void predict(FeatureMatrix rows, double[] out) {
    float[] margins = margins(rows);
    for (int r = 0; r < margins.length; r++) {
      out[r] = objective.output(margins[r]);
    }
  }

  private float margin(float[] row) {
    float sum = base;
    for (int t = 0; t < roots.length - 1; t++) {
      int node = roots[t];
      while (left[node] >= 0) {
        float value = row[features[node]];
        boolean goLeft = Float.isNaN(value) ? missingLeft[node] : value < conditions[node];
        node = goLeft ? left[node] : right[node];
      }
      sum += conditions[node];
    }
    return sum;
  }

  /** Returns a number per feature, 0 if no tree splits on it. */
  double[] importance(Importance kind) {
    double[] sums = new double[columns];
    double[] counts = new double[columns];
    for (int i = 0; i < left.length; i++) {
      if (left[i] >= 0) {
        sums[features[i]] += kind == Importance.COVER ? covers[i] : gains[i];
        counts[features[i]]++;
      }
    }
    if (kind == Importance.WEIGHT) {
      return counts;
    }
    if (kind != Importance.TOTAL_GAIN) {
      Arrays.setAll(sums, c -> counts[c] > 0 ? sums[c] / counts[c] : 0);
    }
    return sums;
  }
}
