// That functions have their arguments, and that what they refer to exists.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "cloudformation/advice.h"
#include "cloudformation/dependencies.h"
#include "cloudformation/references.h"
#include "cloudformation/sections.h"

namespace emu::cloudformation {

namespace {

class ReferenceChecker {
 public:
  explicit ReferenceChecker(const Template& read) : read_(read), extended_(has_extensions(read)) {
    for (const Resource& each : read.resources) resources_.insert(each.logical_id);
    for (const Parameter& each : read.parameters) parameters_.insert(each.name);
    for (const Condition& each : read.conditions) conditions_.insert(each.name);
  }

  Status check() {
    EMU_CHECK(check_names());
    EMU_CHECK(check_conditions());
    for (const Resource& each : read_.resources) EMU_CHECK(check_resource(each));
    EMU_CHECK(unresolved("Resources"));
    for (const Output& each : read_.outputs) {
      block_ = "Outputs";
      EMU_CHECK(check_node(each.value));
      if (each.export_name) EMU_CHECK(check_node(*each.export_name));
      EMU_CHECK(check_condition_name(each.condition, each.place, "Outputs"));
    }
    return unresolved("Outputs");
  }

 private:
  Error error(Place place, std::string_view text, std::string_view advice) const {
    return make_error(read_.file, place, text, advice);
  }

  std::string advice(std::string_view name, bool with_parameters = true) const {
    std::vector<std::string_view> known(resources_.begin(), resources_.end());
    if (with_parameters) known.insert(known.end(), parameters_.begin(), parameters_.end());
    const std::string_view alike = most_alike(name, known);
    if (!alike.empty()) return fmt::format("did you mean {}?", alike);
    if (with_parameters) return fmt::format("add a resource or a parameter {}", name);
    return fmt::format("add a resource {}", name);
  }

  // A name means one thing.
  Status check_names() const {
    for (const Resource& each : read_.resources) {
      if (!parameters_.contains(each.logical_id)) continue;
      return error(
          each.place,
          fmt::format("Template format error: {} is a parameter and a resource.", each.logical_id),
          "give one of them another name");
    }
    return {};
  }

  Status check_condition_name(std::string_view name, Place place, std::string_view block) const {
    if (name.empty() || conditions_.contains(name)) return {};
    const std::vector<std::string_view> known(conditions_.begin(), conditions_.end());
    return error(place,
                 fmt::format("Template format error: Unresolved condition dependencies [{}] in the "
                             "{} block of the template",
                             name, block),
                 known.empty() ? fmt::format("add Conditions: with {} in it", name)
                               : advice_for(name, known));
  }

  Status check_resource(const Resource& resource) {
    block_ = "Resources";
    EMU_CHECK(check_node(resource.properties));
    EMU_CHECK(check_condition_name(resource.condition, resource.place, "Resources"));
    for (const std::string& name : resource.depends_on) {
      if (!resources_.contains(name)) miss(name, resource.place);
    }
    return {};
  }

  void miss(std::string_view name, Place place) {
    if (missing_.empty()) first_missing_ = place;
    if (std::find(missing_.begin(), missing_.end(), name) == missing_.end()) {
      missing_.emplace_back(name);
    }
  }

  Status unresolved(std::string_view block) {
    if (missing_.empty()) return {};
    std::string names;
    for (const std::string& name : missing_) names += (names.empty() ? "" : ", ") + name;
    return error(first_missing_,
                 fmt::format("Template format error: Unresolved resource dependencies [{}] in the "
                             "{} block of the template",
                             names, block),
                 advice(missing_.front()));
  }

  void keep(Error error) {
    if (!error_) error_ = std::move(error);
  }

  Status check_node(const Node& node) {
    ReferenceVisitor visitor;
    visitor.visits_both_branches = true;
    visitor.reference = [this](const Reference& each) { check_reference(each); };
    visitor.call = [this](const FunctionCall& call) { return check_function(call); };
    visit_references(node, visitor);
    if (error_) return *std::move(error_);
    return {};
  }

  bool check_function(const FunctionCall& call) {
    if (error_) return false;
    if (Status status = check_call(call, read_.file, extended_); !status) {
      keep(status.error());
      return false;
    }
    if (call.name == "Fn::If") {
      const Node& name = call.argument.items[0];
      if (Status status = check_condition_name(name.text, name.place, block_); !status) {
        keep(status.error());
      }
    }
    if (call.name == "Fn::FindInMap") check_mapping(call.argument);
    return true;
  }

