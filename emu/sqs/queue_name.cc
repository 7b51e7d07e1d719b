#include "sqs/queue_name.h"

#include <algorithm>
#include <initializer_list>

#include "sqs/limits.h"

namespace emu::sqs {

namespace {

constexpr std::string_view kFifoSuffix = ".fifo";
constexpr std::string_view kArnPrefix = "arn:aws:sqs:";
constexpr std::string_view kSecurePrefix = "https://sqs.";
constexpr std::string_view kPlainPrefix = "http://sqs.";

std::string joined(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const std::string_view part : parts) size += part.size();
  std::string text;
  text.reserve(size);
  for (const std::string_view part : parts) text += part;
  return text;
}

// "us-east-1", unlike "localhost".
bool is_region(std::string_view label) {
  return std::count(label.begin(), label.end(), '-') >= 2 && label.back() >= '0' &&
         label.back() <= '9';
}

// "us-east-1" of "https://sqs.us-east-1.amazonaws.com/…", or empty.
std::string_view region_of_host(std::string_view url) {
  for (const std::string_view prefix : {kSecurePrefix, kPlainPrefix}) {
    if (!url.starts_with(prefix)) continue;
    const std::string_view rest = url.substr(prefix.size());
    // find_first_of would make a call for each character before them.
    const auto end =
        std::find_if(rest.begin(), rest.end(), [](char c) { return c == '.' || c == '/'; });
    if (end == rest.end() || *end == '/') return {};
    const auto label = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    return is_region(label) ? label : std::string_view();
  }
  return {};
}

}  // namespace

bool is_plain_name(std::string_view text) {
  return !text.empty() && text.size() <= kQueueNameMax &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  c == '-' || c == '_';
         });
}

bool is_fifo_queue_name(std::string_view text) {
  if (text.size() > kQueueNameMax || !text.ends_with(kFifoSuffix)) return false;
  text.remove_suffix(kFifoSuffix.size());
  return is_plain_name(text);
}

bool is_queue_name(std::string_view text) {
  return is_plain_name(text) || is_fifo_queue_name(text);
}

std::optional<QueueAddress> address_of_url(std::string_view url, const CallersPlace& caller) {
  const std::size_t name_slash = url.rfind('/');
  if (name_slash == url.npos) {
    if (caller.account.empty() || !is_queue_name(url)) return std::nullopt;
    return QueueAddress{.account = caller.account, .region = caller.region, .name = url};
  }
  if (name_slash == 0) return std::nullopt;
  const std::size_t account_slash = url.rfind('/', name_slash - 1);
  if (account_slash == url.npos) return std::nullopt;
  QueueAddress address;
  address.name = url.substr(name_slash + 1);
  address.account = url.substr(account_slash + 1, name_slash - account_slash - 1);
  address.region = region_of_host(url);
  if (address.region.empty()) address.region = caller.region;
  if (address.name.empty() || address.account.empty()) return std::nullopt;
  return address;
}

std::optional<QueueAddress> address_of_arn(std::string_view arn) {
  if (!arn.starts_with(kArnPrefix)) return std::nullopt;
  const std::string_view rest = arn.substr(kArnPrefix.size());
  const std::size_t first = rest.find(':');
  if (first == rest.npos) return std::nullopt;
  const std::size_t second = rest.find(':', first + 1);
  if (second == rest.npos) return std::nullopt;
  QueueAddress address;
  address.region = rest.substr(0, first);
  address.account = rest.substr(first + 1, second - first - 1);
  address.name = rest.substr(second + 1);
  if (address.region.empty() || address.account.empty() || !is_queue_name(address.name)) {
    return std::nullopt;
  }
  return address;
}

std::string url_of(const QueueAddress& address) {
  return joined(
      {"https://sqs.", address.region, ".amazonaws.com/", address.account, "/", address.name});
}

std::string url_at(std::string_view endpoint, std::string_view url) {
  if (endpoint.empty()) return std::string(url);
  return joined({endpoint, url.substr(url.find('/', kSecurePrefix.size()))});
}

std::string arn_of(const QueueAddress& address) {
  return joined({kArnPrefix, address.region, ":", address.account, ":", address.name});
}

}  // namespace emu::sqs
