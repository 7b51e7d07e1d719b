// The AWS API over HTTP: from a request to the gate and back.
//
//   Api api(cloud.world(), {.browse = [&](const HttpRequest& r) { return cloud.http(r); }});
//   HttpResponse response = api.answer(request);
//
// May be used from many threads at a time; it enters the world only through the gate.
#pragma once

#include <emu/http.h>
#include <emu/time.h>

#include <cstddef>
#include <functional>
#include <memory>

#include "core/gate/world.h"
#include "server/limits.h"
#include "wire/http/http1_connection.h"

namespace emu::server {

struct ApiOptions {
  // Whether a signature must be right. Otherwise it only says who calls, and the hash of the body
  // that it was made with is not looked at either.
  bool verify_signatures = false;
  // The clock by which clients sign; empty: the machine's.
  std::function<Time()> now = {};
  // A request from the internet, as Cloud::http answers it: what the rules of a bucket say to
  // browsers of other origins is asked for there. Empty: no rule says anything.
  std::function<HttpResponse(const HttpRequest&)> browse = {};
  std::size_t object_bytes_max = kObjectBytesMax;
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
  // Every request has an answer: what is no call gets the error that AWS gives for it. The body of
  // the request may be taken apart.
  HttpResponse answer(HttpRequest& request);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace emu::server
