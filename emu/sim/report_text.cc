#include <emu/sim/report.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "sim/depth_series.h"
#include "sim/quantities.h"
#include "sim/text_table.h"

namespace emu::sim {

bool Report::passed() const {
  return !interrupted && std::all_of(verdicts.begin(), verdicts.end(),
                                     [](const Verdict& verdict) { return verdict.passed; });
}

namespace {

constexpr std::string_view kIndent = "  ";

class Printer {
 public:
  Printer(const Report& report, const TextOptions& options) : report_(report), options_(options) {}

  std::string print() {
    heading();
    if (report_.deployment_refused) {
      refusal();
    } else {
      traffic();
      times();
      for (const QueueFigures& queue : report_.queues) chart(queue);
      functions();
      calls();
      faults();
    }
    verdicts();
    advice();
    closing();
    return std::move(out_);
  }

 private:
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    out_ += '\n';
  }
  std::string styled(std::string_view text, std::string_view code) const {
    return options_.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }
  void title(std::string_view text) {
    out_ += '\n';
    line("{}", styled(text, "1"));
  }
  void table(const TextTable& table) { out_ += table.text(kIndent); }

  void heading();
  void refusal();
  void traffic();
  void times();
  void chart(const QueueFigures& queue);
  void functions();
  void calls();
  void faults();
  void verdicts();
  void verdict(const Verdict& verdict, std::size_t width);
  void advice();
  void closing();
  // The text at most as wide as the report, broken between words.
  void paragraph(std::string_view text, std::string_view indent);

