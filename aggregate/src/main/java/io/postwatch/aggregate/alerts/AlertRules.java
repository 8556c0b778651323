// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.aggregate.alerts;

import java.util.List;
import java.util.Optional;

/** All rules, in the order of their file. */
record AlertRules(List<AlertRule> rules) {
  static final AlertRules NONE = new AlertRules(List.of());

  AlertRules {
    rules = List.copyOf(rules);
  }

  Optional<AlertRule> named(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }
}
