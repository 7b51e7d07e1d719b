// Addresses that nothing is sent to. Include <emu/sesv2.h>.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::sesv2 {

// `reason` is "BOUNCE" or "COMPLAINT".
struct PutSuppressedDestination {
  static constexpr OperationName kOperation{"sesv2", "PutSuppressedDestination", "PUT",
                                            "/v2/email/suppression/addresses"};
  using Result = Nothing;
  std::string email_address;
  std::string reason;
  static void describe(StructureShape<PutSuppressedDestination>& s);
};

struct SuppressedDestinationAttributes {
  std::string message_id = {};
  std::string feedback_id = {};
  static void describe(StructureShape<SuppressedDestinationAttributes>& s);
};

struct SuppressedDestination {
  std::string email_address = {};
  std::string reason = {};
  std::optional<Time> last_update_time = {};
  std::optional<SuppressedDestinationAttributes> attributes = {};
  static void describe(StructureShape<SuppressedDestination>& s);
};

struct GetSuppressedDestinationResult {
  std::optional<SuppressedDestination> suppressed_destination = {};
  static void describe(StructureShape<GetSuppressedDestinationResult>& s);
};

struct GetSuppressedDestination {
  static constexpr OperationName kOperation{"sesv2", "GetSuppressedDestination", "GET",
                                            "/v2/email/suppression/addresses/{EmailAddress}"};
  using Result = GetSuppressedDestinationResult;
  std::string email_address;
  static void describe(StructureShape<GetSuppressedDestination>& s);
};

struct DeleteSuppressedDestination {
  static constexpr OperationName kOperation{"sesv2", "DeleteSuppressedDestination", "DELETE",
                                            "/v2/email/suppression/addresses/{EmailAddress}"};
  using Result = Nothing;
  std::string email_address;
  static void describe(StructureShape<DeleteSuppressedDestination>& s);
};

struct SuppressedDestinationSummary {
  std::string email_address = {};
  std::string reason = {};
  std::optional<Time> last_update_time = {};
  static void describe(StructureShape<SuppressedDestinationSummary>& s);
};

struct ListSuppressedDestinationsResult {
  std::vector<SuppressedDestinationSummary> suppressed_destination_summaries = {};
  std::string next_token = {};
  static void describe(StructureShape<ListSuppressedDestinationsResult>& s);
};

struct ListSuppressedDestinations {
  static constexpr OperationName kOperation{"sesv2", "ListSuppressedDestinations", "GET",
                                            "/v2/email/suppression/addresses"};
  using Result = ListSuppressedDestinationsResult;
  std::vector<std::string> reasons = {};
  std::optional<Time> start_date = {};
  std::optional<Time> end_date = {};
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> page_size = {};
  static void describe(StructureShape<ListSuppressedDestinations>& s);
};

}  // namespace emu::sesv2
