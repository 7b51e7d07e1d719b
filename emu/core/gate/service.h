// Service: what every service of an account is to the rest of emu.
//
//   class Sqs final : public Service { … };
//   std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Sqs>(world); }
//
// cloud.cc makes one of each and is the only place that lists them. What a service offers to others
// beyond its operations, it enters in World::interfaces() when it is made.
#pragma once

#include <emu/result.h>

#include <optional>
#include <string_view>

#include "core/gate/service_profile.h"

namespace emu {

struct Caller;
class Call;
class OperationTable;

class Service {
 public:
  virtual ~Service() = default;

  virtual const ServiceProfile& profile() const = 0;

  // Enters the operations that it answers, and its looks. It outlives the table.
  virtual void add_to(OperationTable& table) = 0;

  // Forgets what one account has, or all of them. Code that runs on its behalf is stopped, and who
  // waits is answered as if the resource had been deleted.
  virtual void reset(std::optional<std::string_view> account) = 0;

  // What a caller without permission is told instead of IAM's reason, by services that tell
  // everybody when there is no such resource, or no stranger why.
  virtual std::optional<Error> instead_of_reason(const Call& call, std::string_view resource) const;

  // Whether an unnamed caller may do that without being judged, as an account may with what is its
  // own. Asked of services that judge accounts.
  virtual bool leaves_to_account(const Caller& caller, std::string_view action,
                                 std::string_view resource) const;

 protected:
  Service() = default;
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
};

}  // namespace emu
