// What emu answers, as one JSON document: for the tests that hold it against AWS's API models, and
// for tools that need to know which operations there are.
//
//   {"services":[{"name":"sqs","sdk_id":"SQS",…,"protocols":[{"name":"json",…}],
//     "errors":[{"code":"QueueDoesNotExist",…},…],
//     "operations":[{"name":"SendMessage","method":"POST",…,
//       "input":{"kind":"structure","members":[{"name":"QueueUrl","wire_name":"QueueUrl",
//         "location":"body","required":true,"type":{"kind":"string"}},…]},"output":{…}},…]},…]}
//
// What is absent from an object is false, empty or unbounded. A structure inside of itself is
// {"kind":"structure","recursive":true}.
#pragma once

#include <string>
#include <vector>

#include "core/gate/operation_table.h"

namespace emu::cli {

// Of entries that are in the order of their services.
std::string operations_json(const std::vector<const OperationEntry*>& entries);

}  // namespace emu::cli
