// ListLayers, ListLayerVersions.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/text/base64.h"
#include "lambda/errors.h"
#include "lambda/layers.h"
#include "lambda/limits.h"
#include "lambda/paging.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

bool holds(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

template <class Op>
bool fits(const StoredLayerVersion& version, const Op& in) {
  if (in.compatible_runtime && !holds(version.compatible_runtimes, *in.compatible_runtime)) {
    return false;
  }
  return !in.compatible_architecture ||
         holds(version.compatible_architectures, *in.compatible_architecture);
}

}  // namespace

Result<ListLayersResult> Lambda::list_layers(Call& call, const ListLayers& in) {
  const std::map<std::string, StoredLayer>& layers = region_of(call).stored.layers;
  auto at = layers.begin();
  if (in.marker) {
    const std::optional<std::string> last = base64_decode(*in.marker);
    if (!last) return marker_invalid();
    at = layers.upper_bound(*last);
  }
  ListLayersResult out;
  const std::size_t size = page_size(in.max_items, kLayersPageMax);
  for (; at != layers.end(); ++at) {
    const auto& [name, layer] = *at;
    const auto latest =
        std::find_if(layer.versions.rbegin(), layer.versions.rend(),
                     [&](const StoredLayerVersion& version) { return fits(version, in); });
    if (latest == layer.versions.rend()) continue;
    if (out.layers.size() == size) {
      out.next_marker = base64_encode(out.layers.back().layer_name);
      break;
    }
    const LayerReference named = layer_reference_of(call, name);
    out.layers.push_back({.layer_name = name,
                          .layer_arn = named.layer_arn(),
                          .latest_matching_version = listed_version_of(named, *latest)});
  }
  return out;
}

Result<ListLayerVersionsResult> Lambda::list_layer_versions(Call& call,
                                                            const ListLayerVersions& in) {
  const LayerReference named = layer_reference_of(call, in.layer_name);
  call.subject = named.name;
  std::optional<std::int64_t> last;
  if (in.marker) {
    const std::optional<std::string> text = base64_decode(*in.marker);
    if (!text) return marker_invalid();
    last = std::strtoll(text->c_str(), nullptr, 10);
  }
  ListLayerVersionsResult out;
  const auto& layers = region_of(call).stored.layers;
  const auto found = layers.find(named.name);
  const bool is_here = named.account == call.account() && named.region == call.region();
  if (!is_here || found == layers.end()) return out;
  const std::vector<StoredLayerVersion>& versions = found->second.versions;
  const std::size_t size = page_size(in.max_items, kLayersPageMax);
  for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
    if ((last && version->version >= *last) || !fits(*version, in)) continue;
    if (out.layer_versions.size() == size) {
      out.next_marker = base64_encode(std::to_string(out.layer_versions.back().version));
      break;
    }
    out.layer_versions.push_back(listed_version_of(named, *version));
  }
  return out;
}

}  // namespace emu::lambda
