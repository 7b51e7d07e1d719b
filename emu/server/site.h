// Site: everything that a server answers, without its sockets.
//
//   Site site(cloud, {.host = "127.0.0.1"});
//   HttpResponse response = site.answer(request);
//
// May be used from many threads at a time.
#pragma once

#include <emu/cloud.h>
#include <emu/http.h>

#include <string>

#include "server/api.h"
#include "server/control/controls.h"
#include "server/destination.h"
#include "wire/http/http1_connection.h"

namespace emu::server {

struct SiteOptions {
  std::string host = "127.0.0.1";  // what the server listens on
  bool verify_signatures = false;
};

class Site {
 public:
  // The Cloud must outlive it.
  Site(Cloud& cloud, const SiteOptions& options);

  // How long a body may be, known from the head.
  wire::HeadDecision look(const HttpRequest& head) const;
  HttpResponse answer(HttpRequest& request);

  // Ends the streams that are being read, so that the server can stop.
  void close() { controls_.close(); }

 private:
  // Changes the request to what AWS would have got.
  HttpResponse answer_internet(HttpRequest& request, InternetAddress address);

  Cloud& cloud_;
  Controls controls_;
  Destinations destinations_;
  Api api_;
};

}  // namespace emu::server
