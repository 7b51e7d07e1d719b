// ShardIterator: a position in a shard, as clients carry it from call to call.
//
// As text it is "<stream's ARN>|1|<base64>", as AWS forms it: the ARN says for IAM what is read.
#pragma once

#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/sequence_number.h"

namespace emu::dynamodb {

struct ShardIterator {
  std::string stream_arn;
  std::string shard_id;
  SequenceNumber position;  // of the first record that is wanted, or before it
  Time issued;

  std::string text() const;
  // Nothing for what text() would not give.
  static std::optional<ShardIterator> parse(std::string_view text);
};

}  // namespace emu::dynamodb
