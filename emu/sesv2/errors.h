// What the second API of Amazon SES answers when it refuses. What both APIs refuse comes from `ses`
// with the codes of the first one.
#pragma once

#include <emu/result.h>
#include <emu/sesv2/errors.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::sesv2 {

Error bad_request(std::string message);
Error not_found(std::string message);
Error already_exists(std::string message);
Error identity_does_not_exist(std::string_view name);

// The error of the first API as this one knows it.
Error translated(Error error);
template <class T>
Result<T> translated(Result<T> result) {
  if (result) return result;
  return translated(Error(result.error()));
}

// Of the gate.
Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

}  // namespace emu::sesv2
