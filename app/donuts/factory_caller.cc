#include <emu/json.h>

#include <string>
#include <string_view>

#include "donuts/batch.h"
#include "donuts/donuts.h"
#include "donuts/messages.h"

namespace donuts {

namespace lambda = emu::lambda;

lambda::Handler make_factory_caller(lambda::Context& init) {
  return
      [factory = required_env(init, "FACTORY_URL"), callback = required_env(init, "CALLBACK_URL")](
          lambda::Context& context, std::string_view event) {
        return each_message(context, event, [&](const lambda::SqsRecord& record) {
          const FactoryOrder order{.request = emu::from_json<Request>(record.body).value(),
                                   .requester = context.function_name(),
                                   .callback = callback};
          post(context, factory, emu::to_json(order), 202);
        });
      };
}

}  // namespace donuts
