// PutDashboard, GetDashboard, ListDashboards and DeleteDashboards.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "cloudwatch/dashboard_body.h"
#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/page.h"
#include "cloudwatch/service.h"
#include "cloudwatch/tags.h"
#include "core/text/ascii.h"
#include "core/text/partition.h"

namespace emu::cloudwatch {

namespace {

bool is_dashboard_name(std::string_view name) {
  return !name.empty() && name.size() <= kDashboardNameMax &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                  c == '_';
         });
}

Error no_such_dashboard(const std::string& name) {
  return {.code = errors::kDashboardNotFoundError,
          .message = fmt::format("Dashboard {} does not exist", name),
          .status = 404};
}

Error invalid_input(std::vector<DashboardValidationMessage> messages) {
  std::string message =
      fmt::format("The field DashboardBody must be valid, {} problems found:", messages.size());
  for (const DashboardValidationMessage& each : messages) {
    message += fmt::format(" [{}] {}.", each.data_path, each.message);
  }
  return {.code = errors::kInvalidParameterInput, .message = std::move(message)};
}

}  // namespace

Result<PutDashboardResult> Cloudwatch::put_dashboard(Call& call, const PutDashboard& in) {
  if (!is_dashboard_name(in.dashboard_name)) {
    return invalid_input({{.data_path = "DashboardName",
                           .message = "The name must have letters, numbers, - and _ only"}});
  }
  if (in.dashboard_body.size() > kDashboardBytesMax) {
    return invalid_input({{.data_path = "", .message = "The body is too long"}});
  }
  DashboardJudgement judgement = judge_dashboard(in.dashboard_body);
  if (!judgement.is_valid) return invalid_input(std::move(judgement.messages));
  auto& dashboards = dashboards_of(call);
  const auto found = dashboards.find(in.dashboard_name);
  if (found == dashboards.end() && dashboards.size() >= kDashboardsMax) {
    return Error{.code = errors::kLimitExceeded,
                 .message = fmt::format("There are {} dashboards already.", kDashboardsMax)};
  }
  Dashboard next{.arn = fmt::format("arn:{}:cloudwatch::{}:dashboard/{}",
                                    partition_of(call.region()), call.account(), in.dashboard_name),
                 .body = in.dashboard_body,
                 .modified = world_.now()};
  // Tags are taken when a dashboard is made.
  if (found != dashboards.end()) {
    next.tags = found->second.tags;
  } else {
    EMU_TRY(next.tags, with_tags({}, in.tags));
  }
  dashboards.insert_or_assign(in.dashboard_name, std::move(next));
  return PutDashboardResult{.dashboard_validation_messages = std::move(judgement.messages)};
}

Result<GetDashboardResult> Cloudwatch::get_dashboard(Call& call, const GetDashboard& in) {
  const auto& dashboards = dashboards_of(call);
  const auto found = dashboards.find(in.dashboard_name);
  if (found == dashboards.end()) return no_such_dashboard(in.dashboard_name);
  return GetDashboardResult{.dashboard_arn = found->second.arn,
                            .dashboard_body = found->second.body,
                            .dashboard_name = found->first};
}

Result<ListDashboardsResult> Cloudwatch::list_dashboards(Call& call, const ListDashboards& in) {
  Result<std::string> last = key_of_token(in.next_token);
  if (!last) return invalid_value("The parameter NextToken is invalid.");
  const std::string prefix = in.dashboard_name_prefix.value_or("");
  const auto& dashboards = dashboards_of(call);
  ListDashboardsResult out;
  for (auto at = dashboards.lower_bound(std::max(prefix, *last));
       at != dashboards.end() && at->first.starts_with(prefix); ++at) {
    if (at->first == *last) continue;
    if (out.dashboard_entries.size() == kDashboardsPageSize) {
      out.next_token = token_of(out.dashboard_entries.back().dashboard_name);
      break;
    }
    out.dashboard_entries.push_back({.dashboard_name = at->first,
                                     .dashboard_arn = at->second.arn,
                                     .last_modified = at->second.modified,
                                     .size = static_cast<std::int64_t>(at->second.body.size())});
  }
  return out;
}

// All of them are there, or none is deleted.
Result<DeleteDashboardsResult> Cloudwatch::delete_dashboards(Call& call,
                                                             const DeleteDashboards& in) {
  auto& dashboards = dashboards_of(call);
  for (const std::string& name : in.dashboard_names) {
    if (!dashboards.contains(name)) return no_such_dashboard(name);
  }
  for (const std::string& name : in.dashboard_names) dashboards.erase(name);
  return DeleteDashboardsResult{};
}

}  // namespace emu::cloudwatch
