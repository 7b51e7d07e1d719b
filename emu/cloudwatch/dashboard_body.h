// The body of a dashboard, as far as PutDashboard judges it.
// Source: Amazon CloudWatch API Reference, "Dashboard body structure and syntax".
#pragma once

#include <emu/cloudwatch/dashboards.h>

#include <string>
#include <vector>

namespace emu::cloudwatch {

struct DashboardJudgement {
  bool is_valid = true;  // otherwise the messages say why it is not kept
  std::vector<DashboardValidationMessage> messages = {};
};

DashboardJudgement judge_dashboard(const std::string& body);

}  // namespace emu::cloudwatch
