// S3's manners in HTTP: buckets in hosts, operations told apart by sub-resources, bodies in chunks,
// forms of browsers, pages of other origins, buckets that lie in another region.
#pragma once

#include <memory>

#include "core/gate/http_front.h"
#include "core/gate/operation_table.h"
#include "core/gate/world.h"

namespace emu::s3 {

class S3;

// All must outlive it, and S3's operations must be in the table.
std::unique_ptr<HttpFront> make_front(World& world, const S3& s3, const OperationTable& table);

}  // namespace emu::s3
