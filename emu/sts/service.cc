#include "sts/service.h"

namespace emu::sts {

std::unique_ptr<Service> make_service(World& world) {
  return std::make_unique<Sts>(world, world.interfaces().one<iam::Directory>());
}

}  // namespace emu::sts
