// Where clients of another age ask for operations of REST. AWS answers at both places. Members that
// one form has in the query, the other has in the body.
//
//   world.interfaces().add(other_uris_);   // a service, when it is made
#pragma once

#include <span>
#include <string_view>

namespace emu {

struct OtherUri {
  std::string_view operation;
  std::string_view method;
  std::string_view uri;
};

struct OtherUris {
  std::string_view service;
  std::span<const OtherUri> uris;
};

}  // namespace emu
