// The AWS API over HTTP: from a request to the gate and back.
//
//   Api api(world, {});
//   HttpResponse response = api.answer(request);
//
// May be used from many threads at a time; it enters the world only through the gate.
#pragma once

#include <emu/http.h>

#include <memory>

#include "core/world.h"
#include "wire/http1_connection.h"

namespace emu::server {

struct ApiOptions {
  bool verify_signatures = false;
};

class Api {
 public:
  // The world must outlive it, and all of its operations must be in its table.
  Api(World& world, ApiOptions options);
  ~Api();
  Api(const Api&) = delete;
  Api& operator=(const Api&) = delete;

  // How long a body may be, known from the head.
  wire::HeadDecision look(const HttpRequest& head) const;
  // Every request has an answer: what is no call gets the error that AWS gives for it.
  HttpResponse answer(HttpRequest& request);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace emu::server
