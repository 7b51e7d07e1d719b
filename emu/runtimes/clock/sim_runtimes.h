// SimRuntimes: runs functions as processes of this machine whose time is a simulation's.
//
//   Cloud cloud(…);                                    // not live
//   runtimes::SimRuntimes runtimes(cloud.world(), {.path = path}, handler);
//   cloud.world().interfaces().add<FunctionRuntimes>(runtimes);
//   …                                                  // it goes before the Cloud, at its end
//
// A process takes its time from a page that it shares with this, and time moves only when all
// processes wait and no byte is under way between them and this. Then one thing happens: a request
// of theirs is taken up, or somebody's time has come. Several are put in an order that does not
// depend on the machine, so a run repeats with its seed. What a process waits for without our
// library (programs that are linked statically) is real time.
#pragma once

#include <chrono>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/function_runtimes.h"
#include "core/gate/world.h"
#include "core/hash/random.h"
#include "core/task/follower.h"
#include "runtimes/clock/sim_sandbox.h"
#include "runtimes/machine.h"
#include "wire/http/http1_connection.h"

namespace emu::runtimes {

class SimRuntimes final : public FunctionRuntimes, private Follower {
 public:
  static constexpr int kApiRoute = 0;
  static constexpr int kEndpointRoute = 1;

  // Requests to AWS go to the handler, in tasks of the world's scheduler. Throws std::system_error
  // when there can be no folder or no socket.
  SimRuntimes(World& world, RuntimesOptions options, wire::HttpHandler aws);
  ~SimRuntimes() override;
  SimRuntimes(const SimRuntimes&) = delete;
  SimRuntimes& operator=(const SimRuntimes&) = delete;

  std::shared_ptr<SandboxCode> make(SandboxPlan plan) override;
  std::optional<std::string> refusal_of_package(std::string_view zip_file) override;
  std::optional<std::string> refusal_of_folder(const std::string& path) override;

  // For its sandboxes.
  Scheduler& scheduler() { return world_.scheduler(); }
  Machine& machine() { return machine_; }
  int port() const { return port_; }
  std::int64_t draw_seed();  // not 0
  void add(SimSandbox& sandbox) { sandboxes_.push_back(&sandbox); }
  void remove(SimSandbox& sandbox) { std::erase(sandboxes_, &sandbox); }
  // Ends the one that has rested for the longest when there are as many as there may be.
  void make_room();
  void cut_connections(const SimSandbox& sandbox);

 private:
  using ConnectionPtr = std::shared_ptr<ChildConnection>;
  struct Served {
    ConnectionPtr connection;
    bool is_served = false;
    std::uint32_t watched_for = 0;
  };
  struct NextWait {
    SimSandbox* sandbox;
    ClockPage::Wait wait;
  };

  bool settle() override;
  std::optional<Time> next_wake() override;
  void wake_next(Time now) override;

  // What has come from the processes, waiting for it at most so long; true when something has.
  bool pump(std::chrono::microseconds at_most);
  void accept_all();
  void watch(Served& served);
  bool is_quiet();
  bool are_balanced();
  bool find_owner(ChildConnection& connection);
  bool drain_all();
  void look_at_limits();
  bool end_those_beyond_limits();
  // One of what has come is taken up; false when nothing has.
  bool take_up_one();
  void begin_serving(const ConnectionPtr& connection);
  std::optional<NextWait> find_next_wait();

  World& world_;
  Machine machine_;
  const wire::HttpHandler aws_;
  Random random_;
  int listening_ = -1;
  int watching_ = -1;
  int port_ = 0;
  std::int64_t last_number_ = 0;
  std::vector<SimSandbox*> sandboxes_;
  std::list<Served> connections_;
  std::chrono::steady_clock::time_point limits_seen_ = {};
};

// The variables by which a process finds its page, and that take from programs what they do for the
// sake of the machine.
std::vector<std::string> clock_variables(const std::filesystem::path& page);

}  // namespace emu::runtimes
