#include <algorithm>
#include <optional>
#include <string>

#include "core/json/json_writer.h"
#include "core/text/account_id.h"
#include "server/control/control.h"

namespace emu::server {

ControlAnswer post_reset(const ControlRequest& request) {
  EMU_TRY(const auto body, read_object(request, {"account"}));
  std::optional<std::string> account;
  if (body.root().find("account")) {
    EMU_TRY(auto text, require_text(body, "account"));
    if (!is_account_id(text)) return bad_request("'account' must be 12 digits");
    account = std::move(text);
  }
  request.cloud.reset(account);
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("reset", account.value_or("all"));
  writer.end_object();
  return json_answer(std::move(json));
}

}  // namespace emu::server
