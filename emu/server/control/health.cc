#include <emu/version.h>

#include <string>

#include "core/gate/service_profile.h"
#include "core/json/json_writer.h"
#include "server/control/control.h"

namespace emu::server {

namespace {

// A server that answers has all of its services: they are one program.
void write_services(JsonWriter& writer) {
  writer.key("services");
  writer.begin_object();
  for (const ServiceProfile* service : all_profiles()) {
    writer.member(service->name, "running");
  }
  writer.end_object();
}

}  // namespace

ControlAnswer get_health(const ControlRequest& request) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("status", "running");
  writer.member("version", version());
  writer.member("account", request.cloud.options().account);
  writer.member("region", request.cloud.options().region);
  write_services(writer);
  writer.end_object();
  return json_answer(std::move(json));
}

ControlAnswer get_version(const ControlRequest&) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("name", "emu");
  writer.member("version", version());
  writer.end_object();
  return json_answer(std::move(json));
}

}  // namespace emu::server
