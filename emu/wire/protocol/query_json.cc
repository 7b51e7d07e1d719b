#include "wire/protocol/query_json.h"

#include <emu/description.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/json/json_codec.h"
#include "core/json/json_writer.h"

namespace emu::wire {

namespace {

const Protocol& query() { return protocol_of(ProtocolKind::kQuery); }

HttpResponse json_response(int status, std::string body, std::string_view request_id) {
  HttpResponse response{.status = status};
  response.headers.add("x-amzn-RequestId", std::string(request_id));
  response.headers.add("Content-Type", "application/json");
  response.body = Blob(std::move(body));
  return response;
}

class PlainJsonWriter {
 public:
  PlainJsonWriter(const ServiceProfile& service, JsonWriter& json)
      : protocol_(find_protocol(service, ProtocolKind::kQuery)), json_(json) {
    EMU_ASSERT(protocol_ != nullptr, "the router chose a protocol that the service speaks");
  }

  void structure(const Shape& shape, const void* value) {
    std::vector<std::pair<std::string_view, const Member*>> members;
    members.reserve(shape.members.size());
    for (const Member& member : shape.members) members.emplace_back(name_of(member), &member);
    std::sort(members.begin(), members.end());
    json_.begin_object();
    for (const auto& [name, member] : members) {
      json_.key(name);
      const void* held = member->get(value, member->offset);
      if (held == nullptr) {
        json_.null();
      } else {
        element(*member, member->shape(), held);
      }
    }
    json_.end_object();
  }

 private:
  std::string_view name_of(const Member& member) const {
    for (const auto& [name, older] : protocol_->older_json_names) {
      if (name == member.wire_name) return older;
    }
    return member.wire_name;
  }

  void element(const Member& member, const Shape& shape, const void* value) {
    switch (shape.kind) {
      case Kind::kStructure:
        return structure(shape, value);
      case Kind::kList:
        json_.begin_array();
        for (std::size_t i = 0; i < shape.size(value); ++i) {
          element(member, shape.element(), shape.at(value, i));
        }
        return json_.end_array();
      case Kind::kMap:
        return map(member, shape, value);
      default:
        return write_json(shape, value, json_);
    }
  }

  void map(const Member& member, const Shape& shape, const void* value) {
    struct Visitor {
      PlainJsonWriter& self;
      const Member& member;
      const Shape& element;
    } visitor{*this, member, shape.element()};
    json_.begin_array();
    shape.each(value, &visitor, [](void* v, std::string_view key, const void* held) {
      const auto& at = *static_cast<Visitor*>(v);
      at.self.json_.begin_object();
      at.self.json_.member(at.member.map_key, key);
      at.self.json_.key(at.member.map_value);
      at.self.element(at.member, at.element, held);
      at.self.json_.end_object();
    });
    json_.end_array();
  }

  const ProtocolProfile* protocol_;
  JsonWriter& json_;
};

void write_metadata(std::string_view request_id, JsonWriter& json) {
  json.key("ResponseMetadata");
  json.begin_object();
  json.member("RequestId", request_id);
  json.end_object();
}

}  // namespace

Status QueryJsonProtocol::read_request(const Operation& op, const WireRequest& request,
                                       void* in) const {
  return query().read_request(op, request, in);
}

HttpResponse QueryJsonProtocol::write_result(const Operation& op, const void* out,
                                             std::string_view request_id) const {
  const std::string result_name = fmt::format("{}Result", op.name.name);
  const bool has_result = &op.output() != &shape_of<Nothing>();
  const bool result_is_first = result_name < "ResponseMetadata";
  std::string body;
  JsonWriter json(body);
  json.begin_object();
  json.key(fmt::format("{}Response", op.name.name));
  json.begin_object();
  if (!result_is_first) write_metadata(request_id, json);
  if (has_result) {
    json.key(result_name);
    PlainJsonWriter(profile_of(op), json).structure(op.output(), out);
  }
  if (result_is_first) write_metadata(request_id, json);
  json.end_object();
  json.end_object();
  return json_response(200, std::move(body), request_id);
}

HttpResponse QueryJsonProtocol::write_error(const ServiceProfile& service, const Error& error,
                                            std::string_view request_id) const {
  std::string body;
  JsonWriter json(body);
  json.begin_object();
  json.key("Error");
  json.begin_object();
  json.member("Code", query_error_code(service, error.code));
  json.member("Message", query_error_message(service, error));
  json.member("Type", error.status < 500 ? "Sender" : "Receiver");
  json.end_object();
  json.member("RequestId", request_id);
  json.end_object();
  return json_response(error.status, std::move(body), request_id);
}

HttpRequest QueryJsonProtocol::write_request(const Operation& op, const void* in) const {
  return query().write_request(op, in);
}

Status QueryJsonProtocol::read_response(const Operation& op, const HttpResponse& response,
                                        void* out) const {
  return query().read_response(op, response, out);
}

}  // namespace emu::wire
