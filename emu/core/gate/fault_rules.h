// The fault rules of an account, in the order in which they began.
//
// Each draws from a stream of randomness of its own, so that adding one leaves the others as they
// were.
#pragma once

#include <emu/fault.h>
#include <emu/result.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash/random.h"

namespace emu {

class OperationTable;

class FaultRules {
 public:
  struct Entry {
    std::uint64_t id;
    FaultRule rule;
    Time begin;  // its times count from here
    Random random;
    FaultCounts counts = {};
  };

  // Its id: 1, 2, 3 …
  std::uint64_t add(FaultRule rule, Time begin, Random random);
  // Whether there was such a rule.
  bool remove(std::uint64_t id);
  void clear() { entries_.clear(); }

  bool empty() const { return entries_.empty(); }
  const std::vector<Entry>& entries() const { return entries_; }
  // Null when it has ended.
  const Entry* find(std::uint64_t id) const;
  std::uint64_t last_id() const { return last_id_; }

  // What the first rule says that strikes the call.
  Fault decide(const FaultPoint& point);

 private:
  std::vector<Entry> entries_;
  std::uint64_t last_id_ = 0;
};

// What is wrong with a rule, in plain words: it has no fault, or is about what does not exist.
Status check_fault_rule(const FaultRule& rule, const OperationTable& operations);

// What is wrong with what a rule does to calls, in plain words; nothing when it is well.
std::string wrong_faults(const FaultRule& rule);
// The same of its effect, which its calls must know.
std::string wrong_effect(const FaultRule& rule);

// "there is no service 'sqz'; there is …", or nothing when there is such a service and it, or any,
// has such an operation. An empty name is none.
std::string wrong_name(const OperationTable& operations, std::string_view service,
                       std::string_view operation);

// A rule in a few words: "sqs SendMessage: answer lost, 1/500".
std::string describe(const FaultRule& rule, std::string (*duration_text)(Duration));

// Whether `text` is `pattern`, in which each * stands for any characters.
bool matches_pattern(std::string_view pattern, std::string_view text);

// The same for an ARN, of which a pattern without colons and slashes may also be one part of the
// resource: "orders" is the queue of that name, "worker-role" whoever has taken that role.
bool matches_arn(std::string_view pattern, std::string_view arn);

// "1/1000" or "0.1%", from none to all.
std::optional<Ratio> parse_chance(std::string_view text);

}  // namespace emu
