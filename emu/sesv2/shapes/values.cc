#include <emu/describe.h>
#include <emu/sesv2/values.h>

namespace emu::sesv2 {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required();
  s.member("Value", &Tag::value).required();
}

void EmailTemplateContent::describe(StructureShape<EmailTemplateContent>& s) {
  s.member("Subject", &EmailTemplateContent::subject);
  s.member("Text", &EmailTemplateContent::text);
  s.member("Html", &EmailTemplateContent::html);
}

void SuppressionConfidenceThreshold::describe(StructureShape<SuppressionConfidenceThreshold>& s) {
  s.member("ConfidenceVerdictThreshold",
           &SuppressionConfidenceThreshold::confidence_verdict_threshold)
      .required()
      .one_of({"MEDIUM", "HIGH", "MANAGED"});
}

void SuppressionConditionThreshold::describe(StructureShape<SuppressionConditionThreshold>& s) {
  s.member("ConditionThresholdEnabled", &SuppressionConditionThreshold::condition_threshold_enabled)
      .required()
      .one_of({"ENABLED", "DISABLED"});
  s.member("OverallConfidenceThreshold",
           &SuppressionConditionThreshold::overall_confidence_threshold);
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED(sesv2::EmailTemplateContent);
EMU_DESCRIBED(sesv2::SuppressionConditionThreshold);
EMU_DESCRIBED(sesv2::SuppressionConfidenceThreshold);
EMU_DESCRIBED(sesv2::Tag);
}  // namespace emu
