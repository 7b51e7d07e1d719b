#include <emu/version.h>

#include <string>
#include <string_view>

#include "core/gate/operation_table.h"
#include "core/gate/world.h"
#include "core/json/json_writer.h"
#include "server/control/control.h"

namespace emu::server {

namespace {

// A server that answers has all of its services: they are one program.
void write_services(JsonWriter& writer, Cloud& cloud) {
  writer.key("services");
  writer.begin_object();
  std::string_view last;
  for (const OperationEntry* entry : cloud.world().operations().all()) {
    if (entry->service->name == last) continue;
    last = entry->service->name;
    writer.key(last);
    writer.string("running");
  }
  writer.end_object();
}

}  // namespace

ControlAnswer get_health(const ControlRequest& request) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.key("status");
  writer.string("running");
  writer.key("version");
  writer.string(version());
  write_services(writer, request.cloud);
  writer.end_object();
  return json_answer(std::move(json));
}

ControlAnswer get_client_health(const ControlRequest& request) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  write_services(writer, request.cloud);
  writer.key("edition");
  writer.string("emu");
  writer.key("version");
  writer.string(version());
  writer.end_object();
  return json_answer(std::move(json));
}

ControlAnswer get_version(const ControlRequest&) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.key("name");
  writer.string("emu");
  writer.key("version");
  writer.string(version());
  writer.end_object();
  return json_answer(std::move(json));
}

}  // namespace emu::server
