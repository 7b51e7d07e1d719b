#include "wire/protocol/json_error.h"

#include <emu/description.h>

#include <utility>

#include "core/json/json_codec.h"
#include "wire/protocol/protocol.h"

namespace emu::wire {

void write_error_members(const Error& error, JsonWriter& writer) {
  for (const auto& [name, value] : error.fields) {
    writer.key(name);
    writer.string(value);
  }
  if (!error.detail) return;
  for (const Member& member : error.detail->shape().members) {
    const void* value = member.get(error.detail->value(), member.offset);
    if (value == nullptr) continue;
    writer.key(member.wire_name);
    write_json(member.shape(), value, writer);
  }
}

std::string_view bare_error_code(std::string_view type) {
  type = type.substr(0, type.find(':'));
  const auto hash = type.rfind('#');
  return hash == std::string_view::npos ? type : type.substr(hash + 1);
}

Error read_json_error(const HttpResponse& response) {
  Error error = malformed_answer(response.status);
  if (const std::string* type = response.headers.find("x-amzn-errortype")) {
    error.code = bare_error_code(*type);
    error.message.clear();
  }
  std::string why;
  const auto document = JsonDocument::parse(response.body, why);
  if (!document || document->root().type() != JsonView::Type::kObject) return error;
  document->root().each_member([&](std::string_view key, const JsonView& value) {
    if (value.type() != JsonView::Type::kString) return true;
    if (key == "__type") {
      error.code = bare_error_code(value.string());
    } else if (key == "message" || key == "Message") {
      error.message = value.string();
    } else {
      error.fields.emplace_back(key, value.string());
    }
    return true;
  });
  return error;
}

}  // namespace emu::wire
