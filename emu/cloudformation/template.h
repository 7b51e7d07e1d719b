// A template, read and checked, still without values:
//
//   EMU_TRY(Template read, read_template(text, "template.yaml"));
//   EMU_TRY(Template plain, transform(read, parameters));   // SAM, loops
//   EMU_TRY(Evaluation evaluation, Evaluation::start(plain, parameters, pseudo, outside));
//
// It is a value of its own, which keeps the tree that it was read from.
#pragma once

#include <emu/result.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cloudformation/node.h"

namespace emu::cloudformation {

struct Parameter {
  std::string name = {};
  Place place = {};
  std::string type = {};  // "String", "List<Number>", "AWS::SSM::Parameter::Value<String>"
  std::optional<std::string> default_value = {};
  std::string description = {};
  bool no_echo = false;
  std::vector<std::string> allowed_values = {};
  std::optional<std::string> allowed_pattern = {};
  std::string constraint_description = {};
  std::optional<double> min_value = {}, max_value = {};
  std::optional<std::int64_t> min_length = {}, max_length = {};
};

enum class DeletionPolicy { kDelete, kRetain, kRetainExceptOnCreate, kSnapshot };

struct Resource {
  std::string logical_id = {};
  Place place = {};       // of its logical id
  Place type_place = {};  // of the value of Type
  std::string type = {};  // "AWS::SQS::Queue"
  Node properties = {};   // a map, perhaps an empty one
  std::vector<std::string> depends_on = {};
  std::string condition = {};  // its name, or empty
  DeletionPolicy deletion_policy = DeletionPolicy::kDelete;
  DeletionPolicy update_replace_policy = DeletionPolicy::kDelete;
  // Attributes that are kept as they are written; null when absent.
  Node metadata = {}, creation_policy = {}, update_policy = {};
};

struct Output {
  std::string key = {};
  Place place = {};
  std::string description = {};
  std::string condition = {};
  Node value = {};
  std::optional<Node> export_name = {};
};

struct Condition {
  std::string name = {};
  Node expression = {};
};

struct Template {
  std::string file = {};  // for messages; empty when it came through the API
  Node root = {};         // all of it
  std::string description = {};
  std::vector<std::string> transforms = {};
  // Each in the template's order.
  std::vector<Parameter> parameters = {};
  std::vector<Condition> conditions = {};
  std::vector<Resource> resources = {};
  std::vector<Output> outputs = {};

  const Parameter* find_parameter(std::string_view name) const;
  const Condition* find_condition(std::string_view name) const;
  const Resource* find_resource(std::string_view logical_id) const;
};

// Values of parameters by name, as a caller gives them: lists are texts with commas.
using ParameterValues = std::map<std::string, std::string, std::less<>>;

// Reads JSON or YAML and checks what does not depend on values: sections and their shapes, that
// functions have the arguments they need, that what is referred to exists, and that resources do
// not depend on each other in a circle. `file` is for messages. A template with transforms is
// checked no further than its sections; transform() checks what comes of it.
Result<Template> read_template(std::string_view text, std::string_view file = {});

// The same for a tree, such as one that a transform has made.
Result<Template> check_template(Node root, std::string_view file);

// Applies AWS::LanguageExtensions and AWS::Serverless-2016-10-31, and refuses other transforms. A
// template without any is given back as it is. CodeUri and its like stay as they are given, also
// when they are local paths: whoever deploys brings them into a bucket before, or takes a Code that
// is a text, or {"ImageUri": …}, for a path.
Result<Template> transform(const Template& from, const ParameterValues& parameters);

}  // namespace emu::cloudformation
