// ${name} in a scenario's texts.
#pragma once

#include <emu/result.h>
#include <emu/sim.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace emu::sim {

// Puts the deployment's outputs in; ${number} stays. An unknown name is an Error whose message
// lists those that there are.
Result<std::string> put_in_outputs(std::string_view text, const Outputs& outputs);

// A text in which ${number} stands for a number that changes.
class NumberedText {
 public:
  explicit NumberedText(std::string_view text = {});

  bool is_constant() const { return pieces_.size() == 1; }
  std::string with(std::uint64_t number) const;

 private:
  std::vector<std::string> pieces_;  // the number stands between each two
};

}  // namespace emu::sim
