// The database of the warehouse, and the secret that opens it.
#pragma once

#include "donuts/setup.h"
#include "donuts/warehouse.h"

namespace donuts {

// A cluster of Aurora MySQL that the RDS Data API answers for, with an instance that computes, and
// a secret with its user's name and password. It is empty. Throws emu::AwsError.
WarehouseAddress create_database(Setup& setup);

// What a function needs to work in it, and no more: the statements, and the secret that they name.
std::vector<Permission> to_use(const WarehouseAddress& database);

// By which a function finds it.
std::map<std::string, std::string> variables_of(const WarehouseAddress& database);

}  // namespace donuts
