// How DynamoDB behaves where AWS's own pace is not wanted always.
//
//   emu::Cloud cloud({.dynamodb = {.table_step = 500ms}});
#pragma once

#include <emu/time.h>

namespace emu::dynamodb {

struct Options {
  // How long a table is CREATING, UPDATING or DELETING, an index or a backup CREATING. Of no
  // length, the next call finds it settled.
  Duration table_step = {};
  // Whether throughput limits: calls beyond what a table is provisioned for, or may take on demand,
  // are refused as AWS refuses them.
  bool throttling = false;
  // How long a transaction takes, in which others find its items in use.
  Duration transaction_time = {};
};

}  // namespace emu::dynamodb
