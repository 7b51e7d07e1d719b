// Server: a Cloud over HTTP, so that every AWS SDK, the AWS CLI and browsers talk to it.
//
//   emu::Cloud cloud({.live = emu::LiveOptions{}});
//   auto server = emu::Server::start(cloud, {.port = 4566});
//   if (!server) fmt::print(stderr, "{}\n", server.error().message);
//   …                                       // AWS_ENDPOINT_URL=http://127.0.0.1:4566
//   (*server)->stop();
//
// The account of a call is a 12-digit access key, or the one that an IAM access key or temporary
// credentials belong to, or else the Cloud's; its region comes from the credential scope. Controls
// of the clock, the trace and the like lie under /_emu/.
#pragma once

#include <emu/cloud.h>
#include <emu/result.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace emu {

// How far a script has come that is run once the server answers.
namespace ready_states {
inline constexpr const char* kUnknown = "UNKNOWN";  // it waits for its turn
inline constexpr const char* kRunning = "RUNNING";
inline constexpr const char* kSuccessful = "SUCCESSFUL";
inline constexpr const char* kError = "ERROR";
}  // namespace ready_states

struct ReadyScript {
  std::string name;
  std::string state = ready_states::kUnknown;
};

struct ServerOptions {
  std::string host = "127.0.0.1";  // an address or a name of this machine
  int port = 4566;                 // 0: any that is free
  // Names that it answers to besides: addresses, names without a dot, localhost and all that is
  // under it, and others that nobody on the internet can own are always its own. What stands under
  // such a name counts too.
  std::vector<std::string> allowed_hosts = {};
  // Origins such as "http://localhost:3000", whose pages may call AWS's services and the controls.
  // Pages of other origins may not, unless they are let into a bucket by its own rules.
  std::vector<std::string> allowed_origins = {};
  // Whether a signature must be right. Otherwise it only says who calls.
  bool verify_signatures = false;
  // With a certificate made for this run, unless PEM files name one, which alone means TLS too.
  bool tls = false;
  std::string certificate_file = {};
  std::string key_file = {};
  // Asked, from any thread, when a client wants to know whether all is set up; empty: there are
  // none.
  std::function<std::vector<ReadyScript>()> ready_scripts = {};
};

// By which programs on this machine call a server with these options, whose port is not 0:
// "http://127.0.0.1:4566".
std::string url_of(const ServerOptions& options);

// While somebody reads the trace as a stream, the server is the Cloud's trace sink.
class Server {
 public:
  // Listens when this returns. The Cloud must be live and outlive the server. The error says in
  // plain words why not, for instance that another program has the port.
  static Result<std::unique_ptr<Server>> start(Cloud& cloud, const ServerOptions& options);

  // As stop() with no grace.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const;
  std::string url() const;

  // Answers what has begun, for at most `grace`, and returns when nobody is being served. Calls
  // that wait for a message are told at once that the server stops.
  void stop(std::chrono::milliseconds grace = std::chrono::seconds(5));

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace emu
