// One line for each call, written while the server runs, as text or as JSON.
//
//   12:00:01.192 sqs:SendMessage orders by root -> ok in 180 us
//   {"at":"2026-01-01T12:00:01.192Z","caller":"…","operation":"sqs:SendMessage", …}
//
// Calls do not wait for it: lines are put together in memory and written by a thread of its own.
// When the reader is too slow for that, lines are left out and counted.
#pragma once

#include <emu/cloud.h>
#include <emu/trace.h>

#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

namespace emu::cli {

enum class LogFormat { kNone, kText, kJson };

// The line of a call, with its end.
std::string log_line(const TraceEvent& call, LogFormat format);

class CallLog {
 public:
  // The Cloud and the file must outlive it.
  CallLog(Cloud& cloud, LogFormat format, std::FILE* file);
  // Writes what is left.
  ~CallLog();
  CallLog(const CallLog&) = delete;
  CallLog& operator=(const CallLog&) = delete;

 private:
  void add(const Event& event);
  void write();

  const LogFormat format_;
  std::FILE* const file_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string lines_;
  std::uint64_t left_out_ = 0;
  bool ending_ = false;
  std::thread writer_;
  Subscription subscription_;
};

}  // namespace emu::cli
