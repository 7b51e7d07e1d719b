// Sending: what is checked, in which order, and where mail goes.
// Sources: Amazon SES API Reference, "SendEmail", "SendRawEmail"; Amazon SES Developer Guide,
// "Amazon SES email sending errors", "Using the mailbox simulator in Amazon SES".
#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/mail/mail_address.h"
#include "core/text/ascii.h"
#include "core/time/http_date.h"
#include "ses/backend.h"
#include "ses/errors.h"
#include "ses/limits.h"
#include "ses/simulator.h"

namespace emu::ses {

namespace {

constexpr std::string_view kMicrosecondsOfNone = "000000";

Status check_address(const std::string& text) {
  std::string_view why;
  const auto parsed = parse_mail_address(text, why);
  if (!parsed) return invalid_parameter(std::string(why));
  if (parsed->address.size() <= kAddressMax) return {};
  return invalid_parameter(fmt::format("Address length is more than {} characters long: '{}'.",
                                       kAddressMax, parsed->address.size()));
}

Status check_addresses(const Mail& mail) {
  if (mail.source.empty()) return invalid_parameter("Missing required header 'From'.");
  EMU_CHECK(check_address(mail.source));
  for (const auto* list : {&mail.to, &mail.cc, &mail.bcc, &mail.reply_to}) {
    for (const std::string& address : *list) EMU_CHECK(check_address(address));
  }
  if (!mail.return_path.empty()) EMU_CHECK(check_address(mail.return_path));
  return {};
}

Status check_recipients(const Mail& mail) {
  if (mail.recipients() == 0) return invalid_parameter("Missing required header 'To'.");
  if (mail.recipients() <= kRecipientsMax) return {};
  return invalid_parameter(fmt::format("Recipient count exceeds {}.", kRecipientsMax));
}

// Source: Amazon SES Developer Guide, "Delegate sender tasks for Amazon SES sending authorization":
// the identity is one of the region that is called.
Status check_arns(const Mail& mail, std::string_view region) {
  for (const std::string* text : {&mail.source_arn, &mail.return_path_arn}) {
    if (text->empty()) continue;
    const std::optional<Arn> arn = Arn::parse(*text);
    const bool is_identity = arn && arn->service == "ses" && arn->region == region &&
                             arn->resource.starts_with("identity/");
    if (!is_identity) return invalid_parameter(fmt::format("Invalid identity ARN <{}>.", *text));
  }
  return {};
}

bool is_tag_text(std::string_view text) {
  return !text.empty() && text.size() <= kTagBytesMax &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_alphanumeric(c) || std::string_view("_-.@").find(c) != std::string_view::npos;
         });
}

// Source: Amazon SES API Reference, "MessageTag".
Status check_tags(const Mail& mail) {
  if (mail.tags.size() > kMessageTagsMax) {
    return invalid_parameter(fmt::format("Tag count exceeds {}.", kMessageTagsMax));
  }
  for (const auto& [name, value] : mail.tags) {
    const std::string_view what = !is_tag_text(name) ? "name" : !is_tag_text(value) ? "value" : "";
    if (what.empty()) continue;
    return invalid_parameter(
        fmt::format("Invalid tag {} <{}>: only alphanumeric ASCII characters, '_', '-', '.' and "
                    "'@' are allowed.",
                    what, what == "name" ? name : value));
  }
  return {};
}

// Names of people and headers are part of it: nothing else bounds them.
std::size_t size_of(const Mail& mail) {
  if (mail.is_raw) return mail.raw.size();
  std::size_t bytes =
      mail.source.size() + mail.subject.size() + mail.text.size() + mail.html.size();
  for (const auto* list : {&mail.to, &mail.cc, &mail.bcc, &mail.reply_to}) {
    for (const std::string& address : *list) bytes += address.size();
  }
  for (const auto& [name, value] : mail.headers) bytes += name.size() + value.size();
  for (const MailPart& part : mail.attachments) {
    bytes += part.content.size() + part.name.size() + part.content_type.size() +
             part.description.size() + part.content_id.size();
  }
  return bytes;
}

Status check_size(const Mail& mail) {
  const std::size_t bytes = size_of(mail);
  if (bytes <= mail.bytes_max) return {};
  return invalid_parameter(
      fmt::format("Message length is more than {} bytes long: '{}'.", mail.bytes_max, bytes));
}

