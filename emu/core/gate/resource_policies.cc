#include "core/gate/resource_policies.h"

#include <emu/arn.h>

#include <utility>

namespace emu {

void ResourcePolicies::add_source(std::string service, Source source) {
  sources_.insert_or_assign(std::move(service), std::move(source));
}

std::shared_ptr<const std::string> ResourcePolicies::of(std::string_view arn) const {
  // Only the service's part is needed: arn:aws:SERVICE:…
  const std::size_t partition = arn.find(':');
  const std::size_t begin = partition == arn.npos ? arn.npos : arn.find(':', partition + 1);
  if (begin == arn.npos) return nullptr;
  const std::size_t end = arn.find(':', begin + 1);
  auto source = sources_.find(arn.substr(begin + 1, end - begin - 1));
  return source == sources_.end() ? nullptr : source->second(arn);
}

}  // namespace emu
