// Dates as the databases write them: "2026-01-01 12:30:00.250".
#pragma once

#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>

namespace emu::rdsdata {

// With so many digits of a second, 0 to 6.
std::string date_text(Time time, int digits);

// "2026-01-01", with a time or not, with a "T" or a space.
std::optional<Time> read_date(std::string_view text);

// A date moved by an amount and a unit, "month"; the unit is empty where PostgreSQL writes
// "1 day 2 hours" as the amount. Months have their last day at most. A date without a time stays
// one when it moves by days or more.
std::optional<std::string> move_date(std::string_view date, std::string_view amount,
                                     std::string_view unit, int sign);

// By the letters of MySQL's DATE_FORMAT.
std::string format_date(Time time, std::string_view format);

}  // namespace emu::rdsdata
