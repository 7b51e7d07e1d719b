// The section "Parameters" of a template, by "CloudFormation template Parameters syntax".
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "cloudformation/advice.h"
#include "cloudformation/parameter_values.h"
#include "cloudformation/sections.h"
#include "cloudformation/template_limits.h"

namespace emu::cloudformation {

namespace {

constexpr std::array<std::string_view, 11> kMembers = {
    "Type",     "Default",  "Description", "NoEcho",    "AllowedValues",        "AllowedPattern",
    "MinValue", "MaxValue", "MinLength",   "MaxLength", "ConstraintDescription"};

constexpr std::array<std::string_view, 7> kTypes = {"String",
                                                    "Number",
                                                    "CommaDelimitedList",
                                                    "List<Number>",
                                                    "List<String>",
                                                    "AWS::SSM::Parameter::Name",
                                                    "AWS::SSM::Parameter::Value<String>"};

// Beside those above: AWS-specific types, as a value or in a list, and SSM's with any of them.
bool is_type(std::string_view type) {
  constexpr std::string_view kValue = "AWS::SSM::Parameter::Value<";
  constexpr std::string_view kList = "List<";
  if (std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end()) return true;
  if (type.starts_with(kValue) && type.ends_with('>')) {
    type.remove_prefix(kValue.size());
    type.remove_suffix(1);
    return is_type(type);
  }
  if (type.starts_with(kList) && type.ends_with('>')) {
    type.remove_prefix(kList.size());
    type.remove_suffix(1);
  }
  constexpr std::array<std::string_view, 3> kServices = {
      "AWS::EC2::", "AWS::Route53::", "AWS::SSM::"};
  return std::any_of(kServices.begin(), kServices.end(),
                     [&](std::string_view service) { return type.starts_with(service); });
}

class ParameterReader {
 public:
  ParameterReader(const SectionContext& context, const Node::Key& key, const Node& map)
      : context_(context), map_(map) {
    into_.name = key.name;
    into_.place = key.place;
  }

  Result<Parameter> read() {
    EMU_CHECK(
        check_members(map_, kMembers, context_.file, "Invalid template parameter property '{}'"));
    EMU_CHECK(read_type());
    EMU_CHECK(read_texts());
    EMU_CHECK(read_bounds());
    if (into_.default_value) {
      if (auto problem = problem_with(into_, *into_.default_value)) {
        return make_error(context_.file, map_.find("Default")->place,
                          "Template format error: " + *problem,
                          "correct the default or the constraint");
      }
    }
    return std::move(into_);
  }

 private:
  Status read_type() {
    const Node* type = map_.find("Type");
    if (type == nullptr) {
      return make_error(
          context_.file, into_.place,
          fmt::format("Template format error: {} Every Parameters object must contain a Type "
                      "member.",
                      path_of(context_.name, into_.name)),
          "add Type: String");
    }
    EMU_TRY(into_.type, text_member(*type, context_.file, "Type"));
    if (is_type(into_.type)) return {};
    return make_error(
        context_.file, type->place,
        fmt::format("Template format error: Unrecognized parameter type: {}", into_.type),
        advice_for(into_.type, kTypes));
  }

  Status read_text(std::string_view member, std::optional<std::string>& into) {
    const Node* node = map_.find(member);
    if (node == nullptr) return {};
    EMU_TRY(into, text_member(*node, context_.file, member));
    return {};
  }

  Status read_texts() {
    std::optional<std::string> description;
    std::optional<std::string> constraint;
    std::optional<std::string> no_echo;
    EMU_CHECK(read_text("Default", into_.default_value));
    EMU_CHECK(read_text("Description", description));
    EMU_CHECK(read_text("ConstraintDescription", constraint));
    EMU_CHECK(read_text("AllowedPattern", into_.allowed_pattern));
    EMU_CHECK(read_text("NoEcho", no_echo));
    into_.description = description.value_or("");
    into_.constraint_description = constraint.value_or("");
    into_.no_echo = no_echo == "true";
    const Node* allowed = map_.find("AllowedValues");
    if (allowed == nullptr) return {};
    if (!allowed->is_list()) {
      return make_error(context_.file, allowed->place,
                        "Template format error: Every AllowedValues member must be a list.",
                        "write [a, b]");
    }
    for (const Node& value : allowed->items) {
      EMU_TRY(std::string text, text_member(value, context_.file, "AllowedValues"));
      into_.allowed_values.push_back(std::move(text));
    }
    return {};
  }

  template <class T>
  Status read_number(std::string_view member, std::optional<T>& into) {
    const Node* node = map_.find(member);
    if (node == nullptr) return {};
    T number = {};
    const char* const end = node->text.data() + node->text.size();
    const auto read = std::from_chars(node->text.data(), end, number);
    if (!node->is_scalar() || read.ec != std::errc() || read.ptr != end) {
      return make_error(
          context_.file, node->place,
          fmt::format("Template format error: Every {} member must be a number.", member),
          "write a number such as 1");
    }
    into = number;
    return {};
  }

  Status read_bounds() {
    EMU_CHECK(read_number("MinValue", into_.min_value));
    EMU_CHECK(read_number("MaxValue", into_.max_value));
    EMU_CHECK(read_number("MinLength", into_.min_length));
    return read_number("MaxLength", into_.max_length);
  }

  const SectionContext& context_;
  const Node& map_;
  Parameter into_;
};

}  // namespace

Result<std::vector<Parameter>> read_parameters(const SectionContext& context) {
  EMU_CHECK(check_section(context, "Parameter", kParametersMax));
  std::vector<Parameter> parameters;
  for (std::size_t i = 0; i < context.section.keys.size(); ++i) {
    ParameterReader reader(context, context.section.keys[i], context.section.items[i]);
    EMU_TRY(Parameter && parameter, reader.read());
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

}  // namespace emu::cloudformation
