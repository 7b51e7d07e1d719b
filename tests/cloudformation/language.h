// Templates in tests of the language: evaluated with resources that have made-up ids.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "cloudformation/evaluation.h"

namespace emu::cloudformation::test {

using Json = nlohmann::json;

inline PseudoParameters pseudo() {
  return {.account_id = "111122223333",
          .region = "eu-west-1",
          .stack_id = "arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/1",
          .stack_name = "shop"};
}

// Ref gives "<logical id>-id", GetAtt "<logical id>.<attribute>".
inline Surroundings surroundings() {
  Surroundings outside;
  outside.ref = [](const Resource& resource) { return Result<Json>(resource.logical_id + "-id"); };
  outside.get_att = [](const Resource& resource, std::string_view attribute) {
    return Result<Json>(resource.logical_id + "." + std::string(attribute));
  };
  outside.import_value = [](std::string_view name) {
    return Result<std::string>("imported " + std::string(name));
  };
  return outside;
}

inline Result<Evaluation> evaluate(std::string_view text, const ParameterValues& given = {}) {
  EMU_TRY(const Template& read, read_template(text, "t.yaml"));
  EMU_TRY(Template && plain, transform(read, given));
  return Evaluation::start(std::move(plain), given, pseudo(), surroundings());
}

// The message of the first thing that is wrong with a template, up to its outputs.
inline std::string mistake(std::string_view text, const ParameterValues& given = {}) {
  const auto evaluation = evaluate(text, given);
  if (!evaluation) return evaluation.error().message;
  for (const Resource* resource : evaluation->creation_order()) {
    const auto properties = evaluation->properties(*resource);
    if (!properties) return properties.error().message;
  }
  const auto outputs = evaluation->outputs();
  return outputs ? "" : outputs.error().message;
}

}  // namespace emu::cloudformation::test
