// The bus booking system as scenarios deploy it.
#pragma once

#include <emu/sim.h>

namespace bus {

// Named "bus". Options: `booking_time`, how long one booking takes, such as 20ms; `consumer_role`,
// `working` (the default) or `as_in_notes`, which AWS refuses; `endpoint`. Outputs: http_api,
// website, stats_url, queue and queue_arn.
emu::sim::Application application();

}  // namespace bus
