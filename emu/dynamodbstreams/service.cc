#include "dynamodbstreams/service.h"

namespace emu::dynamodbstreams {

std::unique_ptr<Service> make_service(World& world) {
  return std::make_unique<DynamodbStreams>(world.interfaces().one<StreamHost>());
}

}  // namespace emu::dynamodbstreams
