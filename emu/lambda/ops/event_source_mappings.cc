#include <algorithm>

#include "lambda/errors.h"
#include "lambda/function_reference.h"
#include "lambda/limits.h"
#include "lambda/paging.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<EventSourceMappingConfiguration> Lambda::get_event_source_mapping(
    Call& call, const GetEventSourceMapping& in) {
  call.subject = in.uuid;
  const std::shared_ptr<Mapping> mapping = find_mapping(state_of(call), in.uuid);
  if (mapping == nullptr) return resource_not_found();
  return mapping->configuration;
}

Result<ListEventSourceMappingsResult> Lambda::list_event_source_mappings(
    Call& call, const ListEventSourceMappings& in) {
  State& state = state_of(call);
  std::string arn;
  if (in.function_name) {
    const auto reference = parse_function_reference(*in.function_name);
    arn = function_arn(state.account, state.region, reference->name);
    if (state.find(reference->name) == nullptr) return function_not_found(arn);
  }
  auto at = state.mappings.begin();
  if (in.marker) {
    at = std::find(state.mappings.begin(), state.mappings.end(), find_mapping(state, *in.marker));
    if (at == state.mappings.end()) return marker_invalid();
  }
  ListEventSourceMappingsResult out;
  const std::size_t size = page_size(in.max_items, kMappingsPageMax);
  for (; at != state.mappings.end(); ++at) {
    const EventSourceMappingConfiguration& configuration = (*at)->configuration;
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
  State& state = state_of(call);
  const std::shared_ptr<Mapping> mapping = find_mapping(state, in.uuid);
  if (mapping == nullptr) return resource_not_found();
  if (is_in_transition(*mapping)) return mapping_is_busy();
  mappings_.remove(state, mapping);
  return mapping->configuration;
}

}  // namespace emu::lambda
