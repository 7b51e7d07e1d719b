#include "apigatewayv2/proxy/response.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "core/text/base64.h"

namespace emu::apigatewayv2 {

namespace {

using Type = JsonView::Type;

// The gateway frames the response itself.
constexpr std::array<std::string_view, 4> kNotPassedToClient = {"connection", "content-length",
                                                                "keep-alive", "transfer-encoding"};

std::optional<int> status_of(const JsonView& value) {
  std::int64_t status = 0;
  if (value.type() == Type::kInteger) {
    status = value.integer();
  } else if (value.type() == Type::kString) {
    const std::string_view text = value.string();
    const auto read = std::from_chars(text.data(), text.data() + text.size(), status);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  }
  if (status < 100 || status > 599) return std::nullopt;
  return static_cast<int>(status);
}

std::optional<std::string> scalar_text(const JsonView& value) {
  switch (value.type()) {
    case Type::kString:
      return std::string(value.string());
    case Type::kInteger:
      return std::to_string(value.integer());
    case Type::kBoolean:
      return value.boolean() ? "true" : "false";
    case Type::kReal: {
      std::string text;
      JsonWriter(text).real(value.real());
      return text;
    }
    default:
      return std::nullopt;
  }
}

// Takes the members of an answer one by one, whatever their order.
class ResponseReader {
 public:
  bool read(const JsonView& answer) {
    return answer.each_member([this](std::string_view name, const JsonView& value) {
      return value.is_null() || read_member(name, value);
    });
  }

  std::optional<HttpResponse> finish() {
    if (!status_) return std::nullopt;
    HttpResponse response{.status = *status_};
    for (auto& [name, value] : headers_) add_header(response, name, std::move(value));
    for (std::string& cookie : cookies_) response.headers.add("set-cookie", std::move(cookie));
    if (response.headers.find("content-type") == nullptr) {
      response.headers.add("content-type", "text/plain; charset=utf-8");
    }
    if (is_base64_) {
      auto decoded = base64_decode(body_);
      if (!decoded) return std::nullopt;
      body_ = std::move(*decoded);
    }
    response.body = Blob(std::move(body_));
    return response;
  }

  // Format 1.0 has several values for a header, 2.0 has cookies.
  bool multi_value_headers = false;
  bool cookies = false;

 private:
  static void add_header(HttpResponse& response, std::string& name, std::string value) {
    const bool framing = std::any_of(
        kNotPassedToClient.begin(), kNotPassedToClient.end(), [&name](std::string_view own) {
          return name.size() == own.size() &&
                 std::equal(name.begin(), name.end(), own.begin(), [](char a, char b) {
                   return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
                 });
        });
    if (!framing) response.headers.add(std::move(name), std::move(value));
  }

  bool read_member(std::string_view name, const JsonView& value) {
    if (name == "statusCode") return (status_ = status_of(value)).has_value();
    if (name == "headers") return read_headers(value);
    if (name == "multiValueHeaders" && multi_value_headers) return read_multi_value_headers(value);
    if (name == "cookies" && cookies) return read_cookies(value);
    if (name == "body") {
      if (value.type() != Type::kString) return false;
      body_ = value.string();
      return true;
    }
    if (name == "isBase64Encoded") {
      if (value.type() != Type::kBoolean) return false;
      is_base64_ = value.boolean();
    }
    return true;
  }

  bool read_headers(const JsonView& value) {
    if (value.type() != Type::kObject) return false;
    return value.each_member([this](std::string_view name, const JsonView& text) {
      if (text.is_null()) return true;
      auto scalar = scalar_text(text);
      if (!scalar) return false;
      // What multiValueHeaders says of the same header is not said twice.
      if (!contains(name, *scalar)) headers_.emplace_back(name, std::move(*scalar));
      return true;
    });
  }

  bool read_multi_value_headers(const JsonView& value) {
    if (value.type() != Type::kObject) return false;
    return value.each_member([this](std::string_view name, const JsonView& values) {
      if (values.type() != Type::kArray) return false;
      return values.each_element([this, name](const JsonView& text) {
        auto scalar = scalar_text(text);
        if (!scalar) return false;
        if (!contains(name, *scalar)) headers_.emplace_back(name, std::move(*scalar));
        return true;
      });
    });
  }

  bool read_cookies(const JsonView& value) {
    if (value.type() != Type::kArray) return false;
    return value.each_element([this](const JsonView& cookie) {
      if (cookie.type() != Type::kString) return false;
      cookies_.emplace_back(cookie.string());
      return true;
    });
  }

  bool contains(std::string_view name, std::string_view value) const {
    return std::any_of(headers_.begin(), headers_.end(), [&](const auto& header) {
      return header.first == name && header.second == value;
    });
  }

  std::optional<int> status_;
  std::vector<std::pair<std::string, std::string>> headers_;
  std::vector<std::string> cookies_;
  std::string body_;
  bool is_base64_ = false;
};

std::optional<HttpResponse> structured(const JsonView& answer, bool is_v1) {
  ResponseReader reader;
  reader.multi_value_headers = is_v1;
  reader.cookies = !is_v1;
  if (!reader.read(answer)) return std::nullopt;
  return reader.finish();
}

}  // namespace

std::optional<HttpResponse> response_v1(const Blob& payload) {
  std::string why;
  const auto document = JsonDocument::parse(payload, why);
  if (!document || document->root().type() != Type::kObject) return std::nullopt;
  return structured(document->root(), true);
}

std::optional<HttpResponse> response_v2(const Blob& payload) {
  std::string why;
  const auto document = JsonDocument::parse(payload, why);
  if (!document) return std::nullopt;
  const JsonView root = document->root();
  if (root.type() == Type::kObject && root.find("statusCode")) return structured(root, false);

  HttpResponse response;
  response.headers.add("content-type", "application/json");
  response.body = root.type() == Type::kString ? Blob(root.string()) : payload;
  return response;
}

}  // namespace emu::apigatewayv2
