#include "ses/service.h"

namespace emu::ses {

Result<GetSendQuotaResult> Ses::get_send_quota(Call& call, const GetSendQuota&) {
  return GetSendQuotaResult{
      .max24_hour_send = backend_.daily_quota(call),
      .max_send_rate = backend_.send_rate(call),
      .sent_last24_hours = static_cast<double>(backend_.state(call).sent.last_day(backend_.now()))};
}

Result<GetSendStatisticsResult> Ses::get_send_statistics(Call& call, const GetSendStatistics&) {
  GetSendStatisticsResult out;
  for (const auto& [begin, counts] : backend_.state(call).sent.statistics(backend_.now())) {
    out.send_data_points.push_back({.timestamp = begin,
                                    .delivery_attempts = counts.attempts,
                                    .bounces = counts.bounces,
                                    .complaints = counts.complaints,
                                    .rejects = counts.rejects});
  }
  return out;
}

Result<GetAccountSendingEnabledResult> Ses::get_account_sending_enabled(
    Call& call, const GetAccountSendingEnabled&) {
  return GetAccountSendingEnabledResult{.enabled = backend_.state(call).is_sending_enabled};
}

// Source: Amazon SES API Reference, "UpdateAccountSendingEnabled": what is not given is false.
Result<Nothing> Ses::update_account_sending_enabled(Call& call,
                                                    const UpdateAccountSendingEnabled& in) {
  backend_.state(call).is_sending_enabled = in.enabled.value_or(false);
  return Nothing{};
}

}  // namespace emu::ses
