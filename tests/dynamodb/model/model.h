// A table as a map: what DynamoDB's operations have to add up to, in the simplest words there are.
#pragma once

#include <emu/dynamodb.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace emu::test::model {

using namespace emu::dynamodb;

// The hash key `h` and the range key `r`.
using Key = std::pair<std::string, std::int64_t>;
using Items = std::map<Key, Item>;

inline Item key_item(const Key& key) { return {{"h", S(key.first)}, {"r", N(key.second)}}; }
inline Key key_of(const Item& item) { return {item.at("h").s(), item.at("r").integer()}; }

// A step of a run: all that is random in it follows from its seed and from the items that there
// are.
struct Step {
  enum class Kind : std::uint8_t {
    kPut,
    kUpdate,
    kDelete,
    kBatchWrite,
    kTransaction,
    kStatement,
    kBatchGet,
    kQuery,
    kScan,
    kSelect,
    kChangeIndex,
    kPassTime,
  };
  Kind kind;
  std::uint64_t seed;
};

std::vector<Step> random_steps(std::uint64_t seed, std::size_t count);

// Plays the steps on a table and on a map. Nothing when they agree all along; else what differs
// first.
std::optional<std::string> first_difference(const std::vector<Step>& steps);

std::string describe(const std::vector<Step>& steps);

}  // namespace emu::test::model
