// Cloud: a whole AWS account, in one value.
//
//   emu::Cloud cloud;
//   emu::Aws aws = cloud.aws();
//   auto queue = aws.send(emu::sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
//   cloud.advance(12h);   // microseconds of real time
//
// A Cloud starts empty, lives in memory, opens no port and starts no thread. Its time is virtual:
// it stands still while code runs and moves when advance() or a waiting call moves it. Equal
// programs with equal seeds give equal runs, bit for bit. Such a Cloud may be used from one thread
// at a time; different Clouds are independent.
//
// A live Cloud, which CloudOptions::live asks for, runs its tasks on threads, takes its time from
// the machine's clock, and may be used from any thread. Handlers then run beside each other; hooks,
// sinks and visitors are called one at a time, and everyone waits for them. A Cloud is destroyed
// when no other thread is in a call any more. The calls of its tasks are unwound; a handler that
// neither waits nor calls keeps the destruction waiting until it returns.
#pragma once

#include <emu/aws.h>
#include <emu/dynamodb/options.h>
#include <emu/fault.h>
#include <emu/http.h>
#include <emu/lambda/handler.h>
#include <emu/result.h>
#include <emu/s3/options.h>
#include <emu/shape.h>
#include <emu/time.h>
#include <emu/trace.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu {

class World;

// Which task goes on when several could.
enum class Interleaving { kFirstInFirstOut, kSeeded };

// How the time of a live Cloud passes.
struct LiveOptions {
  double scale = 1;   // so many times as fast as real time, from 0.000001 to 1,000,000
  bool held = false;  // it stands still until somebody advances it
};

struct CloudOptions {
  std::uint64_t seed = 1;
  Time start = Time(std::chrono::sys_days(std::chrono::year(2026) / 1 / 1));
  std::string account = "000000000000";  // of callers that name no other
  std::string region = "us-east-1";      // of callers that name no other
  Interleaving interleaving = Interleaving::kFirstInFirstOut;
  std::size_t trace_capacity = 512;      // events kept for each_event(); the digest covers all
  std::optional<LiveOptions> live = {};  // none: virtual time, on the caller's thread
  dynamodb::Options dynamodb = {};
  s3::Options s3 = {};
};

// What a Cloud's clock shows. Virtual time is always held.
struct ClockState {
  Time now = {};
  bool held = true;
  double scale = 1;
};

// Who a handle stands for. By default: an unnamed caller in the Cloud's account and region, to whom
// everything is allowed, by S3 as to its account's root. IAM is enforced for all others.
struct ClientOptions {
  std::optional<std::string> account = {};  // 12 digits
  std::optional<std::string> region = {};
  std::optional<std::string> access_key_id = {};  // of an IAM user, or temporary ones of STS
  bool anonymous = false;                         // a request without credentials
};

class Cloud {
 public:
  explicit Cloud(CloudOptions options = {});
  ~Cloud();
  Cloud(Cloud&&) noexcept;
  Cloud& operator=(Cloud&&) noexcept;

  const CloudOptions& options() const;

  // A handle for calls. It must not outlive the Cloud.
  Aws aws(const ClientOptions& who = {});

  // Binds C++ code to the name of a Lambda function, in every account and region. Functions created
  // under that name run it; binding again replaces it for sandboxes that start later.
  void bind(std::string function_name, lambda::Handler handler);
  // The same for code with an init phase: the factory runs at each cold start and gives that
  // sandbox's handler.
  void bind(std::string function_name, lambda::HandlerFactory factory);

  // A request from the internet: to an HTTP API by its host
  // "<api id>.execute-api.<region>.amazonaws.com", to an object of a bucket by
  // "<bucket>.s3.<region>.amazonaws.com", to a website by
  // "<bucket>.s3-website-<region>.amazonaws.com". It waits for the answer in virtual time.
  HttpResponse http(const HttpRequest& request);

  // Time. Called from within a task, such as a handler, they throw std::logic_error. The clock
  // stops at kLatestTime, the year 9999.
  Time now() const;
  void advance(Duration duration);  // all that is due on the way happens
  void run_until(Time time);
  // Until `done` holds or the limit is reached; whether it holds.
  bool run_until(const std::function<bool()>& done, Time limit);
  // Until nothing is left to do but background work that never ends, such as the pollers of event
  // source mappings.
  void run_until_idle();
  // Until all that can happen now has happened, without time passing; a look then sees it. A live
  // Cloud waits for that, at most a second of real time.
  void settle();

  // The clock of a live Cloud. All of the above move its time too, held or not, and return when all
  // that was due has happened; only code that works on for ten real seconds at one instant is not
  // waited for. hold_clock() ends them where they are, so that a time that is too far away can be
  // given up. Elsewhere it and the like have no effect. Throws std::invalid_argument when the scale
  // is out of range.
  ClockState clock() const;
  void hold_clock();
  void resume_clock();
  void scale_clock(double scale);

  // Forgets every resource of one account, or of all of them with the trace and what it counts.
  // Bound code stays, and so does the clock; fault rules end with all of them; ids begin again as
  // in a new Cloud. Calls that wait for a message or a function meanwhile are answered as if their
  // resource had been deleted, and handlers are unwound as at their timeout. Not from within a
  // task.
  void reset(const std::optional<std::string>& account = {});

  // Starts a task of the program's own, such as a client that sleeps between its calls. It runs
  // when time is driven; in a live Cloud, at once and on a thread of its own.
  void spawn(const char* name,
             std::function<void()> body);  // a literal: it names the task in messages

  // From now on calls that match the rule fail as it says, until what is given back ends or
  // everything is reset. Throws std::invalid_argument for a rule about an operation that does not
  // exist, or without a fault. A hook is asked first; it decides about what rules cannot say.
  FaultGuard fail(FaultRule rule);
  void set_fault_hook(FaultHook hook);

  // The sink sees every event from now on, until what is given back ends. Any number may.
  Subscription subscribe(EventSink sink);
  // The newest events, oldest first.
  void each_event(const std::function<void(const Event&)>& visit) const;
  void each_trace_event(const std::function<void(const TraceEvent&)>& visit) const;  // as texts
  // 32 hex digits over everything recorded so far.
  std::string trace_digest() const;
  std::uint64_t trace_size() const;

  // The inside of a service, as a look such as sqs::PeekQueue of <emu/sqs/looks.h> shows it. It
  // needs no permission, meets no fault and is not traced.
  template <class Look>
  typename Look::Result look(const Look& look) const {
    typename Look::Result out;
    look_at(operation<Look>(), &look, &out);
    return out;
  }

  // The inside, for emu's own tests and tools.
  World& world();

 private:
  struct Parts;

  void look_at(const Operation& look, const void* in, void* out) const;

  std::unique_ptr<Parts> parts_;
};

}  // namespace emu
