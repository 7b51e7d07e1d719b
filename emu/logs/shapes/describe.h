// Members and rules that several operations share.
#pragma once

#include <emu/describe.h>
#include <emu/logs.h>

#include <limits>
#include <string_view>

namespace emu::logs {

// What the API's patterns allow.
namespace pattern {
bool log_group_name(std::string_view text);        // [\.\-_/#A-Za-z0-9]+
bool log_stream_name(std::string_view text);       // [^:*]*
bool log_group_identifier(std::string_view text);  // [\w#+=/:,.@-]*
bool resource_arn(std::string_view text);          // [\w+=/:,.@-]*
bool account_id(std::string_view text);            // ^\d{12}$
}  // namespace pattern

namespace describing {

template <class T>
auto log_group_name(StructureShape<T>& s, std::string_view name, std::string T::*where) {
  return s.member(name, where)
      .range(1, 512)
      .pattern(&pattern::log_group_name, "[\\.\\-_/#A-Za-z0-9]+");
}

template <class T>
auto log_stream_name(StructureShape<T>& s, std::string_view name, std::string T::*where) {
  return s.member(name, where).range(1, 512).pattern(&pattern::log_stream_name, "[^:*]*");
}

template <class T>
auto log_group_identifier(StructureShape<T>& s) {
  return s.member("logGroupIdentifier", &T::log_group_identifier)
      .range(1, 2048)
      .pattern(&pattern::log_group_identifier, "[\\w#+=/:,.@-]*");
}

template <class T>
auto resource_arn(StructureShape<T>& s) {
  return s.member("resourceArn", &T::resource_arn)
      .required()
      .range(1, 1011)
      .pattern(&pattern::resource_arn, "[\\w+=/:,.@-]*");
}

}  // namespace describing

}  // namespace emu::logs
