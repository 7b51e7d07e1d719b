#include "apigatewayv2/proxy/proxy_request.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "core/text/percent.h"
#include "core/text/utf8.h"

namespace emu::apigatewayv2 {

namespace {

// These belong to the connection, or are told by the gateway itself.
constexpr std::array<std::string_view, 8> kNotPassedToFunction = {
    "connection",        "content-length",   "host",
    "keep-alive",        "x-amzn-trace-id",  "x-forwarded-port",
    "x-forwarded-proto", "transfer-encoding"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view without_parameters(std::string_view content_type) {
  content_type = content_type.substr(0, content_type.find(';'));
  while (content_type.ends_with(' ')) content_type.remove_suffix(1);
  return content_type;
}

bool is_text_type(std::string_view content_type) {
  std::string type(without_parameters(content_type));
  std::transform(type.begin(), type.end(), type.begin(), lower);
  return type.starts_with("text/") || type == "application/json" || type == "application/xml" ||
         type == "application/javascript" || type.ends_with("+json") || type.ends_with("+xml");
}

}  // namespace

ProxyHeaders::ProxyHeaders(const HttpRequest& request, std::string trace_id)
    : trace_id_(std::move(trace_id)) {
  std::size_t bytes = 0;
  for (const auto& [name, value] : request.headers) bytes += name.size();
  lower_names_.reserve(bytes);
  fields_.reserve(request.headers.size() + 6);
  forwarded_for_ = request.source_ip;
  for (const auto& [name, value] : request.headers) {
    const std::size_t begin = lower_names_.size();
    std::transform(name.begin(), name.end(), std::back_inserter(lower_names_), lower);
    const std::string_view lower_name = std::string_view(lower_names_).substr(begin);
    if (lower_name == "x-forwarded-for") {
      forwarded_for_ = value + ", " + request.source_ip;
    } else if (std::find(kNotPassedToFunction.begin(), kNotPassedToFunction.end(), lower_name) ==
               kNotPassedToFunction.end()) {
      fields_.push_back({.lower_name = lower_name, .name = name, .value = value});
    }
  }
  content_length_ = std::to_string(request.body.size());
  add_own("content-length", "Content-Length", content_length_);
  add_own("host", "Host", request.host);
  add_own("x-amzn-trace-id", "X-Amzn-Trace-Id", trace_id_);
  add_own("x-forwarded-for", "X-Forwarded-For", forwarded_for_);
  add_own("x-forwarded-port", "X-Forwarded-Port", "443");
  add_own("x-forwarded-proto", "X-Forwarded-Proto", "https");
  std::stable_sort(fields_.begin(), fields_.end(),
                   [](const Field& a, const Field& b) { return a.lower_name < b.lower_name; });
}

void ProxyHeaders::add_own(std::string_view lower_name, std::string_view name,
                           std::string_view value) {
  fields_.push_back({.lower_name = lower_name, .name = name, .value = value});
}

std::string_view ProxyHeaders::find(std::string_view lower_name) const {
  const auto found = std::lower_bound(
      fields_.begin(), fields_.end(), lower_name,
      [](const Field& field, std::string_view name) { return field.lower_name < name; });
  return found != fields_.end() && found->lower_name == lower_name ? found->value
                                                                   : std::string_view();
}

QueryParameters query_parameters(std::string_view query) {
  QueryParameters parameters;
  for (const RawQueryPair& pair : parse_raw_query(query)) {
    auto decoded = [](std::string_view text) {
      return percent_decode(text, Plus::kIsSpace).value_or(std::string(text));
    };
    parameters[decoded(pair.name)].push_back(decoded(pair.value));
  }
  return parameters;
}

bool is_text_body(const ProxyRequest& request) {
  const std::string_view type = request.headers.find("content-type");
  const std::string_view encoding = request.headers.find("content-encoding");
  return is_text_type(type) && (encoding.empty() || encoding == "identity") &&
         is_valid_utf8(request.http.body);
}

std::string access_log_time(Time time) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));

  std::string text = "00/Mon/0000:00:00:00 +0000";
  auto put = [&text](std::size_t at, std::size_t digits, unsigned number) {
    for (std::size_t i = digits; i-- > 0; number /= 10) {
      text[at + i] = static_cast<char>('0' + number % 10);
    }
  };
  put(0, 2, static_cast<unsigned>(date.day()));
  text.replace(3, 3, kMonths[static_cast<unsigned>(date.month()) - 1]);
  put(7, 4, static_cast<unsigned>(static_cast<int>(date.year())));
  put(12, 2, static_cast<unsigned>(clock.hours().count()));
  put(15, 2, static_cast<unsigned>(clock.minutes().count()));
  put(18, 2, static_cast<unsigned>(clock.seconds().count()));
  return text;
}

}  // namespace emu::apigatewayv2
