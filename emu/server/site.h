// Site: everything that a server answers, without its sockets.
//
//   Site site(cloud, {.guard = {.origins = {"http://localhost:3000"}}});
//   HttpResponse response = site.answer(request);
//
// May be used from many threads at a time.
#pragma once

#include <emu/cloud.h>
#include <emu/http.h>
#include <emu/time.h>

#include <functional>
#include <optional>

#include "server/api.h"
#include "server/control/controls.h"
#include "server/destination.h"
#include "server/guard.h"
#include "wire/http/http1_connection.h"

namespace emu::server {

struct SiteOptions {
  GuardOptions guard = {};
  bool verify_signatures = false;
  std::function<Time()> now = {};  // the clock by which clients sign; empty: the machine's
  ReadyScripts ready_scripts = {};
};

class Site {
 public:
  // The Cloud must outlive it.
  Site(Cloud& cloud, const SiteOptions& options);

  // How long a body may be, known from the head.
  wire::HeadDecision look(const HttpRequest& head) const;
  HttpResponse answer(HttpRequest& request);
  // What is said to a request that could not be read: in AWS's words when it is a call of AWS's
  // API, otherwise nothing that is better than a line of text.
  std::optional<HttpResponse> refuse(const HttpRequest& request,
                                     const wire::HttpRefusal& refusal) const;

  // Ends the streams that are being read, so that the server can stop.
  void close() { controls_.close(); }

 private:
  // Changes the request to what AWS would have got.
  HttpResponse answer_internet(HttpRequest& request, Destination destination);

  Cloud& cloud_;
  Guard guard_;
  Controls controls_;
  Destinations destinations_;
  Api api_;
};

}  // namespace emu::server
