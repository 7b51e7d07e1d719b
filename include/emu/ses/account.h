// What the account may send, and has sent. Include <emu/ses.h>.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace emu::ses {

struct GetSendQuotaResult {
  std::optional<double> max24_hour_send = {};
  std::optional<double> max_send_rate = {};
  std::optional<double> sent_last24_hours = {};
  static void describe(StructureShape<GetSendQuotaResult>& s);
};

// Recipients of the last 24 hours count, but for those of the mailbox simulator.
struct GetSendQuota {
  static constexpr OperationName kOperation{"ses", "GetSendQuota"};
  using Result = GetSendQuotaResult;
  static void describe(StructureShape<GetSendQuota>& s);
};

struct SendDataPoint {
  std::optional<Time> timestamp = {};
  std::optional<std::int64_t> delivery_attempts = {};
  std::optional<std::int64_t> bounces = {};
  std::optional<std::int64_t> complaints = {};
  std::optional<std::int64_t> rejects = {};
  static void describe(StructureShape<SendDataPoint>& s);
};

struct GetSendStatisticsResult {
  std::vector<SendDataPoint> send_data_points = {};
  static void describe(StructureShape<GetSendStatisticsResult>& s);
};

// Of the last two weeks, in intervals of 15 minutes.
struct GetSendStatistics {
  static constexpr OperationName kOperation{"ses", "GetSendStatistics"};
  using Result = GetSendStatisticsResult;
  static void describe(StructureShape<GetSendStatistics>& s);
};

struct GetAccountSendingEnabledResult {
  std::optional<bool> enabled = {};
  static void describe(StructureShape<GetAccountSendingEnabledResult>& s);
};

struct GetAccountSendingEnabled {
  static constexpr OperationName kOperation{"ses", "GetAccountSendingEnabled"};
  using Result = GetAccountSendingEnabledResult;
  static void describe(StructureShape<GetAccountSendingEnabled>& s);
};

// What is not given is false.
struct UpdateAccountSendingEnabled {
  static constexpr OperationName kOperation{"ses", "UpdateAccountSendingEnabled"};
  using Result = Nothing;
  std::optional<bool> enabled = {};
  static void describe(StructureShape<UpdateAccountSendingEnabled>& s);
};

}  // namespace emu::ses
