#include "sns/web.h"

#include <emu/http.h>
#include <fmt/format.h>

#include <string_view>

#include "core/gate/internet.h"
#include "sns/errors.h"

namespace emu::sns {

namespace {

constexpr std::string_view kContentType = "text/plain; charset=UTF-8";
constexpr std::string_view kAgent = "Amazon Simple Notification Service Agent";

Error unreachable(std::string_view host) {
  return error(errors::kInvalidParameter, fmt::format("Unreachable endpoint: {}", host), 503);
}

Error answered(int status) {
  return error(errors::kInvalidParameter, fmt::format("The endpoint answered {}", status), status);
}

Status judge(const HttpResponse& answer) {
  return answer.status < 400 ? Status() : Status(answered(answer.status));
}

void add_headers(const WebPost& post, HttpHeaders& headers) {
  const Target& target = post.target;
  headers.add("x-amz-sns-message-type", post.message.type);
  headers.add("x-amz-sns-message-id", post.message.id);
  headers.add("x-amz-sns-topic-arn", post.message.topic_arn);
  if (post.message.type != "SubscriptionConfirmation") {
    headers.add("x-amz-sns-subscription-arn", target.subscription_arn);
  }
  if (target.is_raw) headers.add("x-amz-sns-rawdelivery", "true");
  headers.add("Content-Type",
              target.content_type.empty() ? std::string(kContentType) : target.content_type);
  headers.add("User-Agent", std::string(kAgent));
}

}  // namespace

Status post_to_web(World& world, const WebPost& post) {
  auto request = request_to(post.target.endpoint);
  if (!request) return unreachable(post.target.endpoint);
  request->method = "POST";
  add_headers(post, request->headers);
  request->body = post.body;
  request->headers.add("Content-Length", std::to_string(request->body.size()));
  const auto answer = send_to_internet(world, *request);
  return answer ? judge(*answer) : Status(unreachable(request->host));
}

}  // namespace emu::sns
