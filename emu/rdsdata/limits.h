// The numbers of the RDS Data API, and those that bound what a database may take here. Sources:
// Amazon Aurora User Guide, "Using the Amazon RDS Data API", "Troubleshooting Amazon RDS Data API";
// RDS Data API Reference, "BeginTransaction", "ExecuteStatement"; MySQL Reference Manual,
// "innodb_lock_wait_timeout".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::rdsdata {

inline constexpr std::chrono::seconds kCallTimeout{45};
inline constexpr std::chrono::minutes kIdleMax{3};
inline constexpr std::chrono::hours kTransactionMax{24};
inline constexpr std::size_t kRequestBytesMax = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t kResponseBytesMax = std::size_t{1} * 1024 * 1024;
inline constexpr std::size_t kRowBytesMax = std::size_t{64} * 1024;
inline constexpr std::size_t kFormattedBytesMax = std::size_t{10} * 1024 * 1024;

// Our own.
inline constexpr std::int64_t kDatabaseBytesMax = std::int64_t{64} * 1024 * 1024;
inline constexpr std::int64_t kDatabaseCost = std::int64_t{512} * 1024;  // of an empty one
inline constexpr std::int64_t kAccountBytesMax =
    std::int64_t{1024} * 1024 * 1024;                  // of all of them
inline constexpr std::size_t kDatabasesMax = 40;       // of a cluster
inline constexpr std::size_t kTransactionsMax = 1000;  // of an account and region
inline constexpr std::size_t kSavepointsMax = 100;     // of a transaction
inline constexpr std::size_t kSavepointNameMax = 64;   // bytes of a name
// A call that takes more steps of SQLite's machine, or more memory at once or in all, times out.
inline constexpr int kStepsBetweenLooks = 1000;
inline constexpr std::int64_t kStepsMax = 50'000'000;
inline constexpr std::int64_t kWorkBytesMax = std::int64_t{128} * 1024 * 1024;
inline constexpr std::int64_t kWorkBytesInAllMax = std::int64_t{4} * 1024 * 1024 * 1024;
// To look at a table, a column or a function while a statement is prepared.
inline constexpr std::int64_t kStepsOfName = 50;
// Behind a value that is longer than this, each step counts as many as it may read.
inline constexpr std::int64_t kLongValueBytes = std::int64_t{256} * 1024;
inline constexpr std::int64_t kBytesOfStep = 4096;
inline constexpr int kValueBytesMax = 4 * 1024 * 1024;
inline constexpr int kExpressionDepthMax = 200;
inline constexpr std::size_t kNestingMax = 100;         // of brackets
inline constexpr std::size_t kSelectsMax = 100;         // of a statement, wherever they stand
inline constexpr int kCompoundMax = 50;                 // of those between UNION and the like
inline constexpr std::size_t kViewDepthMax = 100;       // as SELECTs in each other
inline constexpr std::size_t kViewSizeMax = 1000;       // SELECTs, all views in it written out
inline constexpr std::size_t kForeignKeyDepthMax = 30;  // that change what refers to them
inline constexpr int kColumnsMax = 1000;
inline constexpr int kParametersMax = 4000;              // of a statement
inline constexpr std::int64_t kSchemaPartsMax = 10'000;  // tables, views and indexes
inline constexpr std::int64_t kSchemaBytesMax = std::int64_t{4} * 1024 * 1024;  // of their texts
inline constexpr std::size_t kExpandedBytesMax = std::size_t{1} * 1024 * 1024;  // by defaults
inline constexpr std::size_t kMovedTokensMax = 1'000'000;  // by casts and intervals
inline constexpr int kScaleMax = 1000;                     // of a decimal, wherever it comes from
inline constexpr std::size_t kPatternBytesMax = 1000;
// What is made of a statement is kept for the next time, of so many on a connection, where it takes
// no more than that.
inline constexpr std::size_t kStatementsKept = 64;
inline constexpr int kKeptBytesMax = 64 * 1024;

}  // namespace emu::rdsdata
