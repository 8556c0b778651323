// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import io.postwatch.aggregate.alerts.Webhook.Format;
import io.postwatch.runtime.SettingsException;
import io.postwatch.schema.AlertEvent;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads alert rules from YAML: a list under {@code alerts}. */
final class AlertRulesFile {
  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_RULES = 100;
  private static final int MOST_POSTS = 1_000_000;
  private static final int LONGEST_HEADER = 4_096;

  /** It is a part of keys and addresses. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

  private static final Pattern PLACE = Pattern.compile("all|[A-Z]{2}|[1-9]\\d{0,18}");

  /** How a rule writes the count over all places. */
  private static final String ALL_PLACES = "all";

  private final YamlFields yaml;

  private AlertRulesFile(YamlFields yaml) {
    this.yaml = yaml;
  }

  /**
   * Reads and checks a file.
   *
   * @throws SettingsException when it cannot be used: file, line, what was expected
   */
  static AlertRules read(Path file) {
    YamlFields yaml = new YamlFields(file.toString());
    return new AlertRulesFile(yaml).rules(yaml.parse(text(file)));
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new SettingsException(file + ": larger than 1 MiB; expected alert rules in YAML");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new SettingsException(file + ": no such file; expected alert rules in YAML");
    } catch (AccessDeniedException e) {
      throw new SettingsException(file + ": permission denied");
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private AlertRules rules(Node root) {
    Node list = yaml.fields(root, Set.of("alerts")).get("alerts");
    if (list == null) {
      throw yaml.mistake(root, "expected 'alerts:' with a list of rules");
    }
    List<AlertRule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node node : yaml.list(list, MOST_RULES)) {
      AlertRule rule = rule(node);
      if (!names.add(rule.name())) {
        throw yaml.mistake(node, "a rule is named '" + rule.name() + "' already");
      }
      rules.add(rule);
    }
    return new AlertRules(rules);
  }

  private AlertRule rule(Node node) {
    Map<String, Node> fields =
        yaml.fields(
            node,
            Set.of(
                "name",
                "webhook",
                "format",
                "headers",
                "secret",
                "topics",
                "places",
                "least-score",
                "watch-list",
                "least-posts",
                "quiet-hours",
                "on"));
    return new AlertRule(
        name(required(node, fields, "name")),
        webhook(node, fields),
        filter(node, fields),
        Optional.ofNullable(fields.get("quiet-hours")).map(this::quietHours),
        events(fields.get("on")));
  }

  private Node required(Node rule, Map<String, Node> fields, String name) {
    if (!fields.containsKey(name)) {
      throw yaml.mistake(rule, "expected a rule with '" + name + "'");
    }
    return fields.get(name);
  }

  private String name(Node node) {
    String name = yaml.text(node);
    if (!NAME.matcher(name).matches()) {
      throw yaml.mistake(
          node, "expected a name of up to 64 letters, digits, blanks, dots, _ and -");
    }
    return name;
  }

  private Webhook webhook(Node rule, Map<String, Node> fields) {
    return new Webhook(
        address(required(rule, fields, "webhook")),
        fields.containsKey("format") ? format(fields.get("format")) : Format.JSON,
        fields.containsKey("headers") ? headers(fields.get("headers")) : Map.of(),
        Optional.ofNullable(fields.get("secret")).map(yaml::text));
  }

  private URI address(Node node) {
    try {
      URI address = new URI(yaml.text(node));
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https"))
          && address.getHost() != null
          && address.getUserInfo() == null) {
        // What Java's client takes is for it to say.
        return HttpRequest.newBuilder(address).build().uri();
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The same complaint as of an address of another kind; its text may hold a secret.
    }
    throw yaml.mistake(
        node, "expected a URL such as https://host/path, its user name and password in headers");
  }

  private Format format(Node node) {
    return switch (yaml.text(node)) {
      case "json" -> Format.JSON;
      case "slack" -> Format.SLACK;
      default -> throw yaml.mistake(node, "expected json or slack");
    };
  }

