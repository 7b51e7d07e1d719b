#include <emu/arn.h>

#include "core/base/assert.h"
#include "lambda/configuration.h"
#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

Error versions_have_no_tags() {
  return invalid_parameter(
      "Tags on function aliases and versions are not supported. Please specify a function ARN.");
}

}  // namespace

Result<std::map<std::string, std::string>*> Lambda::tags_of(const std::string& arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  EMU_ASSERT(parsed.has_value(), "the gate lets through only ARNs of what has tags");
  Region* region = regions_.find(parsed->account, parsed->region);
  constexpr std::string_view kMapping = "event-source-mapping:";
  if (parsed->resource.substr(0, kMapping.size()) == kMapping) {
    const std::string_view uuid = std::string_view(parsed->resource).substr(kMapping.size());
    Mapping* mapping = region == nullptr ? nullptr : region->stored.find_mapping(uuid);
    if (mapping == nullptr) return resource_not_found();
    return &mapping->tags;
  }
  // The others that may have tags, such as capacity-provider:orders, are not here.
  const std::optional<FunctionReference> reference = parse_function_reference(arn);
  if (!parsed->resource.starts_with("function:") || !reference) return resource_not_found();
  if (!reference->qualifier.empty()) return versions_have_no_tags();
  Function* function = region == nullptr ? nullptr : region->stored.find(reference->name);
  if (function == nullptr) return function_not_found(arn);
  return &function->tags;
}

Result<Nothing> Lambda::tag_resource(Call&, const TagResource& in) {
  EMU_TRY(const auto tags, tags_of(in.resource));
  std::map<std::string, std::string> merged = in.tags;
  merged.insert(tags->begin(), tags->end());
  EMU_CHECK(check_tags(merged));
  *tags = std::move(merged);
  return Nothing{};
}

Result<Nothing> Lambda::untag_resource(Call&, const UntagResource& in) {
  EMU_TRY(const auto tags, tags_of(in.resource));
  for (const std::string& key : in.tag_keys) tags->erase(key);
  return Nothing{};
}

Result<ListTagsResult> Lambda::list_tags(Call&, const ListTags& in) {
  EMU_TRY(const auto tags, tags_of(in.resource));
  return ListTagsResult{.tags = *tags};
}

}  // namespace emu::lambda
