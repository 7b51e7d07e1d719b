// Layers: how they are named, and what functions get of them.
#pragma once

#include <emu/lambda/function.h>
#include <emu/lambda/layer.h>
#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "lambda/state.h"

namespace emu::lambda {

struct LayerReference {
  std::string partition = "aws";
  std::string region = {};
  std::string account = {};
  std::string name = {};
  std::int64_t version = 0;

  std::string layer_arn() const;  // without the version
  std::string arn() const;
};

// Of "deps", of "arn:aws:lambda:us-east-1:123456789012:layer:deps", and of that with ":3".
LayerReference layer_reference_of(const Call& call, std::string_view text);

LayerVersion layer_version_of(const LayerReference& named, const StoredLayerVersion& stored);
LayerVersionsListItem listed_version_of(const LayerReference& named,
                                        const StoredLayerVersion& stored);

struct ChosenLayers {
  std::vector<Layer> listed = {};  // as the function's configuration has them
  std::vector<LayerContent> contents = {};
};

// Nothing that is known of code that is not looked at.
Status check_together(std::int64_t unzipped_bytes, const std::vector<LayerContent>& layers);

}  // namespace emu::lambda