std::string upper_case(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = to_upper(c);
  return upper;
}

std::string join(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) joined.append(joined.empty() ? "" : ", ").append(text);
  return joined;
}

template <class Visit>
void each_recipient(const Mail& mail, const Visit& visit) {
  for (const auto* list : {&mail.to, &mail.cc, &mail.bcc}) {
    for (const std::string& recipient : *list) visit(recipient);
  }
}

bool is_of(std::string_view arn, std::string_view account) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  return parsed && parsed->account == account;
}

// The configuration set of the identity that sends, where it is the sender's own.
std::string usual_set(const RegionState& state, const Mail& mail) {
  if (!mail.source_arn.empty() && !is_of(mail.source_arn, state.account)) return {};
  const auto* identity = find_covering(state.identities, bare_mail_address(mail.source));
  return identity == nullptr ? std::string() : identity->configuration_set;
}

}  // namespace

Result<std::string> Backend::send(const Call& call, Mail mail) {
  if (mail.is_raw) {
    EMU_CHECK(check_size(mail));
    read_raw_headers(mail);
  }
  RegionState& state = this->state(call);
  if (mail.configuration_set.empty()) mail.configuration_set = usual_set(state, mail);
  EMU_CHECK(check(state, mail));

  const std::string id = draw_message_id();
  if (mail.rendering_error.empty()) {
    post(call, state, mail, id);
  } else {
    tell(state, facts_of(call, state, mail, id),
         {.kind = EventKind::kRenderingFailure,
          .template_name = mail.template_name,
          .error = mail.rendering_error,
          .at = world_.now()});
  }
  return id;
}

Status Backend::check(RegionState& state, const Mail& mail) {
  EMU_CHECK(check_addresses(mail));
  EMU_CHECK(check_arns(mail, state.region));
  EMU_CHECK(check_recipients(mail));
  EMU_CHECK(check_tags(mail));
  EMU_CHECK(check_size(mail));
  EMU_CHECK(check_sending_enabled(state, mail));
  EMU_CHECK(check_verified(state, mail));
  return check_quota(state, mail);
}

Status Backend::check_sending_enabled(const RegionState& state, const Mail& mail) const {
  if (!state.is_sending_enabled) {
    return error(errors::kAccountSendingPausedException,
                 "Email sending is disabled for this account.");
  }
  if (mail.configuration_set.empty()) return {};
  const auto set = state.configuration_sets.find(mail.configuration_set);
  if (set == state.configuration_sets.end()) {
    return configuration_set_does_not_exist(mail.configuration_set);
  }
  if (set->second.is_sending_enabled) return {};
  return error(errors::kConfigurationSetSendingPausedException,
               fmt::format("Email sending is disabled for the configuration set <{}>.",
                           mail.configuration_set));
}

Status Backend::check_verified(const RegionState& state, const Mail& mail) const {
  std::vector<std::string> failed;
  const auto fail = [&](const std::string& text) {
    if (std::find(failed.begin(), failed.end(), text) == failed.end()) failed.push_back(text);
  };
  const auto check = [&](const std::string& text) {
    const std::string address = bare_mail_address(text);
    if (!address.empty() && find_covering(state.identities, address) == nullptr) fail(text);
  };
  // By the identity that is named, which may be another account's.
  const auto check_by = [&](const std::string& arn, const std::string& text) {
    if (arn.empty()) return check(text);
    const StoredIdentity* identity = find_by_arn(arn);
    const std::string address = bare_mail_address(text);
    if (identity == nullptr || (!address.empty() && !covers(*identity, address))) fail(text);
  };
  check_by(mail.source_arn, mail.source);
  if (!mail.return_path.empty()) check_by(mail.return_path_arn, mail.return_path);
  if (!state.has_production_access) {
    each_recipient(mail, [&](const std::string& recipient) {
      if (!is_simulator(recipient)) check(recipient);
    });
  }
  if (failed.empty()) return {};
  const bool is_cut = failed.size() > kFailedIdentitiesNamed;
  if (is_cut) failed.resize(kFailedIdentitiesNamed);
  return error(errors::kMessageRejected,
               fmt::format("Email address is not verified. The following identities failed the "
                           "check in region {}: {}{}",
                           upper_case(state.region), join(failed), is_cut ? ", ..." : ""));
}

