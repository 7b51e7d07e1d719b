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
bool log_group_identifier(std::string_view text);  // kLogGroupIdentifier
bool resource_arn(std::string_view text);          // [\w+=/:,.@-]*
bool account_id(std::string_view text);            // ^\d{12}$
bool metric_text(std::string_view text);           // [^:*$]*
bool resource_identifier(std::string_view text);   // [\w+=/:,.@\-\*]*

inline constexpr std::string_view kLogGroupIdentifier = "[\\w#+=/:,.@-]*";
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
      .pattern(&pattern::log_group_identifier, pattern::kLogGroupIdentifier);
}

template <class T>
auto resource_identifier(StructureShape<T>& s) {
  return s.member("resourceIdentifier", &T::resource_identifier)
      .range(1, 2048)
      .pattern(&pattern::resource_identifier, "[\\w+=/:,.@\\-\\*]*");
}

template <class T>
auto log_group_class(StructureShape<T>& s) {
  return s.member("logGroupClass", &T::log_group_class)
      .one_of({log_group_classes::kStandard, log_group_classes::kInfrequentAccess,
               log_group_classes::kDelivery});
}

template <class T>
auto tags(StructureShape<T>& s) {
  return s.member("tags", &T::tags).range(1, 50).each({.max = 256});
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
