// Reading the entries of one partition, in order and from where the page before has ended.
#pragma once

#include "dynamodb/key.h"
#include "dynamodb/key_conditions.h"
#include "dynamodb/page.h"
#include "dynamodb/read_source.h"

namespace emu::dynamodb {

// Leaves of the bounds what is behind the entry, in the direction of reading.
void start_behind(const KeyBytes& entry, bool forward, ByteBounds& bounds);

// Adds what is in bounds to the page. False when the page is full.
bool read_partition(const ReadSource& source, const QueryBounds& bounds, bool forward, Page& page);

}  // namespace emu::dynamodb
