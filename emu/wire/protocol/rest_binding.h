// Where the members of REST operations travel when they are not in the body: path, query, headers
// and status code.
//
// A member that is bound to Content-Length is read as the length of the body, unless there is none
// and the header tells what it would be, as in answers to HEAD. Requests do not carry it: whoever
// sends them knows the length.
#pragma once

#include <emu/blob.h>
#include <emu/description.h>
#include <emu/http.h>

#include <optional>
#include <string>
#include <string_view>

#include "wire/protocol/protocol.h"

namespace emu::wire {

// The member that is the whole body, or null.
const Member* payload_member(const Shape& shape);
// The member that travels in that header, or null.
const Member* header_member(const Shape& shape, std::string_view header);
// Whether the body is a document of members.
bool has_body_members(const Shape& shape);

// A payload of bytes or text, without copying bytes; empty when it is absent.
Blob payload_bytes(const Member& payload, const void* structure);
void set_payload_bytes(const Member& payload, const Blob& bytes, void* structure);

// A value that cannot be understood: "max-keys", "ten".
struct BadBinding {
  const Member& member;
  std::string value;
};

// Fills the members that are outside of the body. Nothing when all went well.
std::optional<BadBinding> read_request_bindings(const Operation& op, const WireRequest& request,
                                                void* in);
// Gives the request its target and headers.
void write_request_bindings(const Operation& op, const void* in, HttpRequest& request);

// Gives the response its status and headers.
void write_response_bindings(const Operation& op, const void* out, HttpResponse& response);
std::optional<BadBinding> read_response_bindings(const Operation& op, const HttpResponse& response,
                                                 void* out);

// Adds the headers of a structure of any kind, such as what an error carries.
void write_headers(const Shape& shape, const void* structure, HttpHeaders& headers);

}  // namespace emu::wire
