#include "ses/access.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <utility>

#include "core/gate/world.h"
#include "core/mail/mail_address.h"
#include "core/text/partition.h"
#include "ses/backend.h"

namespace emu::ses {

namespace {

std::string arn(std::string_view account, std::string_view region, std::string_view kind,
                std::string_view name) {
  return fmt::format("arn:{}:ses:{}:{}:{}/{}", partition_of(region), region, account, kind, name);
}

std::string arn(const Call& call, std::string_view kind, std::string_view name) {
  return arn(call.account(), call.region(), kind, name);
}

}  // namespace

std::string identity_arn(const Call& call, std::string_view name) {
  return arn(call, "identity", name);
}

std::string configuration_set_arn(const Call& call, std::string_view name) {
  return arn(call, "configuration-set", name);
}

std::string configuration_set_arn(std::string_view account, std::string_view region,
                                  std::string_view name) {
  return arn(account, region, "configuration-set", name);
}

std::string contact_list_arn(const Call& call, std::string_view name) {
  return arn(call, "contact-list", name);
}

std::string template_arn(const Call& call, std::string_view name) {
  return arn(call, "template", name);
}

std::string sender_arn(const Call& call, std::string_view source, std::string_view given) {
  if (!given.empty()) return std::string(given);
  const std::string address = bare_mail_address(source);
  auto& backend = call.world.interfaces().one<Backend>();
  const StoredIdentity* identity = find_covering(backend.state(call).identities, address);
  return identity_arn(call, identity == nullptr ? address : identity->name);
}

bool is_own(const Caller& caller, std::string_view resource) {
  const std::optional<Arn> parsed = Arn::parse(resource);
  return !parsed || parsed->account.empty() || parsed->account == caller.account;
}

void add_sending_keys(const SendingKeys& keys, std::vector<ConditionValue>& out) {
  out.push_back({.key = "ses:ApiVersion", .values = {std::string(keys.api_version)}});
  std::string_view why;
  if (const auto from = parse_mail_address(keys.source, why)) {
    out.push_back({.key = "ses:FromAddress", .values = {from->address}});
    out.push_back({.key = "ses:FromDisplayName", .values = {from->name}});
  }
  if (!keys.feedback.empty()) {
    out.push_back({.key = "ses:FeedbackAddress", .values = {bare_mail_address(keys.feedback)}});
  }
  std::vector<std::string> recipients;
  for (const std::string& recipient : keys.recipients) {
    recipients.push_back(bare_mail_address(recipient));
  }
  if (recipients.empty()) return;
  out.push_back({.key = "ses:Recipients", .values = std::move(recipients)});
}

}  // namespace emu::ses
