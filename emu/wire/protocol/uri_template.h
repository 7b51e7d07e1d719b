// The URIs of REST operations: "/{Bucket}/{Key+}?tagging".
//
// A {label} takes one segment of the path, a {label+} all that is left of it; neither takes
// nothing. A slash at the end of the path makes no difference otherwise.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/text/percent.h"

namespace emu::wire {

inline constexpr std::size_t kPathLabelsMax = 4;

// What the labels of a template stand for, as sent.
class PathLabels {
 public:
  void add(std::string_view name, std::string_view value);
  std::optional<std::string_view> find(std::string_view name) const;

 private:
  std::array<RawQueryPair, kPathLabelsMax> labels_ = {};
  std::size_t size_ = 0;
};

// The part of a template before its '?', and the constants behind it.
std::string_view template_path(std::string_view uri);
std::vector<RawQueryPair> template_constants(std::string_view uri);

// Nothing when the path is not of that form. `path` is raw and has no query.
std::optional<PathLabels> match_path(std::string_view uri, std::string_view path);

}  // namespace emu::wire
