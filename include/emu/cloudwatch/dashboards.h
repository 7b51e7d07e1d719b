// Dashboards, which an account has in all regions at once. Include <emu/cloudwatch.h>.
#pragma once

#include <emu/cloudwatch/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::cloudwatch {

struct DashboardValidationMessage {
  std::string data_path = {};
  std::string message = {};
  static void describe(StructureShape<DashboardValidationMessage>& s);
};

struct PutDashboardResult {
  std::vector<DashboardValidationMessage> dashboard_validation_messages = {};
  static void describe(StructureShape<PutDashboardResult>& s);
};

// Makes or replaces a dashboard, whose body is JSON with "widgets".
// Errors: InvalidParameterInput, which says where the body is wrong.
struct PutDashboard {
  static constexpr OperationName kOperation{"cloudwatch", "PutDashboard"};
  using Result = PutDashboardResult;
  std::string dashboard_name;
  std::string dashboard_body;
  std::vector<Tag> tags = {};
  static void describe(StructureShape<PutDashboard>& s);
};

struct GetDashboardResult {
  std::string dashboard_arn = {};
  std::string dashboard_body = {};
  std::string dashboard_name = {};
  static void describe(StructureShape<GetDashboardResult>& s);
};

// Errors: DashboardNotFoundError.
struct GetDashboard {
  static constexpr OperationName kOperation{"cloudwatch", "GetDashboard"};
  using Result = GetDashboardResult;
  std::string dashboard_name;
  static void describe(StructureShape<GetDashboard>& s);
};

struct DashboardEntry {
  std::string dashboard_name = {};
  std::string dashboard_arn = {};
  std::optional<Time> last_modified = {};
  std::optional<std::int64_t> size = {};
  static void describe(StructureShape<DashboardEntry>& s);
};

struct ListDashboardsResult {
  std::vector<DashboardEntry> dashboard_entries = {};
  std::string next_token = {};
  static void describe(StructureShape<ListDashboardsResult>& s);
};

struct ListDashboards {
  static constexpr OperationName kOperation{"cloudwatch", "ListDashboards"};
  using Result = ListDashboardsResult;
  std::optional<std::string> dashboard_name_prefix = {};
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListDashboards>& s);
};

struct DeleteDashboardsResult {
  static void describe(StructureShape<DeleteDashboardsResult>& s);
};

// All of them, or none when one does not exist. Errors: DashboardNotFoundError.
struct DeleteDashboards {
  static constexpr OperationName kOperation{"cloudwatch", "DeleteDashboards"};
  using Result = DeleteDashboardsResult;
  std::vector<std::string> dashboard_names;
  static void describe(StructureShape<DeleteDashboards>& s);
};

}  // namespace emu::cloudwatch
