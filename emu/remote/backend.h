// What is behind a remote handle: encodes, signs, sends, decodes, and tries again.
#pragma once

#include <emu/aws.h>
#include <emu/http.h>
#include <emu/remote.h>
#include <emu/time.h>

#include <atomic>
#include <functional>
#include <string>

#include "core/gate/service_profile.h"
#include "remote/addressing.h"
#include "remote/retry.h"
#include "wire/http/http_client.h"

namespace emu::remote {

// The machine, as a backend sees it. Every function is called from many threads.
struct Outside {
  std::function<Result<HttpResponse>(const wire::HttpEndpoint&, const HttpRequest&)> send;
  std::function<Time()> now;
  std::function<void(Duration)> sleep;
  std::function<double()> jitter;  // in [0, 1)
};

class Backend final : public AwsBackend {
 public:
  Backend(const RemoteOptions& options, Addressing addressing, Outside outside);

  Status call(const Operation& operation, const void* in, void* out) override;
  Time now() override { return outside_.now(); }
  void sleep(Duration duration) override { outside_.sleep(duration); }

 private:
  struct Call;  // what does not change between attempts

  struct Attempt {
    Status status;
    bool clock_was_wrong = false;  // and has been corrected: the next attempt may succeed
  };

  Attempt attempt(const Call& call, void* out);
  HttpRequest signed_request(const Call& call) const;
  // Whether the clock was corrected.
  bool correct_clock(const Error& error, const HttpResponse& response);

  RemoteCredentials credentials_;
  int attempts_max_;
  Addressing addressing_;
  Outside outside_;
  RetryBudget budget_;
  std::atomic<Duration::rep> clock_correction_ = 0;
};

}  // namespace emu::remote
