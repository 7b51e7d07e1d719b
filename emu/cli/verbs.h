// The verbs of the program, each in a file of its own. Each gets the arguments after its name and
// gives the program's exit code.
#pragma once

#include <span>
#include <string_view>

namespace emu::cli {

inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;         // an expectation does not hold, or no server answers
inline constexpr int kExitUnusable = 2;       // wrong use, or a file that cannot be used
inline constexpr int kExitInterrupted = 130;  // as after SIGINT

int run_scenario(std::span<char* const> arguments);
int serve(std::span<char* const> arguments);
int aws(std::span<char* const> arguments);
int env(std::span<char* const> arguments);
int wait(std::span<char* const> arguments);
int status(std::span<char* const> arguments);
int clock(std::span<char* const> arguments);
int reset(std::span<char* const> arguments);
int fault(std::span<char* const> arguments);
int deploy(std::span<char* const> arguments);
int invoke(std::span<char* const> arguments);
int logs_of(std::span<char* const> arguments);
int operations(std::span<char* const> arguments);
int print_version(std::span<char* const> arguments);

// Says on stderr what is wrong with the use, and gives kExitUnusable. `hint` names a command that
// helps.
int refuse_use(std::string_view what, std::string_view hint);

}  // namespace emu::cli
