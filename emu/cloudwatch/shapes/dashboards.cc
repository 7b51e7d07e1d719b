#include <emu/cloudwatch/dashboards.h>
#include <emu/describe.h>

namespace emu::cloudwatch {

void DashboardValidationMessage::describe(StructureShape<DashboardValidationMessage>& s) {
  s.member("DataPath", &DashboardValidationMessage::data_path);
  s.member("Message", &DashboardValidationMessage::message);
}

void PutDashboardResult::describe(StructureShape<PutDashboardResult>& s) {
  s.member("DashboardValidationMessages", &PutDashboardResult::dashboard_validation_messages)
      .always();
}

void PutDashboard::describe(StructureShape<PutDashboard>& s) {
  s.member("DashboardName", &PutDashboard::dashboard_name).required();
  s.member("DashboardBody", &PutDashboard::dashboard_body).required();
  s.member("Tags", &PutDashboard::tags);
}

void GetDashboardResult::describe(StructureShape<GetDashboardResult>& s) {
  s.member("DashboardArn", &GetDashboardResult::dashboard_arn);
  s.member("DashboardBody", &GetDashboardResult::dashboard_body);
  s.member("DashboardName", &GetDashboardResult::dashboard_name);
}

void GetDashboard::describe(StructureShape<GetDashboard>& s) {
  s.member("DashboardName", &GetDashboard::dashboard_name).required();
}

void DashboardEntry::describe(StructureShape<DashboardEntry>& s) {
  s.member("DashboardName", &DashboardEntry::dashboard_name);
  s.member("DashboardArn", &DashboardEntry::dashboard_arn);
  s.member("LastModified", &DashboardEntry::last_modified);
  s.member("Size", &DashboardEntry::size);
}

void ListDashboardsResult::describe(StructureShape<ListDashboardsResult>& s) {
  s.member("DashboardEntries", &ListDashboardsResult::dashboard_entries).always();
  s.member("NextToken", &ListDashboardsResult::next_token);
}

void ListDashboards::describe(StructureShape<ListDashboards>& s) {
  s.member("DashboardNamePrefix", &ListDashboards::dashboard_name_prefix);
  s.member("NextToken", &ListDashboards::next_token);
}

void DeleteDashboardsResult::describe(StructureShape<DeleteDashboardsResult>&) {}

void DeleteDashboards::describe(StructureShape<DeleteDashboards>& s) {
  s.member("DashboardNames", &DeleteDashboards::dashboard_names).required();
}

}  // namespace emu::cloudwatch

namespace emu {
EMU_DESCRIBED(cloudwatch::DashboardValidationMessage);
EMU_DESCRIBED(cloudwatch::PutDashboardResult);
EMU_DESCRIBED_OPERATION(cloudwatch::PutDashboard);
EMU_DESCRIBED(cloudwatch::GetDashboardResult);
EMU_DESCRIBED_OPERATION(cloudwatch::GetDashboard);
EMU_DESCRIBED(cloudwatch::DashboardEntry);
EMU_DESCRIBED(cloudwatch::ListDashboardsResult);
EMU_DESCRIBED_OPERATION(cloudwatch::ListDashboards);
EMU_DESCRIBED(cloudwatch::DeleteDashboardsResult);
EMU_DESCRIBED_OPERATION(cloudwatch::DeleteDashboards);
}  // namespace emu
