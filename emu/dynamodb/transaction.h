// What transactions have in common: why they are cancelled, and what they are made of.
#pragma once

#include <emu/dynamodb/transactions.h>
#include <emu/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash/rolling_hash.h"
#include "dynamodb/consumption.h"
#include "dynamodb/item_write.h"

namespace emu::dynamodb {

// What a reason for an error with that code is called: "ConditionalCheckFailed". Empty for errors
// that are no reasons.
std::string_view reason_code(std::string_view error);

// The reasons for which a transaction is cancelled, as they are found.
class Cancellation {
 public:
  explicit Cancellation(std::size_t actions) : reasons_(actions) {}

  // Takes the error of an action as its reason. Fails with an error that is none: the whole call is
  // refused with it.
  Status take(std::size_t action, const Error& error);

  // Fails when there is a reason.
  Status check() const;

 private:
  std::vector<CancellationReason> reasons_;
  bool is_due_ = false;
};

// The same for an error that befalls one of so many actions, the first, from outside. An error that
// is no reason stays what it is.
Error as_cancellation(Error error, std::size_t actions);

Error transaction_ongoing();

// The item that an action is about. The key belongs to somebody else.
struct ItemAddress {
  Table* table = nullptr;
  ItemKey key = {};
};

struct WriteTransaction {
  std::vector<ItemWrite*> writes = {};
  const std::optional<std::string>& token;  // of the request
  Digest request = {};                      // of all parameters, when there is a token
};

// What it has cost. A repetition under the same token has changed nothing and has cost reading.
struct TransactionCost {
  Consumption consumption = {};
  bool is_of_reading = false;

  std::vector<ConsumedCapacity> answer(const std::optional<std::string>& mode) const {
    return is_of_reading ? consumption.read(mode) : consumption.written(mode);
  }
};

// Over all parameters of a request.
Digest digest_of(const Shape& shape, const void* request);

}  // namespace emu::dynamodb
