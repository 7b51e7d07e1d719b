#include "wire/protocol/uri_template.h"

#include "core/base/assert.h"

namespace emu::wire {

namespace {

bool is_greedy(std::string_view pattern) { return pattern.ends_with("+}"); }

std::string_view without_last_slash(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

}  // namespace

void PathLabels::add(std::string_view name, std::string_view value) {
  EMU_ASSERT(size_ < labels_.size(), "templates have few labels");
  labels_[size_++] = {.name = name, .value = value};
}

std::optional<std::string_view> PathLabels::find(std::string_view name) const {
  for (std::size_t i = 0; i < size_; ++i) {
    if (labels_[i].name == name) return labels_[i].value;
  }
  return std::nullopt;
}

std::string_view template_path(std::string_view uri) { return uri.substr(0, uri.find('?')); }

std::vector<RawQueryPair> template_constants(std::string_view uri) {
  const auto mark = uri.find('?');
  if (mark == std::string_view::npos) return {};
  return parse_raw_query(uri.substr(mark + 1));
}

std::optional<PathLabels> match_path(std::string_view uri, std::string_view path) {
  std::string_view pattern = template_path(uri);
  if (!is_greedy(pattern)) {
    pattern = without_last_slash(pattern);
    path = without_last_slash(path);
  }
  PathLabels labels;
  while (!pattern.empty()) {
    if (pattern.front() != '{') {
      const std::string_view literal = pattern.substr(0, pattern.find('{'));
      if (!path.starts_with(literal)) return std::nullopt;
      pattern.remove_prefix(literal.size());
      path.remove_prefix(literal.size());
      continue;
    }
    const auto end = pattern.find('}');
    std::string_view name = pattern.substr(1, end - 1);
    const bool greedy = name.ends_with('+');
    if (greedy) name.remove_suffix(1);
    const std::string_view value = greedy ? path : path.substr(0, path.find('/'));
    if (value.empty()) return std::nullopt;
    labels.add(name, value);
    path.remove_prefix(value.size());
    pattern.remove_prefix(end + 1);
  }
  if (!path.empty()) return std::nullopt;
  return labels;
}

}  // namespace emu::wire
