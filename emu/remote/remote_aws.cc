#include <emu/remote.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "core/hash/random.h"
#include "remote/addressing.h"
#include "remote/backend.h"
#include "wire/http/http_client.h"

namespace emu {

namespace {

Time system_now() {
  return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

// Clients that failed together must not come back together, so each has a seed of its own.
std::uint64_t fresh_seed() {
  static std::atomic<std::uint64_t> clients = 0;
  const auto ticks = std::chrono::steady_clock::now().time_since_epoch().count();
  const auto process = static_cast<std::uint64_t>(::getpid());
  return static_cast<std::uint64_t>(ticks) ^ (process << 40) ^ (clients++ << 20);
}

class Jitter {
 public:
  double next() {
    const std::lock_guard lock(mutex_);
    constexpr std::uint64_t kSteps = std::uint64_t{1} << 53;
    return static_cast<double>(random_.below(kSteps)) / static_cast<double>(kSteps);
  }

 private:
  std::mutex mutex_;
  Random random_{fresh_seed()};
};

}  // namespace

Result<std::shared_ptr<AwsBackend>> remote_backend(const RemoteOptions& options) {
  EMU_TRY(remote::Addressing addressing, remote::Addressing::make(options));
  auto client = std::make_shared<wire::HttpClient>(
      wire::HttpClientOptions{.connect_timeout = options.connect_timeout,
                              .read_timeout = options.read_timeout,
                              .tls = {.verify = options.verify_tls, .ca_file = options.ca_file}});
  auto jitter = std::make_shared<Jitter>();
  remote::Outside outside{
      .send = [client](const wire::HttpEndpoint& endpoint,
                       const HttpRequest& request) { return client->send(endpoint, request); },
      .now = &system_now,
      .sleep = [](Duration duration) { std::this_thread::sleep_for(duration); },
      .jitter = [jitter] { return jitter->next(); }};
  return std::shared_ptr<AwsBackend>(
      std::make_shared<remote::Backend>(options, std::move(addressing), std::move(outside)));
}

Result<Aws> remote_aws(const RemoteOptions& options) {
  EMU_TRY(auto backend, remote_backend(options));
  return Aws(std::move(backend));
}

}  // namespace emu
