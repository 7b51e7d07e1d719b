#include <emu/arn.h>
#include <emu/lambda.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sim/depth_series.h"
#include "sim/figures.h"
#include "sim/judge.h"
#include "sim/quantities.h"

namespace emu::sim {

namespace {

std::int64_t as_signed(std::uint64_t count) { return static_cast<std::int64_t>(count); }

std::optional<std::int64_t> time_figure(const Percentiles& times, std::string_view name) {
  if (name == "p50") return times.p50.count();
  if (name == "p90") return times.p90.count();
  if (name == "p99") return times.p99.count();
  if (name == "max") return times.max.count();
  return std::nullopt;
}

std::int64_t request_figure(const RequestFigures& requests, std::string_view name) {
  if (const auto time = time_figure(requests.answer, name)) return *time;
  if (name == "sent") return as_signed(requests.sent);
  if (name == "answered") return as_signed(requests.answered);
  if (name == "succeeded") return as_signed(requests.succeeded);
  return as_signed(requests.sent - requests.succeeded);  // failed
}

std::int64_t message_figure(const MessageFigures& messages, std::string_view name) {
  if (const auto time = time_figure(messages.latency, name)) return *time;
  if (name == "sent") return as_signed(messages.sent);
  if (name == "processed") return as_signed(messages.processed);
  if (name == "redriven") return as_signed(messages.redriven);
  return as_signed(messages.expired);
}

std::int64_t function_figure(const FunctionFigures& function, std::string_view name) {
  if (const auto time = time_figure(function.duration, name)) return *time;
  if (name == "invocations") return as_signed(function.invocations);
  if (name == "errors") return as_signed(function.errors);
  if (name == "throttles") return as_signed(function.throttles);
  return as_signed(function.concurrency);
}

// The last part of a queue's URL or ARN.
std::string queue_name(const std::string& queue) {
  return queue.substr(queue.find_last_of(":/") + 1);
}

std::int64_t queue_figure(const std::string& queue, std::string_view name,
                          const Evidence& evidence) {
  if (name == "most") {
    for (const QueueFigures& figures : evidence.report.queues) {
      if (figures.name == queue_name(queue)) return figures.most;
    }
    return 0;
  }
  const sqs::QueueDepth depth = evidence.depth(queue);
  if (name == "visible") return depth.visible;
  if (name == "in_flight") return depth.in_flight;
  if (name == "delayed") return depth.delayed;
  return total(depth);
}

std::int64_t measured(const FiguresExpectation& of, std::string_view name,
                      const Evidence& evidence) {
  const Report& report = evidence.report;
  switch (of.subject) {
    case Subject::kRequests:
      return request_figure(report.requests, name);
    case Subject::kMessages:
      return message_figure(report.messages, name);
    case Subject::kQueue:
      return queue_figure(of.name, name, evidence);
    case Subject::kFunction:
      // A function that was never called has no figures, which are zero then.
      for (const FunctionFigures& function : report.functions) {
        if (function.name == of.name) return function_figure(function, name);
      }
      return 0;
    case Subject::kCalls:
      for (const CallFigures& calls : report.calls) {
        if (calls.service + ":" + calls.operation != of.name) continue;
        return as_signed(name == "made" ? calls.made : calls.failed);
      }
      return 0;
  }
  return 0;
}

// A bound's value; a percentage is of `whole`.
std::int64_t resolved(const Amount& amount, std::int64_t whole, const Report& report) {
  switch (amount.kind) {
    case Amount::Kind::kCount:
    case Amount::Kind::kDuration:
      return amount.value;
    case Amount::Kind::kPercent:
      // Rounded up: 99.9 % of 10 are 10.
      return whole / 100'000 * amount.value + (whole % 100'000 * amount.value + 99'999) / 100'000;
    case Amount::Kind::kFigure: {
      Subject subject{};
      std::string_view name;
      if (!split_reference(amount.figure, subject, name)) return 0;
      return subject == Subject::kRequests ? request_figure(report.requests, name)
                                           : message_figure(report.messages, name);
    }
  }
  return 0;
}

std::string amount_text(const Amount& amount, std::int64_t value) {
  switch (amount.kind) {
    case Amount::Kind::kCount:
      return format_count(value);
    case Amount::Kind::kDuration:
      return format_duration(Duration(value));
    case Amount::Kind::kPercent:
      return format_percent(amount.value);
    case Amount::Kind::kFigure:
      return fmt::format("{} ({})", amount.figure, format_count(value));
  }
  return {};
}

// What all judgements of one condition have in common.
struct Judgement {
  const Condition& condition;
  std::int64_t measured;
  std::int64_t whole;  // what percentages are of
  bool is_time;

