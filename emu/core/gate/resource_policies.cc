#include "core/gate/resource_policies.h"

#include <utility>

namespace emu {

namespace {

// Only the service's part is needed: arn:aws:SERVICE:…
std::string_view service_of(std::string_view arn) {
  const std::size_t partition = arn.find(':');
  const std::size_t begin = partition == arn.npos ? arn.npos : arn.find(':', partition + 1);
  if (begin == arn.npos) return {};
  return arn.substr(begin + 1, arn.find(':', begin + 1) - begin - 1);
}

}  // namespace

void ResourcePolicies::add_source(std::string service, Source source) {
  sources_.insert_or_assign(std::move(service), std::move(source));
}

void ResourcePolicies::add_host(std::string service, const ResourceHost& host) {
  hosts_.insert_or_assign(std::move(service), &host);
}

ResourceTerms ResourcePolicies::terms(const AccessRequest& request) const {
  const std::string_view service = service_of(request.resource);
  if (const auto host = hosts_.find(service); host != hosts_.end()) {
    return host->second->terms(request);
  }
  const auto source = sources_.find(service);
  if (source == sources_.end()) return {};
  return {.policy = source->second(request.resource)};
}

void ResourcePolicies::add_keys(const AccessRequest& request,
                                std::vector<ConditionValue>& out) const {
  const auto host = hosts_.find(service_of(request.resource));
  if (host != hosts_.end()) host->second->add_keys(request, out);
}

}  // namespace emu