  const Report& report_;
  const TextOptions& options_;
  std::string out_;
};

// "99.98%", rounded so that only all is 100% and only none is 0%.
std::string share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "";
  if (part == whole) return "100%";
  const std::uint64_t rounded = (part * 10'000 + whole / 2) / whole;
  const auto hundredths = std::clamp<std::uint64_t>(rounded, part > 0 ? 1 : 0, 9'999);
  return format_percent(static_cast<std::int64_t>(hundredths * 10));
}

void Printer::paragraph(std::string_view text, std::string_view indent) {
  const auto width = static_cast<std::size_t>(std::max(options_.width, 40));
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view rest = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (columns(indent) + columns(rest) > width) {
      const std::size_t space = rest.rfind(' ', width - indent.size());
      if (space == rest.npos || space == 0) break;
      line("{}{}", indent, rest.substr(0, space));
      rest.remove_prefix(space + 1);
    }
    line("{}{}", rest.empty() ? std::string_view() : indent, rest);
  }
}

void Printer::heading() {
  line("{}", styled(report_.scenario, "1"));
  if (!report_.shows.empty()) paragraph(report_.shows, "");
}

void Printer::refusal() {
  title("AWS refused the deployment");
  line("{}{}", kIndent, styled(report_.deployment_refused->code, "1"));
  paragraph(report_.deployment_refused->message, kIndent);
}

void Printer::traffic() {
  const RequestFigures& r = report_.requests;
  const MessageFigures& m = report_.messages;
  if (r.sent == 0 && m.sent == 0) return;
  title("Traffic");
  TextTable t;
  if (r.sent > 0) {
    t.add({"requests sent", format_count(r.sent)});
    t.add({"  succeeded", format_count(r.succeeded), share(r.succeeded, r.sent)});
    for (const auto& [status, count] : r.by_status) {
      t.add({fmt::format("  answered {}", status), format_count(count), share(count, r.sent)});
    }
    if (r.answered < r.sent) {
      t.add({"  not answered", format_count(r.sent - r.answered),
             share(r.sent - r.answered, r.sent)});
    }
  }
  if (m.sent > 0) {
    t.add({"messages sent", format_count(m.sent)});
    t.add({"  processed", format_count(m.processed), share(m.processed, m.sent)});
    if (m.redriven > 0) {
      t.add({"  moved to a DLQ", format_count(m.redriven), share(m.redriven, m.sent)});
    }
    if (m.expired > 0) t.add({"  expired", format_count(m.expired), share(m.expired, m.sent)});
    const std::uint64_t left = m.sent - std::min(m.sent, m.processed + m.redriven + m.expired);
    if (left > 0) t.add({"  still there", format_count(left), share(left, m.sent)});
  }
  table(t);
}

void Printer::times() {
  TextTable t;
  t.add({"", "p50", "p90", "p99", "max"});
  bool any = false;
  const auto row = [&](const std::string& name, const Percentiles& p) {
    if (p.count == 0) return;
    any = true;
    t.add({name, format_duration(p.p50), format_duration(p.p90), format_duration(p.p99),
           format_duration(p.max)});
  };
  row("request to answer", report_.requests.answer);
  row("message sent to processed", report_.messages.latency);
  for (const FunctionFigures& f : report_.functions) row("run of " + f.name, f.duration);
  if (!any) return;
  title("Times");
  table(t);
}

void Printer::chart(const QueueFigures& queue) {
  title("Queue " + queue.name);
  if (queue.most == 0) {
    line("{}Empty at every full second: each message was processed within it.", kIndent);
    return;
  }
  std::vector<std::int64_t> depths;
  for (const sqs::QueueDepth& sample : queue.samples) depths.push_back(total(sample));
  // The idle end would only squeeze what is to be seen.
  while (depths.size() > 1 && depths.back() == 0) depths.pop_back();
  if (depths.size() < queue.samples.size()) depths.push_back(0);
  const Duration shown = queue.interval * static_cast<std::int64_t>(depths.size());
  line("{}messages in it at each full second, {} at most", kIndent, format_count(queue.most));
  const std::vector<std::string> labels = {"0", format_duration(shown / 2), format_duration(shown)};
  const ChartOptions options{.width = static_cast<std::size_t>(std::max(options_.width, 40)),
                             .utf8 = options_.utf8};
  for (const std::string& row : draw_chart(depths, labels, options)) line("{}", row);
}

void Printer::functions() {
  if (report_.functions.empty()) return;
  title("Functions");
  TextTable t;
  t.add({"", "invocations", "errors", "throttles", "concurrency"});
  for (const FunctionFigures& f : report_.functions) {
    t.add({f.name, format_count(f.invocations), format_count(f.errors), format_count(f.throttles),
           format_count(f.concurrency)});
  }
  table(t);
}

void Printer::calls() {
  if (report_.calls.empty()) return;
  title("Calls");
  TextTable t;
  t.add({"", "made", "failed"});
  for (const CallFigures& call : report_.calls) {
    t.add(
        {call.service + " " + call.operation, format_count(call.made), format_count(call.failed)});
  }
  table(t);
}

void Printer::faults() {
  if (report_.faults.empty()) return;
  title("Faults");
  TextTable t;
  t.add({"", "matched", "injected"});
  for (const FaultFigures& fault : report_.faults) {
    t.add({fault.rule, format_count(fault.matched), format_count(fault.injected)});
  }
  table(t);
}

void Printer::verdict(const Verdict& verdict, std::size_t width) {
  const std::string mark = verdict.passed ? styled("PASS", "32") : styled("FAIL", "1;31");
  const std::string padding(width - std::min(width, columns(verdict.expected)), ' ');
  std::string text = verdict.expected + padding + "  " + verdict.measured;
  text.erase(text.find_last_not_of(' ') + 1);
  line("{}{}  {}", kIndent, mark, text);
  if (!verdict.reason.empty()) paragraph(verdict.reason, "        ");
}

void Printer::verdicts() {
  title("Expectations");
  if (report_.verdicts.empty()) line("{}There are none.", kIndent);
  std::size_t width = 0;
  const auto limit = static_cast<std::size_t>(std::max(options_.width, 40) - 20);
  for (const Verdict& v : report_.verdicts) {
    if (columns(v.expected) <= limit) width = std::max(width, columns(v.expected));
  }
  for (const Verdict& v : report_.verdicts) verdict(v, width);
  for (const std::string& skipped : report_.skipped) paragraph("not judged: " + skipped, kIndent);
}

void Printer::advice() {
  if (report_.advice.empty()) return;
  title("What to do");
  paragraph(report_.advice, kIndent);
}

void Printer::closing() {
  out_ += '\n';
  const auto failed = static_cast<std::size_t>(
      std::count_if(report_.verdicts.begin(), report_.verdicts.end(),
                    [](const Verdict& verdict) { return !verdict.passed; }));
  if (report_.interrupted) line("{}", styled("Interrupted: this is how far it went.", "1;31"));
  const std::size_t all = report_.verdicts.size();
  if (failed > 0) {
    const std::string text = all == 1 ? "The expectation failed."
                                      : fmt::format("{} of {} expectations failed.", failed, all);
    line("{}", styled(text, "1;31"));
  } else if (all > 0 && !report_.interrupted) {
    const std::string text =
        all == 1 ? "The expectation holds." : fmt::format("All {} expectations hold.", all);
    line("{}", styled(text, "32"));
  }
  if (!report_.deployment_refused) {
    const double wall = std::max(static_cast<double>(report_.wall_time.count()) / 1e6, 1e-6);
    const double factor = static_cast<double>(report_.virtual_time.count()) / 1e6 / wall;
    line("{} of virtual time in {}: {} times real time, {} events a second.",
         format_duration(report_.virtual_time), format_duration(report_.wall_time),
         format_count(static_cast<std::int64_t>(factor)),
         format_count(static_cast<std::int64_t>(static_cast<double>(report_.trace_events) / wall)));
    if (!report_.settled && !report_.interrupted) line("It was ended by its time limit.");
  }
  line("Region {}, seed {}, {} trace events, digest {}", report_.region, report_.seed,
       format_count(report_.trace_events), report_.digest);
}

}  // namespace

std::string report_text(const Report& report, const TextOptions& options) {
  return Printer(report, options).print();
}

}  // namespace emu::sim
