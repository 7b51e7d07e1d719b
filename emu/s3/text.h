// Small text helpers of S3.
#pragma once

#include <string>
#include <string_view>

namespace emu::s3 {

// ASCII letters in lower case, as names of headers are compared.
inline std::string to_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

}  // namespace emu::s3
