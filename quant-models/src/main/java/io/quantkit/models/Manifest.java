package io.quantkit.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantkit.core.error.ModelLoadException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands beside a stored model's payload. */
record Manifest(String kind, Provenance provenance) {
  private static final String FORMAT = "io.quantkit.model";
  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
  private static final ObjectWriter WRITER =
      JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  byte[] toBytes() {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("formatVersion", VERSION).put("kind", kind);
    root.put("trainer", provenance.trainer());
    ObjectNode parameters = root.putObject("parameters");
    provenance.parameters().forEach(parameters::put);
    root.put("seed", provenance.seed());
    provenance.featureNames().forEach(root.putArray("featureNames")::add);
    root.put("rows", provenance.rows());
    root.put("firstTime", provenance.firstTime());
    root.put("lastTime", provenance.lastTime());
    root.put("lastLabelEnd", provenance.lastLabelEnd());
    root.put("dataDigest", provenance.dataDigest());
    ObjectNode libraries = root.putObject("libraries");
    provenance.libraries().forEach(libraries::put);
    ObjectNode metrics = root.putObject("metrics");
    provenance.metrics().forEach(metrics::put);
    try {
      return WRITER.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest can always be written", e);
    }
  }

  static Manifest parse(String model, byte[] bytes) {
    try {
      JsonNode root = JSON.readTree(bytes);
      if (!root.path("format").asText().equals(FORMAT)) {
        throw new ModelLoadException(model, "manifest.json does not describe a QuantKit model");
      }
      int version = root.path("formatVersion").asInt();
      if (version != VERSION) {
        throw new ModelLoadException(
            model, "format version must be %d, was %d".formatted(VERSION, version));
      }
      return new Manifest(
          root.required("kind").asText(),
          new Provenance(
              root.required("trainer").asText(),
              texts(root.required("parameters")),
              root.required("seed").longValue(),
              names(root.required("featureNames")),
              root.required("rows").intValue(),
              root.required("firstTime").longValue(),
              root.required("lastTime").longValue(),
              root.required("lastLabelEnd").longValue(),
              root.required("dataDigest").asText(),
              texts(root.required("libraries")),
              numbers(root.required("metrics"))));
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelLoadException(model, "manifest.json is malformed: " + e.getMessage(), e);
    }
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.asText()));
    return names;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static Map<String, Double> numbers(JsonNode object) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    object.properties().forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
    return numbers;
  }
}
