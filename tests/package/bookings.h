#pragma once

#include <emu/aws.h>

#include <string>

// Sets up four services, books some seats, and gives a report. The function "confirm" must be
// bound.
std::string book_seats(emu::Aws aws, const std::string& role);
