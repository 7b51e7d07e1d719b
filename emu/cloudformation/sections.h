// The readers of a template's sections, each of which refuses wrong shapes and unknown members.
#pragma once

#include <emu/result.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cloudformation/template.h"

namespace emu::cloudformation {

inline constexpr std::string_view kServerlessTransform = "AWS::Serverless-2016-10-31";
inline constexpr std::string_view kLanguageExtensions = "AWS::LanguageExtensions";

// Whether the template's language has the functions of AWS::LanguageExtensions.
bool has_extensions(const Template& from);

// What a section is read with.
struct SectionContext {
  const Node& section;
  std::string_view name;  // "Parameters"
  std::string_view file;
};

// That it is a map with few enough members, each a map with an alphanumeric name.
Status check_section(const SectionContext& context, std::string_view kind, std::size_t max);

// That a map has members of these names only. `text` is AWS's, with {} for the one that is unknown.
Status check_members(const Node& map, std::span<const std::string_view> known,
                     std::string_view file, std::string_view text);

// A scalar's text; `what` says in an error what it is, "Type".
Result<std::string> text_member(const Node& node, std::string_view file, std::string_view what);

Result<std::vector<Parameter>> read_parameters(const SectionContext& context);
Status check_mappings(const SectionContext& context);
Result<std::vector<Condition>> read_conditions(const SectionContext& context);
Result<std::vector<Resource>> read_resources(const SectionContext& context);
Result<std::vector<Output>> read_outputs(const SectionContext& context);

// "[/Resources/Queue]", the place of a member as AWS names it.
std::string path_of(std::string_view section, std::string_view name);

// Checks functions, and that all that is referred to exists. Circles through conditions are left to
// an Evaluation, which knows them.
Status check_references(const Template& read);

}  // namespace emu::cloudformation
