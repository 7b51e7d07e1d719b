// The AWS API over HTTP: from a request to the gate and back.
//
//   Api api(cloud.world(), {});
//   HttpResponse response = api.answer(request);
//
// May be used from many threads at a time; it enters the world only through the gate.
#pragma once

#include <emu/http.h>
#include <emu/time.h>

#include <cstddef>
#include <functional>
#include <memory>

#include "core/gate/request_parts.h"
#include "core/gate/world.h"
#include "server/guard.h"
#include "server/limits.h"
#include "wire/http/http1_connection.h"

namespace emu::server {

struct ApiOptions {
  // Whether a signature must be right. Otherwise it only says who calls, and the hash of the body
  // that it was made with is not looked at either.
  bool verify_signatures = false;
  // The clock by which clients sign; empty: the machine's.
  std::function<Time()> now = {};
  std::size_t object_bytes_max = kObjectBytesMax;
  Guard guard = Guard({});
};

// How much large bodies may take together while they are received, and what compressed ones come
// to: it is besides what is stored.
std::size_t large_bodies_bytes_max(World& world);

class Api {
 public:
  // The world must outlive it, and all of its operations must be in its table.
  Api(World& world, ApiOptions options);
  ~Api();
  Api(const Api&) = delete;
  Api& operator=(const Api&) = delete;

  // How long a body may be, known from the head.
  wire::HeadDecision look(const RequestParts& head) const;
  wire::HeadDecision look(const HttpRequest& head) const { return look(RequestParts(head)); }
  // What is said to a request that could not be read, as far as it is known.
  HttpResponse refuse(const RequestParts& parts, const wire::HttpRefusal& refusal) const;
  // Every request has an answer: what is no call gets the error that AWS gives for it. The headers
  // and the body of the request may be taken apart.
  HttpResponse answer(HttpRequest& request, const RequestParts& parts);
  HttpResponse answer(HttpRequest& request) { return answer(request, RequestParts(request)); }

 private:
  struct Parts;
  class Door;
  std::unique_ptr<Parts> parts_;
};

}  // namespace emu::server
