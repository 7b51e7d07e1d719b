// The figures that expectations may name, by subject.
#pragma once

#include <emu/sim/scenario.h>

#include <span>
#include <string>
#include <string_view>

namespace emu::sim {

struct FigureKind {
  std::string_view name;
  bool is_time = false;         // else a count
  std::string_view whole = {};  // the figure of the same subject that is 100 %, if any
};

using Subject = FiguresExpectation::Subject;

std::span<const FigureKind> figures_of(Subject subject);
// "sent, answered, …", for people.
std::string names_of_figures(Subject subject);
// Null when the subject has no such figure.
const FigureKind* find_figure(Subject subject, std::string_view name);

// "requests.sent" or "messages.processed": a count that other expectations may refer to. Splits it;
// false when there is none of that name.
bool split_reference(std::string_view text, Subject& subject, std::string_view& name);

}  // namespace emu::sim
