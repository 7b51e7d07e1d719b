// Strict reading of YAML: every key of a mapping is asked for by name, and what nobody asked for is
// an error. The first error is kept with its position; reading goes on with default values, so that
// the code that reads has no error paths.
#pragma once

#include <emu/result.h>
#include <emu/sim/scenario.h>
#include <yaml-cpp/yaml.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace emu::sim {

class YamlProblems {
 public:
  explicit YamlProblems(std::string file) : file_(std::move(file)) {}

  // Only the first one in the order of the file is kept.
  void report(Place place, const std::string& text);
  void report(const YAML::Node& node, const std::string& text);
  Status status() const;

 private:
  std::string file_;
  std::optional<Place> place_;
  std::string text_;
};

Place place_of(const YAML::Node& node);

// A scalar as one value of a kind, or a report of what was expected.
std::string read_text(const YAML::Node& node, YamlProblems& problems);
bool read_boolean(const YAML::Node& node, YamlProblems& problems);
std::int64_t read_count(const YAML::Node& node, std::int64_t min, std::int64_t max,
                        YamlProblems& problems);
Duration read_duration(const YAML::Node& node, YamlProblems& problems);

// Whether a scalar was written in quotes.
bool is_quoted(const YAML::Node& scalar);

// The fields of one mapping.
class YamlFields {
 public:
  // `what` names the mapping in messages: "a load".
  YamlFields(const YAML::Node& node, std::string what, YamlProblems& problems);

  Place place() const { return place_of(node_); }
  YamlProblems& problems() { return problems_; }

  // A field that may be absent, and one that must not be: then an undefined node is given and the
  // absence reported.
  std::optional<YAML::Node> optional(std::string_view key);
  std::optional<YAML::Node> required(std::string_view key);

  // Optional and required fields of simple kinds.
  void text(std::string_view key, std::string& into);
  void required_text(std::string_view key, std::string& into);
  void duration(std::string_view key, Duration& into);
  void required_duration(std::string_view key, Duration& into);

  // Visits the entries of an optional sequence.
  void each(std::string_view key, const std::function<void(const YAML::Node&)>& visit);
  void texts(std::string_view key, std::vector<std::string>& into);
  // Visits the entries of an optional mapping with free keys, in the file's order.
  void each_entry(std::string_view key,
                  const std::function<void(const std::string&, const YAML::Node&)>& visit);

  // The first key that nobody has asked for so far.
  std::optional<YAML::Node> unknown() const;
  // Reports it. Called last.
  void finish();

 private:
  YAML::Node node_;
  std::string what_;
  YamlProblems& problems_;
  std::vector<std::string> asked_for_;
};

}  // namespace emu::sim
