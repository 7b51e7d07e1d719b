// How values look in a test's output: operator<< for what AWS answers.
//
//   CHECK(sent);                    // shows the error: code, message, operation and place
//   CHECK(item.at("seat") == N(12));
//
// Of doctest it needs nothing; included after <doctest/doctest.h>, it teaches doctest how a Time
// looks, which is a type of the standard library.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/events.h>
#include <emu/json.h>
#include <emu/result.h>
#include <emu/time.h>
#include <emu/trace.h>

#include <iosfwd>
#include <ostream>
#include <string>
#include <vector>

namespace emu {

// "QueueDoesNotExist: The specified queue does not exist. (SendMessage at orders_test.cc:12)"
std::ostream& operator<<(std::ostream& out, const Error& error);

template <class T>
std::ostream& operator<<(std::ostream& out, const Result<T>& result) {
  return result.ok() ? out << "ok" : out << result.error();
}

// As one line of the trace.
std::ostream& operator<<(std::ostream& out, const Event& event);

namespace dynamodb {
// In DynamoDB's JSON: {"N":"12"}, and for an item {"id":{"S":"total"},"seats":{"N":"12"}}.
std::ostream& operator<<(std::ostream& out, const AttributeValue& value);
std::ostream& operator<<(std::ostream& out, const Item& item);
std::ostream& operator<<(std::ostream& out, const std::vector<Item>& items);
}  // namespace dynamodb

namespace events {
// As JSON, behind its name: InvocationEnded {"function_arn":…}.
template <class T>
requires requires { T::kEvent; }
std::ostream& operator<<(std::ostream& out, const T& event) {
  return out << T::kEvent.name << ' ' << to_json(event);
}
}  // namespace events

}  // namespace emu

#ifdef DOCTEST_LIBRARY_INCLUDED
namespace doctest {
template <>
struct StringMaker<emu::Time> {
  static String convert(const emu::Time& time) { return emu::iso8601(time).c_str(); }
};
}  // namespace doctest
#endif
