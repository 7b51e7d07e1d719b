#include "core/gate/sandbox.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/text/ascii.h"

namespace emu {

namespace {

// In which no browser runs a script. What has no type may be guessed to be a page.
constexpr std::array<std::string_view, 7> kInertTypes = {"application/json",
                                                         "application/octet-stream",
                                                         "binary/octet-stream",
                                                         "text/plain",
                                                         "text/css",
                                                         "text/javascript",
                                                         "application/x-www-form-urlencoded"};
constexpr std::array<std::string_view, 4> kInertKinds = {"audio/", "video/", "font/", "image/"};

bool is_inert(std::string_view type) {
  const std::string name = lower_case(trim(take_until(type, ';')));
  if (name.ends_with("+xml")) return false;  // image/svg+xml among them
  return std::find(kInertTypes.begin(), kInertTypes.end(), name) != kInertTypes.end() ||
         std::any_of(kInertKinds.begin(), kInertKinds.end(),
                     [&](std::string_view kind) { return name.starts_with(kind); });
}

}  // namespace

void sandbox_page(HttpResponse& response) {
  const std::string* type = response.headers.find("Content-Type");
  if (type != nullptr && is_inert(*type)) return;
  response.headers.add("Content-Security-Policy", "sandbox allow-scripts allow-forms");
}

}  // namespace emu
