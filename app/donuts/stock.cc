#include <emu/json.h>

#include <string>
#include <string_view>

#include "donuts/donuts.h"
#include "donuts/messages.h"
#include "donuts/warehouse.h"

namespace donuts {

namespace lambda = emu::lambda;

lambda::Handler make_stock(lambda::Context& init) {
  return [warehouse = warehouse_of(init)](lambda::Context& context, std::string_view event) {
    const auto request = emu::from_json<Request>(body_of(event));
    if (!request || request->id.empty() || request->amount < 1)
      return answer(400, "not a delivery");
    const bool is_new = Warehouse(context.aws(), warehouse).deliver(*request);
    return answer(200, is_new ? "taken" : "taken before");
  };
}

}  // namespace donuts
