#include <emu/arn.h>

namespace emu {

std::optional<Arn> Arn::parse(std::string_view text) {
  std::string_view parts[6];
  for (int i = 0; i < 5; ++i) {
    const std::size_t colon = text.find(':');
    if (colon == text.npos) return std::nullopt;
    parts[i] = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  parts[5] = text;
  if (parts[0] != "arn" || parts[1].empty() || parts[2].empty() || parts[5].empty()) {
    return std::nullopt;
  }
  return Arn{.partition = std::string(parts[1]),
             .service = std::string(parts[2]),
             .region = std::string(parts[3]),
             .account = std::string(parts[4]),
             .resource = std::string(parts[5])};
}

std::string Arn::str() const {
  std::string text;
  text.reserve(9 + partition.size() + service.size() + region.size() + account.size() +
               resource.size());
  for (const std::string* part : {&partition, &service, &region, &account, &resource}) {
    text += part == &partition ? "arn:" : ":";
    text += *part;
  }
  return text;
}

std::string_view Arn::name() const {
  const std::size_t separator = resource.find_last_of(":/");
  const std::string_view all = resource;
  return separator == all.npos ? all : all.substr(separator + 1);
}

}  // namespace emu
