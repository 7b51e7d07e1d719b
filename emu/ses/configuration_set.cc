#include "ses/configuration_set.h"

#include <algorithm>

namespace emu::ses {

bool StoredDestination::wants(std::string_view event_type) const {
  return is_enabled &&
         std::find(event_types.begin(), event_types.end(), event_type) != event_types.end();
}

void StoredConfigurationSet::set_sending(bool is_enabled, Time now) {
  if (is_enabled && !is_sending_enabled) last_fresh_start = now;
  is_sending_enabled = is_enabled;
}

}  // namespace emu::ses
