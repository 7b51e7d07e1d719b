// Shapes: what each operation's struct looks like on the wire, described once.
//
// A struct that travels declares its description:
//
//   struct SendMessage {
//     static constexpr OperationName kOperation{"sqs", "SendMessage"};
//     using Result = SendMessageResult;
//     std::string queue_url;
//     std::string message_body;
//     std::optional<std::chrono::seconds> delay_seconds = {};
//     static void describe(StructureShape<SendMessage>& s);
//   };
//
// From it follow validation, JSON and the other protocols, in both directions. The library holds
// the descriptions of all structs in emu's headers, so a program that uses them compiles none. To
// describe a struct of your own, include <emu/describe.h>.
#pragma once

#include <cstddef>
#include <string_view>

namespace emu {

struct Shape;

template <class T>
class StructureShape;

// The one description of T. It is built on first use, never changes and lives as long as the
// program.
template <class T>
const Shape& shape_of();

// The result of an operation that answers nothing.
struct Nothing {
  static void describe(StructureShape<Nothing>& s);
};

// The name of an operation, and for REST protocols its method and URI.
struct OperationName {
  std::string_view service;  // lower case, as in include/emu/<service>.h: "sqs"
  std::string_view name;     // "SendMessage"
  std::string_view method = "POST";
  std::string_view uri = "/";
  int status = 200;  // of success
};

// All that is known of an operation without its implementation.
struct Operation {
  OperationName name;
  const Shape& (*input)();
  const Shape& (*output)();
  std::size_t index;  // small and dense, in the order of first use; never to be recorded
};

template <class Op>
const Operation& operation();

}  // namespace emu
