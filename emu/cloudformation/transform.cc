#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cloudformation/advice.h"
#include "cloudformation/loops.h"
#include "cloudformation/sam/serverless.h"
#include "cloudformation/sections.h"

namespace emu::cloudformation {

namespace {

constexpr std::array<std::string_view, 2> kTransforms = {kServerlessTransform, kLanguageExtensions};

}  // namespace

Result<Template> transform(const Template& from, const ParameterValues& parameters) {
  if (from.transforms.empty()) return from;
  const Place place = from.root.find("Transform")->place;
  for (const std::string& name : from.transforms) {
    if (std::find(kTransforms.begin(), kTransforms.end(), name) != kTransforms.end()) continue;
    return make_error(from.file, place, fmt::format("No transform named {} found.", name),
                      advice_for(name, kTransforms));
  }
  const auto has = [&](std::string_view name) {
    return std::find(from.transforms.begin(), from.transforms.end(), name) != from.transforms.end();
  };
  Node root = from.root;
  root.remove("Transform");
  if (has(kLanguageExtensions)) EMU_CHECK(expand_loops(root, from, parameters));
  if (has(kServerlessTransform)) EMU_CHECK(sam::apply_serverless(root, from, parameters));
  // The functions of the extensions stay, and an Evaluation knows them.
  if (has(kLanguageExtensions)) root.set("Transform", text_node(kLanguageExtensions, place));
  return check_template(std::move(root), from.file);
}

}  // namespace emu::cloudformation
