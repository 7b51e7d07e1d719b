#include <emu/describe.h>
#include <emu/sesv2/suppression.h>

namespace emu::sesv2 {

void PutSuppressedDestination::describe(StructureShape<PutSuppressedDestination>& s) {
  s.member("EmailAddress", &PutSuppressedDestination::email_address).required();
  s.member("Reason", &PutSuppressedDestination::reason).required().one_of({"BOUNCE", "COMPLAINT"});
}

void SuppressedDestinationAttributes::describe(StructureShape<SuppressedDestinationAttributes>& s) {
  s.member("MessageId", &SuppressedDestinationAttributes::message_id);
  s.member("FeedbackId", &SuppressedDestinationAttributes::feedback_id);
}

void SuppressedDestination::describe(StructureShape<SuppressedDestination>& s) {
  s.member("EmailAddress", &SuppressedDestination::email_address);
  s.member("Reason", &SuppressedDestination::reason);
  s.member("LastUpdateTime", &SuppressedDestination::last_update_time);
  s.member("Attributes", &SuppressedDestination::attributes);
}

void GetSuppressedDestinationResult::describe(StructureShape<GetSuppressedDestinationResult>& s) {
  s.member("SuppressedDestination", &GetSuppressedDestinationResult::suppressed_destination);
}

void GetSuppressedDestination::describe(StructureShape<GetSuppressedDestination>& s) {
  s.member("EmailAddress", &GetSuppressedDestination::email_address)
      .path("EmailAddress")
      .required();
}

void DeleteSuppressedDestination::describe(StructureShape<DeleteSuppressedDestination>& s) {
  s.member("EmailAddress", &DeleteSuppressedDestination::email_address)
      .path("EmailAddress")
      .required();
}

void SuppressedDestinationSummary::describe(StructureShape<SuppressedDestinationSummary>& s) {
  s.member("EmailAddress", &SuppressedDestinationSummary::email_address);
  s.member("Reason", &SuppressedDestinationSummary::reason);
  s.member("LastUpdateTime", &SuppressedDestinationSummary::last_update_time);
}

void ListSuppressedDestinationsResult::describe(
    StructureShape<ListSuppressedDestinationsResult>& s) {
  s.member("SuppressedDestinationSummaries",
           &ListSuppressedDestinationsResult::suppressed_destination_summaries)
      .always();
  s.member("NextToken", &ListSuppressedDestinationsResult::next_token);
}

void ListSuppressedDestinations::describe(StructureShape<ListSuppressedDestinations>& s) {
  s.member("Reasons", &ListSuppressedDestinations::reasons)
      .query("Reason")
      .each({.values = {"BOUNCE", "COMPLAINT"}});
  s.member("StartDate", &ListSuppressedDestinations::start_date).query("StartDate");
  s.member("EndDate", &ListSuppressedDestinations::end_date).query("EndDate");
  s.member("NextToken", &ListSuppressedDestinations::next_token).query("NextToken");
  s.member("PageSize", &ListSuppressedDestinations::page_size).query("PageSize");
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED_OPERATION(sesv2::PutSuppressedDestination);
EMU_DESCRIBED(sesv2::SuppressedDestinationAttributes);
EMU_DESCRIBED(sesv2::SuppressedDestination);
EMU_DESCRIBED(sesv2::GetSuppressedDestinationResult);
EMU_DESCRIBED_OPERATION(sesv2::GetSuppressedDestination);
EMU_DESCRIBED_OPERATION(sesv2::DeleteSuppressedDestination);
EMU_DESCRIBED(sesv2::SuppressedDestinationSummary);
EMU_DESCRIBED(sesv2::ListSuppressedDestinationsResult);
EMU_DESCRIBED_OPERATION(sesv2::ListSuppressedDestinations);
}  // namespace emu
