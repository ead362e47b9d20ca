package io.quantkit.core.data;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Ready-made sources, and sources made of sources.
 *
 * <pre>{@code
 * BarSource files = BarSources.csv(reader, symbol -> directory.resolve(symbol + ".csv.gz"));
 * CachedBarSource cached = new CachedBarSource(files, 512 << 20);
 * List<BarSeries> series = BarSources.loadAll(cached, queries, executor, ProgressListener.NONE);
 * }</pre>
 */
public final class BarSources {
  private BarSources() {}

  /**
   * Returns a source of the given series. May be used by several threads.
   *
   * @throws IllegalArgumentException if two series have the same symbol and timeframe
   */
  public static BarSource of(Collection<BarSeries> series) {
    Map<BarQuery, BarSeries> byQuery = new LinkedHashMap<>();
    for (BarSeries one : series) {
      if (byQuery.put(BarQuery.all(one.symbol(), one.timeframe()), one) != null) {
        throw new IllegalArgumentException(
            "series must be of distinct symbols and timeframes, %s %s occurs twice"
                .formatted(one.symbol(), one.timeframe()));
      }
    }
    return query -> {
      BarSeries one = byQuery.get(BarQuery.all(query.symbol(), query.timeframe()));
      if (one == null) {
        throw unknown("memory", query);
      }
      return one.between(query.fromInclusive(), query.toExclusive());
    };
  }

  /**
   * Returns a source that reads a CSV file per question, each time anew: put a {@link
   * CachedBarSource} before it if questions repeat. May be used by several threads.
   *
   * <p>A file with a row that is no bar is an error, so that nothing is lost unseen; read it with
   * the {@link CsvBarReader} to decide about its rows.
   *
   * @param reader by whose schema all the files are written
   * @param file tells the file of an instrument
   */
  public static BarSource csv(CsvBarReader reader, Function<Symbol, Path> file) {
    return query -> {
      Path path = file.apply(query.symbol());
      Timeframe timeframe = reader.schema().timeframe();
      if (!timeframe.equals(query.timeframe()) || !Files.exists(path)) {
        throw unknown(path.toString(), query);
      }
      for (BarSeries one : reader.read(path).orThrow().series()) {
        if (one.symbol().equals(query.symbol())) {
          return one.between(query.fromInclusive(), query.toExclusive());
        }
      }
      throw unknown(path.toString(), query);
    };
  }

  /**
   * Returns a source that asks others in order of trust.
   *
   * <p>Every bar comes from the first source that has it: later ones fill what it lacks, if their
   * bar fits between its neighbours without overlapping. A source that does not know the instrument
   * is passed over. Where two sources have the same bar with closes further apart than the
   * tolerance, the listener is told and the trusted one holds.
   *
   * @param sources in order of trust, at least one
   * @param tolerance how far apart two closes of the same bar may be, relative to the trusted one,
   *     at least 0
   * @param disagreements is told of bars further apart, on the calling thread
   */
  public static BarSource merged(
      List<BarSource> sources, double tolerance, Consumer<Disagreement> disagreements) {
    return new MergedBarSource(sources, tolerance, disagreements);
  }

  /**
   * Returns a source that asks again when the source cannot be reached, and not more often than it
   * may.
   *
   * @param source whom to ask; only its {@code DataConnectionException} is worth another attempt
   * @param retry how often and after which pauses
   * @param limit keeps to the source's allowance; every attempt counts
   */
  public static BarSource patient(BarSource source, RetryPolicy retry, RateLimit limit) {
    return query ->
        retry.call(
            () -> {
              limit.acquire();
              return source.load(query);
            },
            limit.pause());
  }

  /**
   * Loads many series at once.
   *
   * @param source may be used by several threads, unless the executor has just one
   * @param queries what to load
   * @param executor runs the questions; the calling thread only waits
   * @param progress is told after each series, from the executor's threads
   * @return the series in the order of their queries, whatever the order of their arrival
   * @throws RuntimeException the error of the first query, in their order, that fails; questions
   *     not yet begun are then dropped
   */
  public static List<BarSeries> loadAll(
      BarSource source, List<BarQuery> queries, Executor executor, ProgressListener progress) {
    AtomicLong done = new AtomicLong();
    List<FutureTask<BarSeries>> tasks = new ArrayList<>();
    for (BarQuery query : queries) {
      tasks.add(
          new FutureTask<>(
              () -> {
                BarSeries series = source.load(query);
                progress.onProgress("load", done.incrementAndGet(), queries.size());
                return series;
              }));
    }
    try {
      tasks.forEach(executor::execute);
      List<BarSeries> loaded = new ArrayList<>();
      for (FutureTask<BarSeries> task : tasks) {
        loaded.add(result(task));
      }
      return List.copyOf(loaded);
    } finally {
      tasks.forEach(task -> task.cancel(false));
    }
  }

  /** Waits for a task; passes on what it threw. */
  static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException stopped = new CancellationException("loading was interrupted");
      stopped.initCause(e);
      throw stopped;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a source must not throw a checked exception", e);
    }
  }

  private static DataNotFoundException unknown(String source, BarQuery query) {
    return new DataNotFoundException(
        source, "%s has no %s bars of %s".formatted(source, query.timeframe(), query.symbol()));
  }
}
