#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<ApiGateway>(world); }

ApiGateway::ApiGateway(World& world) : world_(world) { world.interfaces().add<HttpOrigin>(*this); }

void ApiGateway::reset(std::optional<std::string_view> account) {
  states_.each_of(account, [this](State& state) {
    for (const auto& [id, api] : state.apis) live_.forget(id);
  });
  states_.forget(account);
  std::erase_if(homes_,
                [&](const auto& entry) { return !account || entry.second.account == *account; });
}

}  // namespace emu::apigatewayv2
