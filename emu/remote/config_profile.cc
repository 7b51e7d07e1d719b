#include "remote/config_profile.h"

#include "core/text/ascii.h"

namespace emu::remote {

namespace {

// The profile that a line like "[profile shop]" begins; empty for other sections.
std::string_view profile_of(std::string_view line, ProfileFile kind) {
  const auto end = line.find(']');
  if (end == std::string_view::npos) return {};
  std::string_view name = trim(line.substr(1, end - 1));
  if (kind == ProfileFile::kCredentials || name == "default") return name;
  constexpr std::string_view kWord = "profile";
  if (!name.starts_with(kWord)) return {};
  name.remove_prefix(kWord.size());
  if (!name.starts_with(' ') && !name.starts_with('\t')) return {};
  return trim(name);
}

std::string_view without_comment(std::string_view value) {
  for (const std::string_view mark : {" #", " ;", "\t#", "\t;"}) {
    value = value.substr(0, value.find(mark));
  }
  return value;
}

}  // namespace

bool read_profile(std::string_view text, ProfileFile kind, std::string_view profile,
                  Settings& settings) {
  bool found = false;
  bool inside = false;
  while (!text.empty()) {
    std::string_view line = take_until(text, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trim(line).empty() || line.front() == '#' || line.front() == ';') continue;
    if (line.front() == '[') {
      inside = profile_of(line, kind) == profile;
      found = found || inside;
      continue;
    }
    const bool nested = line.front() == ' ' || line.front() == '\t';
    const auto equals = line.find('=');
    if (!inside || nested || equals == std::string_view::npos) continue;
    settings.emplace(lower_case(trim(line.substr(0, equals))),
                     std::string(trim(without_comment(line.substr(equals + 1)))));
  }
  return found;
}

}  // namespace emu::remote
