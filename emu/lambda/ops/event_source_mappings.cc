#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/limits.h"
#include "lambda/paging.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<EventSourceMappingConfiguration> Lambda::get_event_source_mapping(
    Call& call, const GetEventSourceMapping& in) {
  call.subject = in.uuid;
  const Mapping* mapping = region_of(call).stored.find_mapping(in.uuid);
  if (mapping == nullptr) return resource_not_found();
  return mapping->configuration;
}

Result<ListEventSourceMappingsResult> Lambda::list_event_source_mappings(
    Call& call, const ListEventSourceMappings& in) {
  State& stored = region_of(call).stored;
  std::string arn;
  if (in.function_name) {
    const auto reference = parse_function_reference(*in.function_name);
    arn = function_arn(
        reference->account.empty() ? std::string_view(stored.account) : reference->account,
        reference->region.empty() ? std::string_view(stored.region) : reference->region,
        reference->name);
  }
  const Mapping* at = stored.mappings.data();
  const Mapping* const end = at + stored.mappings.size();
  if (in.marker) {
    at = stored.find_mapping(*in.marker);
    if (at == nullptr) return marker_invalid();
  }
  ListEventSourceMappingsResult out;
  const std::size_t size = page_size(in.max_items, kMappingsPageMax);
  for (; at != end; ++at) {
    const EventSourceMappingConfiguration& configuration = at->configuration;
    if (in.event_source_arn && configuration.event_source_arn != *in.event_source_arn) continue;
    if (in.function_name && configuration.function_arn != arn) continue;
    if (out.event_source_mappings.size() == size) {
      out.next_marker = configuration.uuid;
      break;
    }
    out.event_source_mappings.push_back(configuration);
  }
  return out;
}

Result<EventSourceMappingConfiguration> Lambda::delete_event_source_mapping(
    Call& call, const DeleteEventSourceMapping& in) {
  call.subject = in.uuid;
  Region& region = region_of(call);
  Mapping* mapping = region.stored.find_mapping(in.uuid);
  if (mapping == nullptr) return resource_not_found();
  if (mapping->is_in_transition()) return mapping_is_busy();

  EventSourceMappingConfiguration answer = mapping->configuration;
  answer.state = "Deleting";
  mapping->is_enabled = false;
  mappings_.change(region, *mapping, answer.state);
  return answer;
}

}  // namespace emu::lambda
