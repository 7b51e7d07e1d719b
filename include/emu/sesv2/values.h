// What several parts share. Include <emu/sesv2.h>.
#pragma once

#include <emu/blob.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::sesv2 {

struct Tag {
  std::string key;
  std::string value;
  static void describe(StructureShape<Tag>& s);
};

struct EmailTemplateContent {
  std::optional<std::string> subject = {};
  std::optional<std::string> text = {};
  std::optional<std::string> html = {};
  static void describe(StructureShape<EmailTemplateContent>& s);
};

struct SuppressionConfidenceThreshold {
  std::string confidence_verdict_threshold;
  static void describe(StructureShape<SuppressionConfidenceThreshold>& s);
};

struct SuppressionConditionThreshold {
  std::string condition_threshold_enabled;
  std::optional<SuppressionConfidenceThreshold> overall_confidence_threshold = {};
  static void describe(StructureShape<SuppressionConditionThreshold>& s);
};

}  // namespace emu::sesv2
