// A connection whose peer has said everything at the start.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "wire/http/http1_connection.h"
#include "wire/http/transport.h"

namespace emu::test {

class MemoryTransport final : public wire::Transport {
 public:
  // The input arrives in pieces of at most `piece` bytes; 0: all at once.
  explicit MemoryTransport(std::string input, std::size_t piece = 0)
      : input_(std::move(input)), piece_(piece == 0 ? input_.size() : piece) {}

  Read read(char* buffer, std::size_t size, wire::Deadline) override {
    const std::size_t count = std::min({size, piece_, input_.size() - at_});
    if (count == 0) return {.outcome = at_end ? at_end() : Outcome::kEnd};
    input_.copy(buffer, count, at_);
    at_ += count;
    return {.outcome = Outcome::kBytes, .count = count};
  }

  bool write(std::string_view head, std::string_view body) override {
    output += head;
    output += body;
    ++writes;
    return true;
  }

  void end_writing() override {}
  bool is_open() override { return true; }

  // What a read says when the input has ended; empty: that the peer has hung up.
  std::function<Outcome()> at_end = {};
  std::string output;
  int writes = 0;

 private:
  std::string input_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

// Everything that a server with that handler says to a client that sends `input` and then ends.
inline std::string talk(const wire::HttpHandler& handler, std::string input, std::size_t piece = 0,
                        wire::BodyBudget* bodies = nullptr) {
  MemoryTransport transport(std::move(input), piece);
  std::atomic<bool> stopping{false};
  wire::ConnectionLife life{.stopping = stopping};
  const wire::Http1Options options{.bodies = bodies,
                                   .now = [] { return Time(std::chrono::seconds(784'111'777)); }};
  serve_http1(transport, handler, options, {}, life);
  return transport.output;
}

}  // namespace emu::test
