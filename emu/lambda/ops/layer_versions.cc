// GetLayerVersion, GetLayerVersionByArn, DeleteLayerVersion.
#include <string>
#include <vector>

#include "lambda/layers.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<LayerVersion> Lambda::get_layer_version(Call& call, const GetLayerVersion& in) {
  LayerReference named = layer_reference_of(call, in.layer_name);
  named.version = in.version_number;
  call.subject = named.name;
  return find_layer_version(call, named);
}

Result<LayerVersion> Lambda::get_layer_version_by_arn(Call& call, const GetLayerVersionByArn& in) {
  const LayerReference named = layer_reference_of(call, in.arn);
  call.subject = named.name;
  return find_layer_version(call, named);
}

// The layer's count of versions stays when none is left.
Result<Nothing> Lambda::delete_layer_version(Call& call, const DeleteLayerVersion& in) {
  const LayerReference named = layer_reference_of(call, in.layer_name);
  call.subject = named.name;
  if (named.account != call.account() || named.region != call.region()) return Nothing{};
  auto& layers = region_of(call).stored.layers;
  const auto found = layers.find(named.name);
  if (found == layers.end()) return Nothing{};
  std::erase_if(found->second.versions, [&](const StoredLayerVersion& version) {
    return version.version == in.version_number;
  });
  return Nothing{};
}

}  // namespace emu::lambda
