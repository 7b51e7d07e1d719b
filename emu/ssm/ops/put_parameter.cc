#include <fmt/format.h>

#include <utility>

#include "core/text/ascii.h"
#include "ssm/errors.h"
#include "ssm/limits.h"
#include "ssm/name.h"
#include "ssm/service.h"
#include "ssm/tags.h"
#include "ssm/values.h"

namespace emu::ssm {

namespace {

Error parameter_exists() {
  return {.code = errors::kParameterAlreadyExists,
          .message =
              "The parameter already exists. To overwrite this value, set the overwrite "
              "option in the request to true."};
}

Error tags_with_overwrite() {
  return validation(
      "Invalid request: tags and overwrite can't be used together. To create a parameter with "
      "tags, please remove overwrite flag. To update tags for an existing parameter, please use "
      "AddTagsToResource or RemoveTagsFromResource.");
}

// Source: AWS Systems Manager API Reference, "PutParameter".
Error oldest_version_has_label(std::string_view name, const ParameterVersion& oldest) {
  return {.code = errors::kParameterMaxVersionLimitExceeded,
          .message = fmt::format(
              "You attempted to create a new version of {} by calling the PutParameter API with "
              "the overwrite flag. Version {}, the oldest version, can't be deleted because it has "
              "a label associated with it. Move the label to another version of the parameter, and "
              "try again.",
              name, oldest.number)};
}

}  // namespace

Result<PutParameterResult> Ssm::put_parameter(Call& call, const PutParameter& in) {
  State& state = state_of(call);
  const std::string name(trim(in.name));
  EMU_CHECK(check_name(name, state));
  const bool overwrites = in.overwrite.value_or(false);
  if (overwrites && !in.tags.empty()) return tags_with_overwrite();
  const StoredParameter* before = state.find(name);
  if (before != nullptr && !overwrites) return parameter_exists();
  EMU_TRY(const Tags tags, with_tags({}, in.tags));
  EMU_TRY(ParameterVersion next,
          next_version(in, before == nullptr ? nullptr : &before->latest(), state));
  if (before != nullptr && before->versions.size() == kVersionsMax &&
      !before->versions.front().labels.empty()) {
    return oldest_version_has_label(name, before->versions.front());
  }

  next.modified = world_.now();
  next.modified_by = call.caller.arn;
  StoredParameter& parameter = state.add(name, std::move(next));
  if (!tags.empty()) parameter.tags = tags;
  const ParameterVersion& latest = parameter.latest();
  PutParameterResult out{.version = latest.number, .tier = std::string(tier_name(latest))};
  call.subject = fmt::format("version {}", latest.number);
  state.settle(world_.now());  // An expiration may lie in the past.
  return out;
}

}  // namespace emu::ssm
