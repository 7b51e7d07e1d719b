#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

void ApiGateway::reset(std::optional<std::string_view> account) {
  states_.each_of(account, [](State& state) { state.apis.clear(); });
  std::erase_if(homes_,
                [&](const auto& entry) { return !account || entry.second.account == *account; });
}

}  // namespace emu::apigatewayv2
