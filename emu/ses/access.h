// ARNs and condition keys by which IAM judges calls of both APIs.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon SES".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/authorizer.h"
#include "core/gate/call.h"
#include "core/gate/caller.h"

namespace emu::ses {

std::string identity_arn(const Call& call, std::string_view name);
std::string configuration_set_arn(const Call& call, std::string_view name);
std::string configuration_set_arn(std::string_view account, std::string_view region,
                                  std::string_view name);
std::string contact_list_arn(const Call& call, std::string_view name);
std::string template_arn(const Call& call, std::string_view name);

// The identity that covers a sender, "Bus GmbH <ops@example.com>", or would: its address. One that
// is given is the one.
std::string sender_arn(const Call& call, std::string_view source, std::string_view given = {});

// Whether a resource is none of another account's, which the account then need not be let use.
bool is_own(const Caller& caller, std::string_view resource);

// What a request to send says of itself; `api_version` is "1" or "2".
struct SendingKeys {
  std::string_view api_version;
  std::string_view source = {};
  std::string_view feedback = {};
  std::vector<std::string> recipients = {};  // with their names or without
};
void add_sending_keys(const SendingKeys& keys, std::vector<ConditionValue>& out);

}  // namespace emu::ses