  void check_mapping(const Node& argument) {
    const Node& name = argument.items[0];
    const Node* mappings = read_.root.find("Mappings");
    if (!name.is_text() || argument.items.size() == 4) return;
    if (mappings != nullptr && mappings->find(name.text) != nullptr) return;
    std::vector<std::string_view> known;
    if (mappings != nullptr) {
      for (const Node::Key& key : mappings->keys) known.push_back(key.name);
    }
    keep(error(name.place,
               fmt::format("Template error: Mapping named '{}' is not present in the 'Mappings' "
                           "section of template.",
                           name.text),
               known.empty() ? fmt::format("add Mappings: with {} in it", name.text)
                             : advice_for(name.text, known)));
  }

  void check_reference(const Reference& each) {
    if (error_) return;
    if (each.is_get_att) {
      if (resources_.contains(each.name)) return;
      keep(
          error(each.place,
                each.is_sub
                    ? fmt::format("Template error: instance of Fn::Sub references invalid resource "
                                  "attribute {}.{}",
                                  each.name, each.attribute)
                    : fmt::format("Template error: instance of Fn::GetAtt references undefined "
                                  "resource {}",
                                  each.name),
                advice(each.name, false)));
      return;
    }
    if (parameters_.contains(each.name) || resources_.contains(each.name) ||
        is_pseudo_parameter(each.name)) {
      return;
    }
    miss(each.name, each.place);
  }

  // In conditions, parameters only, and other conditions without a circle.
  Status check_conditions() {
    block_ = "Conditions";
    for (const Condition& each : read_.conditions) {
      EMU_CHECK(check_condition(each));
      std::vector<std::string_view> path = {each.name};
      EMU_CHECK(check_condition_circle(each.expression, path));
    }
    return {};
  }

  Status check_condition(const Condition& condition) {
    ReferenceVisitor visitor;
    visitor.visits_both_branches = true;
    visitor.call = [this](const FunctionCall& call) {
      if (call.name == "Fn::GetAtt" && !error_) {
        keep(error(call.place, "Template error: Fn::GetAtt cannot be used in the Conditions block",
                   "conditions know parameters only"));
      }
      return check_function(call);
    };
    visitor.reference = [this](const Reference& each) {
      if (parameters_.contains(each.name) || is_pseudo_parameter(each.name)) return;
      keep(error(
          each.place,
          fmt::format("Template format error: Unresolved dependencies [{}]. Cannot reference "
                      "resources in the Conditions block of the template",
                      each.name),
          parameters_.empty()
              ? "add Parameters: and refer to one"
              : advice_for(each.name,
                           std::vector<std::string_view>(parameters_.begin(), parameters_.end()))));
    };
    visit_references(condition.expression, visitor);
    if (error_) return *std::move(error_);
    return {};
  }

  Status check_condition_circle(const Node& node, std::vector<std::string_view>& path) {
    const Node* name = node.keys.size() == 1 ? node.find("Condition") : nullptr;
    if (name == nullptr) {
      for (const Node& item : node.items) EMU_CHECK(check_condition_circle(item, path));
      return {};
    }
    EMU_CHECK(check_condition_name(name->text, name->place, "Conditions"));
    if (settled_.contains(name->text)) return {};
    if (std::find(path.begin(), path.end(), name->text) != path.end()) {
      return error(name->place,
                   fmt::format("Template format error: Circular dependency between conditions: "
                               "[{}]",
                               fmt::join(path, ", ")),
                   "a condition cannot need itself");
    }
    const Condition* next = read_.find_condition(name->text);
    if (path.size() > kConditionsDeepMax) {
      return error(name->place, "Template format error: conditions are nested too deeply.",
                   "let them need fewer of each other");
    }
    path.push_back(next->name);
    EMU_CHECK(check_condition_circle(next->expression, path));
    settled_.insert(path.back());
    path.pop_back();
    return {};
  }

  static constexpr std::size_t kConditionsDeepMax = 32;

  const Template& read_;
  bool extended_;
  std::set<std::string_view> resources_, parameters_, conditions_;
  std::set<std::string_view> settled_;  // conditions without a circle
  std::string_view block_;
  std::vector<std::string> missing_;
  Place first_missing_;
  std::optional<Error> error_;
};

}  // namespace

Status check_references(const Template& read) {
  EMU_CHECK(ReferenceChecker(read).check());
  const auto order = Dependencies(read, {}).order();
  if (!order) return order.error();
  return {};
}

}  // namespace emu::cloudformation
