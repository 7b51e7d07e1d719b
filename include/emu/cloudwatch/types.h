// What several parts of CloudWatch speak of: metrics, and tags. Include <emu/cloudwatch.h>.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::cloudwatch {

struct Dimension {
  std::string name;
  std::string value;
  static void describe(StructureShape<Dimension>& s);
};

struct Metric {
  std::optional<std::string> namespace_value = {};
  std::optional<std::string> metric_name = {};
  std::vector<Dimension> dimensions = {};
  static void describe(StructureShape<Metric>& s);
};

struct MetricStat {
  Metric metric;
  std::int32_t period = {};
  std::string stat;
  std::optional<std::string> unit = {};
  static void describe(StructureShape<MetricStat>& s);
};

struct MetricDataQuery {
  std::string id;
  std::optional<MetricStat> metric_stat = {};
  std::optional<std::string> expression = {};
  std::optional<std::string> label = {};
  std::optional<bool> return_data = {};
  std::optional<std::int32_t> period = {};
  std::optional<std::string> account_id = {};
  static void describe(StructureShape<MetricDataQuery>& s);
};

struct Tag {
  std::string key;
  std::string value;
  static void describe(StructureShape<Tag>& s);
};

}  // namespace emu::cloudwatch
