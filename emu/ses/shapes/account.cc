#include <emu/describe.h>
#include <emu/ses/account.h>

namespace emu::ses {

void GetSendQuotaResult::describe(StructureShape<GetSendQuotaResult>& s) {
  s.member("Max24HourSend", &GetSendQuotaResult::max24_hour_send);
  s.member("MaxSendRate", &GetSendQuotaResult::max_send_rate);
  s.member("SentLast24Hours", &GetSendQuotaResult::sent_last24_hours);
}

void GetSendQuota::describe(StructureShape<GetSendQuota>&) {}

void SendDataPoint::describe(StructureShape<SendDataPoint>& s) {
  s.member("Timestamp", &SendDataPoint::timestamp);
  s.member("DeliveryAttempts", &SendDataPoint::delivery_attempts);
  s.member("Bounces", &SendDataPoint::bounces);
  s.member("Complaints", &SendDataPoint::complaints);
  s.member("Rejects", &SendDataPoint::rejects);
}

void GetSendStatisticsResult::describe(StructureShape<GetSendStatisticsResult>& s) {
  s.member("SendDataPoints", &GetSendStatisticsResult::send_data_points).always();
}

void GetSendStatistics::describe(StructureShape<GetSendStatistics>&) {}

void GetAccountSendingEnabledResult::describe(StructureShape<GetAccountSendingEnabledResult>& s) {
  s.member("Enabled", &GetAccountSendingEnabledResult::enabled);
}

void GetAccountSendingEnabled::describe(StructureShape<GetAccountSendingEnabled>&) {}

void UpdateAccountSendingEnabled::describe(StructureShape<UpdateAccountSendingEnabled>& s) {
  s.member("Enabled", &UpdateAccountSendingEnabled::enabled);
}

}  // namespace emu::ses

namespace emu {
EMU_DESCRIBED(ses::GetSendQuotaResult);
EMU_DESCRIBED_OPERATION(ses::GetSendQuota);
EMU_DESCRIBED(ses::SendDataPoint);
EMU_DESCRIBED(ses::GetSendStatisticsResult);
EMU_DESCRIBED_OPERATION(ses::GetSendStatistics);
EMU_DESCRIBED(ses::GetAccountSendingEnabledResult);
EMU_DESCRIBED_OPERATION(ses::GetAccountSendingEnabled);
EMU_DESCRIBED_OPERATION(ses::UpdateAccountSendingEnabled);
}  // namespace emu
