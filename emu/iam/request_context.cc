#include "iam/request_context.h"

#include <algorithm>
#include <array>
#include <string>

#include "iam/pattern.h"

namespace emu::iam {

namespace {

constexpr std::string_view kPrincipalTag = "aws:principaltag/";

// Keys that depend on the caller alone.
constexpr std::array<std::string_view, 9> kKeysOfCaller = {
    "aws:principalaccount", "aws:principalarn",  "aws:principaltype",
    "aws:securetransport",  "aws:sourceaccount", "aws:sourcearn",
    "aws:userid",           "aws:username",      "aws:viaawsservice"};

bool is_of_caller(std::string_view key) {
  return key.starts_with(kPrincipalTag) ||
         std::find(kKeysOfCaller.begin(), kKeysOfCaller.end(), key) != kKeysOfCaller.end();
}

std::string_view principal_type(Caller::Kind kind) {
  switch (kind) {
    case Caller::Kind::kUnnamed:
      return "Account";
    case Caller::Kind::kAnonymous:
      return "Anonymous";
    case Caller::Kind::kUser:
      return "User";
    case Caller::Kind::kRole:
      return "AssumedRole";
    case Caller::Kind::kService:
      return "Service";
  }
  return {};
}

}  // namespace

const std::vector<std::string>* RequestContext::find(std::string_view key) {
  if (!filled_) fill();
  if (!is_of_caller(key)) varies_ = true;
  const auto found = values_.find(key);
  return found == values_.end() ? nullptr : &found->second;
}

void RequestContext::fill() {
  filled_ = true;
  const Caller& caller = facts_.caller;
  for (const ConditionValue& value : facts_.keys) {
    std::string key = lower_case(value.key);
    if (!is_of_caller(key)) values_[std::move(key)] = value.values;
  }
  const auto set = [&](const char* key, std::string_view value) {
    if (!value.empty()) values_[key] = {std::string(value)};
  };
  // A request that never left the machine counts as encrypted, so that policies which refuse plain
  // HTTP let it pass.
  set("aws:securetransport", "true");
  set("aws:principaltype", principal_type(caller.kind));
  set("aws:currenttime", iso8601(facts_.now));
  set("aws:epochtime", std::to_string(epoch_seconds(facts_.now)));
  set("aws:requestedregion", caller.region);
  if (caller.kind == Caller::Kind::kService) {
    set("aws:sourcearn", caller.source_arn);
    set("aws:sourceaccount", caller.source_account);
    set("aws:viaawsservice", "false");
    return;
  }
  set("aws:sourceip", caller.source_ip);
  if (caller.kind == Caller::Kind::kAnonymous) return;
  set("aws:viaawsservice", "false");
  set("aws:userid", caller.principal_id);
  set("aws:username", caller.user_name);
  set("aws:principalaccount", caller.account);
  set("aws:principalarn", caller.role_arn.empty() ? caller.arn : caller.role_arn);
  if (facts_.principal_tags == nullptr) return;
  for (const auto& [key, value] : *facts_.principal_tags) {
    values_[std::string(kPrincipalTag) + lower_case(key)] = {value};
  }
}

}  // namespace emu::iam
