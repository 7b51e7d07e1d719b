#include <fmt/format.h>

#include <algorithm>

#include "core/mail/mail_address.h"
#include "ses/limits.h"
#include "ses/page.h"
#include "sesv2/errors.h"
#include "sesv2/service.h"

namespace emu::sesv2 {

namespace {

Error not_suppressed(const std::string& address) {
  return not_found(
      fmt::format("Email address {} does not exist on your suppression list.", address));
}

}  // namespace

Result<Nothing> SesV2::put_suppressed_destination(Call& call, const PutSuppressedDestination& in) {
  std::string_view why;
  if (!parse_mail_address(in.email_address, why)) return bad_request(std::string(why));
  auto& suppressed = backend_.state(call).suppressed;
  const std::string key = ses::identity_key(in.email_address);
  if (!suppressed.contains(key) && suppressed.size() >= ses::kSuppressedMax) {
    return bad_request("The suppression list has as many addresses as it may have.");
  }
  suppressed.insert_or_assign(
      key, ses::SuppressedAddress{.address = key, .reason = in.reason, .changed = backend_.now()});
  return Nothing{};
}

Result<GetSuppressedDestinationResult> SesV2::get_suppressed_destination(
    Call& call, const GetSuppressedDestination& in) {
  const auto& suppressed = backend_.state(call).suppressed;
  const auto found = suppressed.find(ses::identity_key(in.email_address));
  if (found == suppressed.end()) return not_suppressed(in.email_address);
  return GetSuppressedDestinationResult{
      .suppressed_destination = SuppressedDestination{.email_address = found->second.address,
                                                      .reason = found->second.reason,
                                                      .last_update_time = found->second.changed}};
}

Result<Nothing> SesV2::delete_suppressed_destination(Call& call,
                                                     const DeleteSuppressedDestination& in) {
  if (backend_.state(call).suppressed.erase(ses::identity_key(in.email_address)) == 0) {
    return not_suppressed(in.email_address);
  }
  return Nothing{};
}

Result<ListSuppressedDestinationsResult> SesV2::list_suppressed_destinations(
    Call& call, const ListSuppressedDestinations& in) {
  const auto is_wanted = [&](const ses::SuppressedAddress& entry) {
    const bool has_reason = in.reasons.empty() || std::find(in.reasons.begin(), in.reasons.end(),
                                                            entry.reason) != in.reasons.end();
    return has_reason && (!in.start_date || entry.changed >= *in.start_date) &&
           (!in.end_date || entry.changed <= *in.end_date);
  };
  ListSuppressedDestinationsResult out;
  EMU_TRY(out.next_token,
          translated(ses::visit_page(
              backend_.state(call).suppressed, {in.next_token, in.page_size},
              {.usual = ses::kPageMax, .max = ses::kPageMax},
              [&](const ses::SuppressedAddress& entry) {
                if (!is_wanted(entry)) return false;
                out.suppressed_destination_summaries.push_back(
                    {.email_address = entry.address,
                     .reason = entry.reason,
                     .last_update_time = entry.changed});
                return true;
              })));
  return out;
}

}  // namespace emu::sesv2
