// Input: what a target is given of an event: all of it, a part, a text of its own, or what an input
// transformer makes of it.
// Source: Amazon EventBridge User Guide, "Amazon EventBridge input transformation".
#pragma once

#include <emu/eventbridge/targets.h>
#include <emu/result.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/json/json_view.h"
#include "eventbridge/json_path.h"

namespace emu::eventbridge {

// An event as an input is made of it.
struct InputSource {
  std::string_view text;  // the event as JSON
  const JsonView& event;
  std::string_view rule_arn;
  std::string_view rule_name;
  std::string_view ingestion_time;
};

class Input {
 public:
  // Of a target that says at most one thing about it; what is wrong names the target.
  static Result<Input> of(const Target& target);

  // Nothing is to be made: the target is given the event as it is.
  bool is_whole_event() const { return !constant_ && !path_ && !template_; }
  // The error is that it would be larger than kInputBytesMax.
  Result<std::string> make(const InputSource& source) const;

 private:
  // The value of a variable as JSON; nothing for one that the event does not have.
  std::optional<std::string> value_of(std::string_view name, const InputSource& source) const;
  Status check_template(const std::string& target_id) const;
  Result<std::string> fill_template(const InputSource& source) const;

  std::optional<std::string> constant_ = {};
  std::optional<JsonPath> path_ = {};
  std::map<std::string, JsonPath, std::less<>> variables_ = {};
  std::optional<std::string> template_ = {};
};

}  // namespace emu::eventbridge
