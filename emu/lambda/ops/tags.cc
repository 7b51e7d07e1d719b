#include <emu/arn.h>

#include "lambda/configuration.h"
#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<std::map<std::string, std::string>*> Lambda::tags_of(const std::string& arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "lambda") return resource_arn_invalid(arn);
  State* state = states_.find(parsed->account, parsed->region);
  constexpr std::string_view kMapping = "event-source-mapping:";
  if (parsed->resource.substr(0, kMapping.size()) == kMapping) {
    const std::string_view uuid = std::string_view(parsed->resource).substr(kMapping.size());
    const auto mapping = state == nullptr ? nullptr : find_mapping(*state, uuid);
    if (mapping == nullptr) return mapping_not_found();
    return &mapping->tags;
  }
  const std::optional<FunctionReference> reference = parse_function_reference(arn);
  if (!reference || !reference->qualifier.empty()) return resource_arn_invalid(arn);
  Function* function = state == nullptr ? nullptr : state->find(reference->name);
  if (function == nullptr) return function_not_found(arn);
  return &function->tags;
}

Result<Nothing> Lambda::tag_resource(Call&, const TagResource& in) {
  const auto tags = tags_of(in.resource);
  if (!tags) return tags.error();
  std::map<std::string, std::string> merged = in.tags;
  merged.insert((*tags)->begin(), (*tags)->end());
  if (Status status = check_tags(merged); !status) return std::move(status.error());
  **tags = std::move(merged);
  return Nothing{};
}

Result<Nothing> Lambda::untag_resource(Call&, const UntagResource& in) {
  const auto tags = tags_of(in.resource);
  if (!tags) return tags.error();
  for (const std::string& key : in.tag_keys) (*tags)->erase(key);
  return Nothing{};
}

Result<ListTagsResult> Lambda::list_tags(Call&, const ListTags& in) {
  const auto tags = tags_of(in.resource);
  if (!tags) return tags.error();
  return ListTagsResult{.tags = **tags};
}

}  // namespace emu::lambda