Status Backend::check_quota(RegionState& state, const Mail& mail) const {
  const double quota = state.has_production_access ? kDailyQuota : kSandboxDailyQuota;
  const auto sent = static_cast<double>(state.sent.last_day(world_.now()));
  if (sent + static_cast<double>(mail.recipients()) <= quota) return {};
  return error(errors::kThrottling, "Daily message quota exceeded.");
}

double Backend::daily_quota(const Call& call) {
  return state(call).has_production_access ? kDailyQuota : kSandboxDailyQuota;
}

double Backend::send_rate(const Call& call) {
  return state(call).has_production_access ? kSendRate : kSandboxSendRate;
}

// "010001893f1c2a3b-0f8fad5b-d9cb-469f-a165-70867728950e-000000"
std::string Backend::draw_message_id() {
  return fmt::format("0100{:012x}-{}-{}", epoch_millis(world_.now()), world_.uuid(),
                     kMicrosecondsOfNone);
}

Backend::Outcomes Backend::outcomes_of(const RegionState& state, const Mail& mail) const {
  const auto set = state.configuration_sets.find(mail.configuration_set);
  const StoredConfigurationSet* options =
      set == state.configuration_sets.end() ? nullptr : &set->second;
  Outcomes out;
  each_recipient(mail, [&](const std::string& recipient) {
    if (is_suppressed(state, options, recipient)) {
      out.account_suppressed.push_back(recipient);
      return;
    }
    if (mail.contact_list != nullptr && !mail.contact_list->lets_in(recipient, mail.topic)) {
      out.unsubscribed.push_back(recipient);
      return;
    }
    switch (simulated_outcome(recipient)) {
      case Outcome::kBounce:
        return out.bounced.push_back(recipient);
      case Outcome::kSuppressed:
        return out.suppressed.push_back(recipient);
      case Outcome::kComplaint:
        out.complained.push_back(recipient);
        return out.delivered.push_back(recipient);
      case Outcome::kDelivery:
      case Outcome::kOutOfOffice:
        return out.delivered.push_back(recipient);
    }
  });
  return out;
}

// Source: Amazon SES Developer Guide, "Using the mailbox simulator in Amazon SES": its addresses do
// not count towards the quota.
void Backend::count(RegionState& state, const Mail& mail, const Outcomes& outcomes) {
  SendingCounts& counts = state.sent.counts(world_.now());
  std::int64_t counted = 0;
  each_recipient(mail, [&](const std::string& recipient) {
    ++counts.attempts;
    if (!is_simulator(recipient)) ++counted;
  });
  counts.bounces += static_cast<std::int64_t>(outcomes.bounced.size() + outcomes.suppressed.size() +
                                              outcomes.account_suppressed.size());
  counts.complaints += static_cast<std::int64_t>(outcomes.complained.size());
  if (counted != 0) state.sent.add_recipients(world_.now(), counted);
}

void Backend::post(const Call& call, RegionState& state, const Mail& mail, const std::string& id) {
  const Outcomes outcomes = outcomes_of(state, mail);
  count(state, mail, outcomes);
  const std::string host = call.region() == "us-east-1" ? "email" : call.region();
  SentMessage sent{.service = "ses", .protocol = "email", .from = mail.source};
  sent.to = join(mail.to);
  sent.cc = mail.cc;
  sent.bcc = mail.bcc;
  for (const auto* list : {&outcomes.bounced, &outcomes.suppressed, &outcomes.account_suppressed,
                           &outcomes.unsubscribed}) {
    sent.undelivered.insert(sent.undelivered.end(), list->begin(), list->end());
  }
  sent.configuration_set = mail.configuration_set;
  sent.message_id = id;
  sent.region = call.region();
  sent.raw = Blob(mime_of(mail, {.message_id = fmt::format("{}@{}.amazonses.com", id, host),
                                 .date = http_date(world_.now())}));
  sent.sent_at = world_.now();
  MailFacts facts = facts_of(call, state, mail, id);
  set_headers(facts, sent.raw.view());
  outbox_.add(call.account(), std::move(sent));
  tell_outcomes(state, facts, outcomes);
}

}  // namespace emu::ses
