// Forms as browsers send them with files: multipart/form-data (RFC 7578).
#pragma once

#include <emu/blob.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::s3 {

struct FormPart {
  std::string name;
  std::string filename = {};  // empty when there is none
  Blob content = {};          // a slice of the body
};

// Whether that is the Content-Type of such a form.
bool is_multipart(std::string_view content_type);

// The parts in their order, up to and with the first one that is called `last`; of a form that goes
// on and on before it, those that begin in its first kFormHeadsMax bytes. Nothing when the body is
// no such form.
inline constexpr std::size_t kFormHeadsMax = std::size_t{256} * 1024;
std::optional<std::vector<FormPart>> read_multipart(const Blob& body, std::string_view content_type,
                                                    std::string_view last);

}  // namespace emu::s3
