// HttpSender: how a request leaves for the network of the machine. Who runs a cloud may bring one,
// as a server does while it serves; under virtual time there is none, and hosts that this cloud
// does not answer for are unknown.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <memory>
#include <string_view>
#include <utility>

namespace emu {

class HttpSender {
 public:
  virtual ~HttpSender() = default;

  // Whether the host, with its port, is one that it sends to.
  virtual bool reaches(std::string_view host) const = 0;

  // The answer, or why there was none. `origin` is scheme and host: "http://localhost:8080". It
  // takes as long as the other side does, so it is called outside of the world.
  virtual Result<HttpResponse> send(std::string_view origin, const HttpRequest& request) = 0;
};

// Where the sender is kept that a cloud is brought. A cloud enters it in World::interfaces(); both
// functions are called inside the world.
class HttpOutlet {
 public:
  void set(std::shared_ptr<HttpSender> sender) { sender_ = std::move(sender); }
  // Null when there is none.
  const std::shared_ptr<HttpSender>& sender() const { return sender_; }

 private:
  std::shared_ptr<HttpSender> sender_;
};

}  // namespace emu
