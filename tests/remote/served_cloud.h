// A live Cloud behind a port of this machine, and a remote handle to it.
#pragma once

#include <doctest/doctest.h>
#include <emu/cloud.h>
#include <emu/remote.h>

#include <memory>
#include <string>
#include <utility>

#include "core/gate/world.h"
#include "server/api.h"
#include "wire/http/listener.h"

namespace emu::test {

class ServedCloud {
 public:
  ServedCloud() {
    auto started = wire::Listener::start(
        {}, {.look = [this](const HttpRequest& head) { return api_.look(head); },
             .answer = [this](HttpRequest& request) { return api_.answer(request); }});
    REQUIRE(started.ok());
    listener_ = std::move(*started);
  }

  Cloud& cloud() { return cloud_; }

  RemoteOptions options() const {
    return {.endpoint = "http://127.0.0.1:" + std::to_string(listener_->port()),
            .region = "ap-northeast-2",
            .credentials = {.access_key_id = "test", .secret_access_key = "test"}};
  }
  Aws aws() const { return remote_aws(options()).value(); }

 private:
  Cloud cloud_{{.region = "ap-northeast-2", .live = LiveOptions{}}};
  server::Api api_{cloud_.world(), {.now = [this] { return cloud_.now(); }}};
  std::unique_ptr<wire::Listener> listener_;  // gone before what it serves
};

}  // namespace emu::test
