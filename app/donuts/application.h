// The donut system as scenarios deploy it.
#pragma once

#include <emu/sim.h>

namespace donuts {

// Named "donuts". Options: `stock`, of each product at first; `answer_time`, how long the factory
// takes to answer an order, such as 2s; `production_time`, how long it bakes; `endpoint`. Outputs:
// sales_api, factory_api, queue, dead_letter_queue, line_queue and warehouse, the ARN of the
// database's cluster.
emu::sim::Application application();

}  // namespace donuts
