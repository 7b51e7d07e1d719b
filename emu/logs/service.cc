#include "logs/service.h"

namespace emu::logs {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Logs>(world); }

}  // namespace emu::logs
