package dev.baton.context.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers measurements and prints them, a row a case and a column a library, as Markdown. */
final class Table {
  private static final String OURS = "baton";
  private static final List<String> PEERS =
      List.of("grpc", "openTelemetry", "kotlin", "future", "scope", "go");

  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;

  private final Map<String, Row> rows = new LinkedHashMap<>();

  private record Row(Case of, Map<String, List<Measurement>> cells) {}

  void add(Case of, Measurement measured) {
    rows.computeIfAbsent(
            of.title(measured.parameter()), title -> new Row(of, new LinkedHashMap<>()))
        .cells
        .computeIfAbsent(measured.library(), library -> new ArrayList<>())
        .add(measured);
  }

  @Override
  public String toString() {
    List<String> peers = PEERS.stream().filter(this::isThere).toList();
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("case", "", OURS));
    head.addAll(peers);
    head.add("best peer takes");
    lines.add(head);
    rows.forEach((title, row) -> lines.add(line(title, row, peers)));
    return aligned(lines);
  }

  private boolean isThere(String library) {
    return rows.values().stream().anyMatch(row -> row.cells.containsKey(library));
  }

  private static List<String> line(String title, Row row, List<String> peers) {
    double scale = scale(row);
    List<String> line = new ArrayList<>();
    line.add(title);
    line.add(scale == 1 ? "ns" : scale == MICRO ? "us" : "ms");
    line.add(cell(row, OURS, scale));
    for (String peer : peers) {
      line.add(cell(row, peer, scale));
    }
    line.add(comparison(row, peers));
    return line;
  }

  /** The least median of a row decides its unit. */
  private static double scale(Row row) {
    double least = row.cells.values().stream().mapToDouble(Table::medianNanos).min().orElseThrow();
    return least >= MILLI ? MILLI : least >= 10 * MICRO ? MICRO : 1;
  }

  private static String cell(Row row, String library, double scale) {
    List<Measurement> runs = row.cells.get(library);
    if (runs == null) {
      return row.of.leaksIn(library) ? "leaks" : "";
    }
    double[] times = runs.stream().mapToDouble(Measurement::nanos).sorted().toArray();
    double[] bytes = runs.stream().mapToDouble(Measurement::bytes).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%s (%s to %s) / %.0f",
        number(median(times) / scale),
        number(times[0] / scale),
        number(times[times.length - 1] / scale),
        median(bytes));
  }

  private static String comparison(Row row, List<String> peers) {
    if (!row.cells.containsKey(OURS)) {
      return "";
    }
    String best = null;
    double least = Double.POSITIVE_INFINITY;
    for (String peer : peers) {
      if (row.cells.containsKey(peer) && medianNanos(row.cells.get(peer)) < least) {
        best = peer;
        least = medianNanos(row.cells.get(peer));
      }
    }
    double ratio = least / medianNanos(row.cells.get(OURS));
    return best == null ? "" : String.format(Locale.ROOT, "%.2f times (%s)", ratio, best);
  }

  private static double medianNanos(List<Measurement> runs) {
    return median(runs.stream().mapToDouble(Measurement::nanos).sorted().toArray());
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }

  private static String aligned(List<List<String>> lines) {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    List<String> rule = Arrays.stream(widths).mapToObj("-"::repeat).toList();
    List<List<String>> all = new ArrayList<>(lines);
    all.add(1, rule);
    return all.stream()
        .map(line -> row(line, widths))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String row(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      text.append(' ').append(cell).append(" ".repeat(widths[i] - cell.length())).append(" |");
    }
    return text.toString();
  }
}
