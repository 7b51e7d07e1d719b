// The parts of a request's target and of its Host header, exactly as they were sent.
//
//   split_target("/a%2Fb?x=1")       path "/a%2Fb", query "x=1"
//   path_segments("/a%2Fb/c")        {"a/b", "c"}
//   parse_host("S3.Localhost.:4566") name "s3.localhost", port 4566
//
// The pairs of a query are read by core/text/percent.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu {

struct TargetParts {
  std::string_view path;   // as sent
  std::string_view query;  // behind the first '?', which may be followed by more of them
  bool has_query = false;  // also when it is empty
};

TargetParts split_target(std::string_view target);

// What lies between the slashes, as sent. "/a//b/" has the segments "a", "", "b" and "".
std::vector<std::string_view> raw_path_segments(std::string_view path);

// The same, decoded one by one. Nothing if one cannot be.
std::optional<std::vector<std::string>> path_segments(std::string_view path);

struct HostParts {
  std::string name;  // in lower case, without a trailing dot; of IPv6 without its brackets
  std::optional<std::uint16_t> port = {};
  bool is_ipv6 = false;
};

// Nothing if it is not a host with or without a port.
std::optional<HostParts> parse_host(std::string_view host);

bool is_ipv4(std::string_view host);

// Whether a server on this address can be reached from this machine only.
bool is_loopback(std::string_view host);

}  // namespace emu
