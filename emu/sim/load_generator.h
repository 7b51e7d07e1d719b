// Sends one load's requests, each from a task of its own, at the times when they arrive.
#pragma once

#include <emu/cloud.h>
#include <emu/http.h>
#include <emu/result.h>
#include <emu/sim/report.h>
#include <emu/sim/scenario.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/hash/random.h"
#include "sim/arrivals.h"
#include "sim/histogram.h"
#include "sim/placeholders.h"

namespace emu::sim {

// A request whose placeholders are known but for the number.
class RequestMaker {
 public:
  static Result<RequestMaker> parse(const RequestTemplate& request, const Outputs& outputs);

  // The request of that number: the one that all share, or one that is put into `storage`.
  const HttpRequest& make(std::uint64_t number, HttpRequest& storage) const;

 private:
  HttpRequest build(std::uint64_t number) const;

  NumberedText host_;
  NumberedText target_;
  std::vector<std::pair<std::string, NumberedText>> headers_;
  NumberedText body_;
  HttpRequest constant_;  // what all requests share when there are no numbers in them
  bool is_constant_ = false;
};

// The figures of all loads of a run.
class RequestCounter {
 public:
  void add_sent() { ++sent_; }
  void add_answer(int status, bool succeeded, Duration took);

  std::uint64_t sent() const { return sent_; }
  std::uint64_t answered() const { return answered_; }
  RequestFigures figures() const;

 private:
  std::uint64_t sent_ = 0;
  std::uint64_t answered_ = 0;
  std::uint64_t succeeded_ = 0;
  std::map<int, std::uint64_t> by_status_;
  Histogram answer_;
};

class LoadGenerator {
 public:
  // The cloud's tasks use this object: it has to outlive the cloud, and so has the counter.
  LoadGenerator(Cloud& cloud, RequestCounter& counter, const Load& load, RequestMaker maker,
                const Random& random);

  void start();
  bool is_over() const { return is_over_; }

 private:
  void arrive();
  void request(std::uint64_t number);

  Cloud& cloud_;
  RequestCounter& counter_;
  ArrivalTimes arrivals_;
  RequestMaker maker_;
  int expect_status_;
  std::uint64_t number_ = 0;
  bool is_over_ = false;
};

}  // namespace emu::sim
