// The options of one verb: a small table that parses them and prints its own help. An own one,
// because a handful of flags does not pay for the ten seconds that compiling a library for them
// would take.
#pragma once

#include <emu/result.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace emu::cli {

class Flags {
 public:
  // `name` begins with "--". The targets must outlive the table.
  void add_switch(std::string_view name, bool& target, std::string_view help);
  void add_value(std::string_view name, std::string_view value_name, std::string& target,
                 std::string_view help);
  // May be given several times; each adds one.
  void add_list(std::string_view name, std::string_view value_name,
                std::vector<std::string>& target, std::string_view help);

  // Sets the targets and gives the other arguments in their order. "--name value" and
  // "--name=value" are the same; after "--" nothing is an option. An Error says what is wrong with
  // the use.
  Result<std::vector<std::string>> parse(std::span<char* const> arguments) const;

  // Sets the targets from variables of the environment: with the prefix "EMU_" that of
  // "--allow-host" is EMU_ALLOW_HOST. Values of lists stand between commas, those of switches are 1
  // or 0. What is parsed afterwards takes their place, or is added to a list.
  Status read_environment(std::string_view prefix) const;

  // A line for each option, in the order in which they were added.
  std::string help() const;

 private:
  struct Flag {
    std::string_view name;
    std::string_view value_name;
    std::string_view help;
    bool* on;
    std::string* value;
    std::vector<std::string>* list;

    void set(std::string text) const;
    Status set_from(const std::string& variable, std::string_view text) const;
  };
  const Flag* find(std::string_view name) const;
  std::string names() const;  // for people

  std::vector<Flag> flags_;
};

// An Error of how the program was called, and its code.
inline constexpr const char* kUsageError = "Usage";
Error usage_error(std::string message);

}  // namespace emu::cli
