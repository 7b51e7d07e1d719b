#include "cloudformation/dynamic_reference.h"

#include <nlohmann/json.hpp>

#include "core/text/ascii.h"

namespace emu::cloudformation {

namespace {

Status resolve_text(std::string& text, const Surroundings& surroundings) {
  constexpr std::string_view kBegin = "{{resolve:";
  std::size_t at = text.find(kBegin);
  while (at != text.npos) {
    const std::size_t end = text.find("}}", at);
    if (end == text.npos) return {};
    std::string_view reference(text);
    reference = reference.substr(at + kBegin.size(), end - at - kBegin.size());
    const std::string_view service = take_until(reference, ':');
    EMU_TRY(const std::string value, surroundings.dynamic_reference(service, reference));
    text.replace(at, end + 2 - at, value);
    at = text.find(kBegin, at + value.size());
  }
  return {};
}

}  // namespace

Status resolve_dynamic_references(nlohmann::json& value, const Surroundings& surroundings) {
  if (value.is_string()) {
    return resolve_text(value.get_ref<std::string&>(), surroundings);
  }
  if (!value.is_structured()) return {};
  for (nlohmann::json& item : value) EMU_CHECK(resolve_dynamic_references(item, surroundings));
  return {};
}

}  // namespace emu::cloudformation
