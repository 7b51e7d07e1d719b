// Resource policies by ARN: how IAM reads the policies that queues, buckets and functions carry
// without knowing any of those services.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace emu {

class ResourcePolicies {
 public:
  // The policy document of a resource (a bucket's for its objects too), or null when it has none. A
  // service hands out the same pointer until the policy changes, so a reader may keep what it
  // parsed.
  using Source = std::function<std::shared_ptr<const std::string>(std::string_view arn)>;

  // `service` as in ARNs: "sqs", "s3", "lambda".
  void add_source(std::string service, Source source);
  std::shared_ptr<const std::string> of(std::string_view arn) const;

 private:
  std::map<std::string, Source, std::less<>> sources_;
};

}  // namespace emu
