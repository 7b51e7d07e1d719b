#include "sim/figures.h"

#include <array>

namespace emu::sim {

namespace {

constexpr std::array<FigureKind, 8> kRequests = {{{"sent"},
                                                  {"answered", false, "sent"},
                                                  {"succeeded", false, "sent"},
                                                  {"failed", false, "sent"},
                                                  {"p50", true},
                                                  {"p90", true},
                                                  {"p99", true},
                                                  {"max", true}}};
constexpr std::array<FigureKind, 8> kMessages = {{{"sent"},
                                                  {"processed", false, "sent"},
                                                  {"redriven", false, "sent"},
                                                  {"expired", false, "sent"},
                                                  {"p50", true},
                                                  {"p90", true},
                                                  {"p99", true},
                                                  {"max", true}}};
constexpr std::array<FigureKind, 5> kQueue = {
    {{"total"}, {"visible"}, {"in_flight"}, {"delayed"}, {"most"}}};
constexpr std::array<FigureKind, 8> kFunction = {{{"invocations"},
                                                  {"errors", false, "invocations"},
                                                  {"throttles"},
                                                  {"concurrency"},
                                                  {"p50", true},
                                                  {"p90", true},
                                                  {"p99", true},
                                                  {"max", true}}};
constexpr std::array<FigureKind, 2> kCalls = {{{"made"}, {"failed", false, "made"}}};

}  // namespace

std::span<const FigureKind> figures_of(Subject subject) {
  switch (subject) {
    case Subject::kRequests:
      return kRequests;
    case Subject::kMessages:
      return kMessages;
    case Subject::kQueue:
      return kQueue;
    case Subject::kFunction:
      return kFunction;
    case Subject::kCalls:
      return kCalls;
  }
  return {};
}

std::string names_of_figures(Subject subject) {
  std::string names;
  for (const FigureKind& figure : figures_of(subject)) {
    names += (names.empty() ? "" : ", ") + std::string(figure.name);
  }
  return names;
}

const FigureKind* find_figure(Subject subject, std::string_view name) {
  for (const FigureKind& figure : figures_of(subject)) {
    if (figure.name == name) return &figure;
  }
  return nullptr;
}

bool split_reference(std::string_view text, Subject& subject, std::string_view& name) {
  const std::size_t dot = text.find('.');
  if (dot == text.npos) return false;
  const std::string_view first = text.substr(0, dot);
  if (first != "requests" && first != "messages") return false;
  subject = first == "requests" ? Subject::kRequests : Subject::kMessages;
  name = text.substr(dot + 1);
  const FigureKind* figure = find_figure(subject, name);
  return figure != nullptr && !figure->is_time;
}

}  // namespace emu::sim
