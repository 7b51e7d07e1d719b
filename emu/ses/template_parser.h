// The nodes of a template, and how its text becomes them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ses/template.h"

namespace emu::ses {

inline constexpr std::size_t kTemplateDepthMax = 32;

struct MailTemplate::Node {
  enum class Kind : std::uint8_t { kText, kValue, kIf, kUnless, kEach, kWith, kInline, kPartial };
  Kind kind = Kind::kText;
  std::string text = {};  // of kText; of the others the path or the partial's name
  std::vector<Node> body = {};
  std::vector<Node> otherwise = {};  // behind {{else}}
};

Result<std::vector<MailTemplate::Node>> parse_template(std::string_view text);

}  // namespace emu::ses