  std::string value_text(std::int64_t value) const {
    return is_time ? format_duration(Duration(value)) : format_count(value);
  }

  Verdict verdict(const std::string& subject, const Report& report) const {
    Verdict verdict{.passed = true, .expected = subject + condition.figure};
    const auto bound = [&](const std::optional<Amount>& amount, const char* words, auto holds,
                           const char* too) {
      if (!amount) return;
      const std::int64_t limit = resolved(*amount, whole, report);
      verdict.expected += std::string(words) + amount_text(*amount, limit);
      if (holds(measured, limit)) return;
      verdict.passed = false;
      const std::int64_t off = measured > limit ? measured - limit : limit - measured;
      verdict.reason = value_text(off) + (measured > limit ? " too many" : " too few");
      if (is_time) verdict.reason = value_text(off) + too;
    };
    bound(condition.equals, " = ", std::equal_to<>(), " off");
    bound(condition.at_least, " at least ", std::greater_equal<>(), " too short");
    bound(condition.at_most, condition.at_least ? " and at most " : " at most ",
          std::less_equal<>(), " too long");
    verdict.measured = value_text(measured);
    return verdict;
  }
};

std::string subject_text(const FiguresExpectation& of) {
  switch (of.subject) {
    case Subject::kRequests:
      return "requests: ";
    case Subject::kMessages:
      return "messages: ";
    case Subject::kQueue:
      return "queue " + queue_name(of.name) + ": ";
    case Subject::kFunction:
      return "function " + of.name + ": ";
    case Subject::kCalls:
      return "calls of " + of.name + ": ";
  }
  return {};
}

bool is_about_answers(const FiguresExpectation& of, std::string_view figure) {
  return of.subject == Subject::kRequests && (figure == "succeeded" || figure == "failed");
}

// "; answered 200: 3, 404: 5", since the status says most about what went wrong.
std::string answers_text(const RequestFigures& requests) {
  std::string text;
  for (const auto& [status, count] : requests.by_status) {
    text +=
        fmt::format("{}{}: {}", text.empty() ? "; answered " : ", ", status, format_count(count));
  }
  return text;
}

// Why there is nothing to measure, if so: a mistyped name must not pass as a queue that is empty.
std::optional<Error> missing(const FiguresExpectation& of, Cloud& cloud) {
  const auto error_of = [](const auto& answer) {
    return answer ? std::nullopt : std::optional<Error>(answer.error());
  };
  if (of.subject == Subject::kFunction) {
    return error_of(cloud.aws().send(lambda::GetFunctionConfiguration{.function_name = of.name}));
  }
  if (of.subject != Subject::kQueue) return std::nullopt;
  if (const auto arn = Arn::parse(of.name)) {
    Aws aws = cloud.aws({.account = arn->account, .region = arn->region});
    return error_of(aws.send(sqs::GetQueueUrl{.queue_name = arn->resource}));
  }
  return error_of(cloud.aws().send(sqs::GetQueueAttributes{.queue_url = of.name}));
}

}  // namespace

Verdict judge_count(const std::string& subject, const Condition& condition, std::int64_t measured,
                    const Report& report) {
  return Judgement{.condition = condition, .measured = measured, .whole = 0, .is_time = false}
      .verdict(subject, report);
}

void judge_figures(const FiguresExpectation& expectation, const Evidence& evidence,
                   std::vector<Verdict>& verdicts) {
  if (const auto error = missing(expectation, evidence.cloud)) {
    verdicts.push_back({.expected = subject_text(expectation) + "it exists",
                        .measured = error->code,
                        .reason = error->message});
    return;
  }
  for (const Condition& condition : expectation.conditions) {
    const FigureKind* kind = find_figure(expectation.subject, condition.figure);
    if (kind == nullptr) {
      verdicts.push_back(
          {.expected = subject_text(expectation) + condition.figure,
           .reason = fmt::format("there is no figure '{}'; there is {}", condition.figure,
                                 names_of_figures(expectation.subject))});
      continue;
    }
    const std::int64_t whole =
        kind->whole.empty() ? 0 : measured(expectation, kind->whole, evidence);
    const Judgement judgement{.condition = condition,
                              .measured = measured(expectation, kind->name, evidence),
                              .whole = whole,
                              .is_time = kind->is_time};
    Verdict verdict = judgement.verdict(subject_text(expectation), evidence.report);
    if (!verdict.passed && is_about_answers(expectation, kind->name)) {
      verdict.reason += answers_text(evidence.report.requests);
    }
    verdicts.push_back(std::move(verdict));
  }
}

}  // namespace emu::sim
