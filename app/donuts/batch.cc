#include "donuts/batch.h"

#include <emu/json.h>

#include <exception>

namespace donuts {

namespace lambda = emu::lambda;

std::string each_message(lambda::Context& context, std::string_view event,
                         const std::function<void(const lambda::SqsRecord&)>& work) {
  const auto batch = emu::from_json<lambda::SqsEvent>(event).value();
  lambda::SqsBatchResponse failed;
  for (const lambda::SqsRecord& record : batch.records) {
    try {
      work(record);
    } catch (const std::exception& error) {
      context.log(record.message_id + ": " + error.what());
      failed.batch_item_failures.push_back({.item_identifier = record.message_id});
    }
  }
  return emu::to_json(failed);
}

}  // namespace donuts