  private Map<String, String> headers(Node node) {
    Map<String, String> headers = new LinkedHashMap<>();
    yaml.entries(node)
        .forEach(
            (name, value) -> {
              String text = yaml.text(value);
              if (!isHeader(name, text)) {
                throw yaml.mistake(value, "expected an HTTP header that may be set");
              }
              headers.put(name, text);
            });
    return headers;
  }

  private static boolean isHeader(String name, String value) {
    try {
      // What it refuses: Host, Content-Length, line breaks and the like.
      HttpRequest.newBuilder(URI.create("http://localhost")).setHeader(name, value);
      return value.length() <= LONGEST_HEADER;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private SpikeFilter filter(Node rule, Map<String, Node> fields) {
    Optional<String> watchList = Optional.ofNullable(fields.get("watch-list")).map(yaml::text);
    Node least = fields.get("least-posts");
    if (least != null && watchList.isEmpty()) {
      throw yaml.mistake(least, "expected 'watch-list' with it");
    }
    int posts = least == null ? 1 : yaml.wholeNumber(least, 1, MOST_POSTS);
    return new SpikeFilter(
        texts(fields.get("topics")),
        places(fields.get("places")),
        Optional.ofNullable(fields.get("least-score")).map(node -> yaml.number(node, -10, 1_000)),
        watchList.map(name -> new SpikeFilter.Watched(name, posts)));
  }

  private Set<String> texts(Node node) {
    Set<String> texts = new HashSet<>();
    if (node != null) {
      yaml.list(node, MOST_BYTES).forEach(each -> texts.add(yaml.text(each)));
      if (texts.isEmpty()) {
        throw yaml.mistake(node, "expected at least one; leave it out for any");
      }
    }
    return texts;
  }

  private Set<String> places(Node node) {
    Set<String> places = new HashSet<>();
    if (node != null) {
      for (Node each : yaml.list(node, MOST_BYTES)) {
        String place = yaml.text(each);
        if (!PLACE.matcher(place).matches()) {
          throw yaml.mistake(
              each, "expected a country's code such as KE, a GeoNames id, or all for all places");
        }
        places.add(place.equals(ALL_PLACES) ? "" : place);
      }
      if (places.isEmpty()) {
        throw yaml.mistake(node, "expected at least one; leave it out for any");
      }
    }
    return places;
  }

  private QuietHours quietHours(Node node) {
    Map<String, Node> fields = yaml.fields(node, Set.of("from", "to", "zone"));
    Node from = fields.get("from");
    Node to = fields.get("to");
    if (from == null || to == null) {
      throw yaml.mistake(node, "expected from and to, such as {from: \"22:00\", to: \"07:00\"}");
    }
    Node zone = fields.get("zone");
    try {
      return new QuietHours(time(from), time(to), zone == null ? ZoneId.of("UTC") : zone(zone));
    } catch (IllegalArgumentException e) {
      throw yaml.mistake(node, e.getMessage());
    }
  }

  private LocalTime time(Node node) {
    try {
      return LocalTime.parse(yaml.text(node));
    } catch (DateTimeException e) {
      throw yaml.mistake(node, "expected a time of day in quotes, such as \"22:00\"");
    }
  }

  private ZoneId zone(Node node) {
    try {
      return ZoneId.of(yaml.text(node));
    } catch (DateTimeException e) {
      throw yaml.mistake(node, "expected a time zone such as Asia/Almaty");
    }
  }

  private Set<AlertEvent> events(Node node) {
    if (node == null) {
      return Set.of(AlertEvent.START);
    }
    Set<AlertEvent> events = EnumSet.noneOf(AlertEvent.class);
    for (Node each : yaml.list(node, AlertEvent.values().length)) {
      switch (yaml.text(each)) {
        case "start" -> events.add(AlertEvent.START);
        case "end" -> events.add(AlertEvent.END);
        default -> throw yaml.mistake(each, "expected start or end");
      }
    }
    if (events.isEmpty()) {
      throw yaml.mistake(node, "expected start, end or both");
    }
    return events;
  }
}
