#include "wire/protocol/rest_binding.h"

#include <emu/description.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "wire/protocol/text_value.h"
#include "wire/protocol/uri_template.h"

namespace emu::wire {

namespace {

bool is_length(const Member& member) {
  return equal_ignoring_case(member.wire_name, "Content-Length");
}

// Conditions with dates that cannot be read do not hold anybody up (RFC 9110, section 13.1.3).
bool may_be_ignored(const Member& member) {
  return member.shape().kind == Kind::kTimestamp && member.wire_name.starts_with("If-");
}

TimeForm header_time_form(const Member& member) {
  return member.wire_name == "x-amz-object-lock-retain-until-date" ? TimeForm::kIso8601
                                                                   : TimeForm::kHttpDate;
}

// A header or a parameter with all values of a list.
bool read_listed(const Member& member, void* structure, std::string_view text) {
  const Shape& list = member.shape();
  void* value = member.emplace(structure, member.offset);
  while (!text.empty()) {
    if (!read_text(list.element(), list.append(value), trim(take_until(text, ',')))) return false;
  }
  return true;
}

bool read_header(const Member& member, const HttpHeaders& headers, std::size_t body_size,
                 void* structure) {
  if (is_length(member) && body_size != 0) {
    member.shape().set_integer(member.emplace(structure, member.offset),
                               static_cast<std::int64_t>(body_size));
    return true;
  }
  const std::string* text = headers.find(member.wire_name);
  if (text == nullptr) return true;
  if (member.shape().kind == Kind::kList) return read_listed(member, structure, *text);
  return read_text(member.shape(), member.emplace(structure, member.offset), *text);
}

void read_header_prefix(const Member& member, const HttpHeaders& headers, void* structure) {
  for (const auto& [name, value] : headers) {
    const std::size_t size = member.wire_name.size();
    if (name.size() <= size ||
        !equal_ignoring_case(std::string_view(name).substr(0, size), member.wire_name)) {
      continue;
    }
    const Shape& map = member.shape();
    void* entry = map.insert(member.emplace(structure, member.offset),
                             lower_case(std::string_view(name).substr(size)));
    read_text(map.element(), entry, value);
  }
}

bool read_parameter(const Member& member, const std::vector<QueryPair>& query, void* structure) {
  const Shape& shape = member.shape();
  for (const QueryPair& pair : query) {
    if (pair.name != member.wire_name) continue;
    void* value = member.emplace(structure, member.offset);
    if (shape.kind != Kind::kList) return read_text(shape, value, pair.value);
    if (!read_text(shape.element(), shape.append(value), pair.value)) return false;
  }
  return true;
}

bool read_label(const Member& member, const PathLabels& labels, void* structure) {
  const auto raw = labels.find(member.wire_name);
  if (!raw) return false;
  const auto text = percent_decode(*raw);
  return text && read_text(member.shape(), member.emplace(structure, member.offset), *text);
}

std::string sent_value(const Member& member, const WireRequest& request) {
  if (member.location == Location::kHeader) {
    const std::string* text = request.http.headers.find(member.wire_name);
    return text == nullptr ? std::string() : *text;
  }
  const auto found = std::find_if(request.query.begin(), request.query.end(),
                                  [&](const QueryPair& p) { return p.name == member.wire_name; });
  return found == request.query.end() ? std::string() : found->value;
}

std::string listed(const Shape& list, const void* value) {
  std::string text;
  for (std::size_t i = 0; i < list.size(value); ++i) {
    if (i != 0) text += ',';
    text += text_of(list.element(), list.at(value, i), TimeForm::kHttpDate);
  }
  return text;
}

void write_header(const Member& member, const void* value, HttpHeaders& headers) {
  const Shape& shape = member.shape();
  headers.add(std::string(member.wire_name), shape.kind == Kind::kList
                                                 ? listed(shape, value)
                                                 : text_of(shape, value, header_time_form(member)));
}

void write_header_prefix(const Member& member, const void* value, HttpHeaders& headers) {
  struct Visitor {
    const Member& member;
    HttpHeaders& headers;
  } visitor{member, headers};
  const Shape& map = member.shape();
  map.each(value, &visitor, [](void* v, std::string_view key, const void* entry) {
    const auto& to = *static_cast<Visitor*>(v);
    std::string name(to.member.wire_name);
    name += key;
    to.headers.add(std::move(name),
                   text_of(to.member.shape().element(), entry, TimeForm::kHttpDate));
  });
}

void append_parameter(std::string_view name, std::string_view value, std::string& target) {
  target += target.find('?') == std::string::npos ? '?' : '&';
  append_percent_encoded(name, Slash::kEncode, target);
  target += '=';
  append_percent_encoded(value, Slash::kEncode, target);
}

void write_parameter(const Member& member, const void* value, std::string& target) {
  const Shape& shape = member.shape();
  if (shape.kind != Kind::kList) {
    append_parameter(member.wire_name, text_of(shape, value, TimeForm::kIso8601), target);
    return;
  }
  for (std::size_t i = 0; i < shape.size(value); ++i) {
    append_parameter(member.wire_name,
                     text_of(shape.element(), shape.at(value, i), TimeForm::kIso8601), target);
  }
}

// The template with its labels filled in.
std::string expand(const Operation& op, const void* in) {
  std::string target;
  std::string_view rest = op.name.uri;
  while (!rest.empty()) {
    const auto open = std::min(rest.find('{'), rest.size());
    target += rest.substr(0, open);
    rest.remove_prefix(open);
    if (rest.empty()) break;
    std::string_view label = rest.substr(1, rest.find('}') - 1);
    rest.remove_prefix(label.size() + 2);
    const bool greedy = label.ends_with('+');
    if (greedy) label.remove_suffix(1);
    for (const Member& member : op.input().members) {
      if (member.location != Location::kPath || member.wire_name != label) continue;
      const void* value = member.get(in, member.offset);
      if (value == nullptr) continue;
      append_percent_encoded(text_of(member.shape(), value, TimeForm::kIso8601),
                             greedy ? Slash::kKeep : Slash::kEncode, target);
    }
  }
  return target;
}

}  // namespace

void write_headers(const Shape& shape, const void* structure, HttpHeaders& headers) {
  for (const Member& member : shape.members) {
    const bool is_header = member.location == Location::kHeader;
    if (!is_header && member.location != Location::kHeaderPrefix) continue;
    const void* value = member.get(structure, member.offset);
    if (value == nullptr) continue;
    if (is_header) {
      write_header(member, value, headers);
    } else {
      write_header_prefix(member, value, headers);
    }
  }
}

const Member* payload_member(const Shape& shape) {
  const auto found = std::find_if(shape.members.begin(), shape.members.end(),
                                  [](const Member& m) { return m.location == Location::kPayload; });
  return found == shape.members.end() ? nullptr : &*found;
}

const Member* header_member(const Shape& shape, std::string_view header) {
  const auto found = std::find_if(shape.members.begin(), shape.members.end(), [&](const Member& m) {
    return m.location == Location::kHeader && equal_ignoring_case(m.wire_name, header);
  });
  return found == shape.members.end() ? nullptr : &*found;
}

bool has_body_members(const Shape& shape) {
  return std::any_of(shape.members.begin(), shape.members.end(),
                     [](const Member& m) { return m.location == Location::kBody; });
}

Blob payload_bytes(const Member& payload, const void* structure) {
  const void* value = payload.get(structure, payload.offset);
  if (value == nullptr) return {};
  const Shape& shape = payload.shape();
  return shape.kind == Kind::kBlob ? *static_cast<const Blob*>(value) : Blob(shape.text(value));
}

void set_payload_bytes(const Member& payload, const Blob& bytes, void* structure) {
  if (bytes.empty()) return;
  void* value = payload.emplace(structure, payload.offset);
  const Shape& shape = payload.shape();
  if (shape.kind == Kind::kBlob) {
    *static_cast<Blob*>(value) = bytes;
  } else {
    shape.set_text(value, bytes.str());
  }
}

std::optional<BadBinding> read_request_bindings(const Operation& op, const WireRequest& request,
                                                void* in) {
  const bool is_elsewhere = !request.other_uri.empty();
  const std::string_view uri = is_elsewhere ? request.other_uri : op.name.uri;
  const PathLabels labels = match_path(uri, request.path).value_or(PathLabels{});
  for (const Member& member : op.input().members) {
    bool is_good = true;
    switch (member.location) {
      case Location::kPath:
        is_good = read_label(member, labels, in);
        break;
      case Location::kQuery:
        is_good = read_parameter(member, request.query, in);
        break;
      case Location::kHeader:
        is_good = read_header(member, request.http.headers, request.http.body.size(), in) ||
                  may_be_ignored(member);
        break;
      case Location::kHeaderPrefix:
        read_header_prefix(member, request.http.headers, in);
        break;
      case Location::kBody:
        if (is_elsewhere) is_good = read_parameter(member, request.query, in);
        break;
      default:
        break;
    }
    if (!is_good) return BadBinding{.member = member, .value = sent_value(member, request)};
  }
  return std::nullopt;
}

void write_request_bindings(const Operation& op, const void* in, HttpRequest& request) {
  request.method = op.name.method;
  request.target = expand(op, in);
  for (const Member& member : op.input().members) {
    if (member.location != Location::kQuery) continue;
    const void* value = member.get(in, member.offset);
    if (value != nullptr) write_parameter(member, value, request.target);
  }
  write_headers(op.input(), in, request.headers);
  request.headers.remove("Content-Length");
}

void write_response_bindings(const Operation& op, const void* out, HttpResponse& response) {
  response.status = op.name.status;
  const Shape& shape = op.output();
  for (const Member& member : shape.members) {
    if (member.location != Location::kStatus) continue;
    const void* value = member.get(out, member.offset);
    if (value != nullptr) response.status = static_cast<int>(member.shape().integer(value));
  }
  write_headers(shape, out, response.headers);
}

std::optional<BadBinding> read_response_bindings(const Operation& op, const HttpResponse& response,
                                                 void* out) {
  for (const Member& member : op.output().members) {
    if (member.location == Location::kStatus) {
      member.shape().set_integer(member.emplace(out, member.offset), response.status);
    } else if (member.location == Location::kHeaderPrefix) {
      read_header_prefix(member, response.headers, out);
    } else if (member.location == Location::kHeader &&
               !read_header(member, response.headers, response.body.size(), out)) {
      return BadBinding{.member = member, .value = {}};
    }
  }
  return std::nullopt;
}

}  // namespace emu::wire
