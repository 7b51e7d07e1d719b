#include "eventbridge/bus_event.h"

#include "core/json/json_writer.h"

namespace emu::eventbridge {

std::string seconds_text(Time time) {
  constexpr std::size_t kSecondsEnd = 19;
  return iso8601(time).substr(0, kSecondsEnd) + 'Z';
}

std::string event_text(const EventFields& fields) {
  std::string text;
  JsonWriter writer(text);
  writer.begin_object();
  writer.member("version", "0");
  writer.member("id", fields.id);
  writer.member("detail-type", fields.detail_type);
  writer.member("source", fields.source);
  writer.member("account", fields.account);
  writer.member("time", seconds_text(fields.time));
  writer.member("region", fields.region);
  writer.key("resources");
  writer.begin_array();
  for (const std::string& resource : fields.resources) writer.string(resource);
  writer.end_array();
  writer.key("detail");
  writer.raw(fields.detail);
  writer.end_object();
  return text;
}

}  // namespace emu::eventbridge
