#include "rdsdata/engine/work.h"

#include <sqlite3.h>

#include <algorithm>

#include "rdsdata/limits.h"

namespace emu::rdsdata {

namespace {

// Worlds on other threads have their own.
thread_local Work* counted = nullptr;

// SQLite's own, which these here ask.
sqlite3_mem_methods own = {};

void give_back(void* memory) {
  if (counted != nullptr) counted->give_memory(own.xSize(memory));
}

// What is given is what was taken: SQLite's sizes, not those that it was asked for.
void* allocate(int bytes) {
  void* memory = own.xMalloc(bytes);
  if (memory == nullptr || counted == nullptr) return memory;
  if (counted->take_memory(own.xSize(memory))) return memory;
  counted->give_memory(own.xSize(memory));
  own.xFree(memory);
  return nullptr;
}

void release(void* memory) {
  give_back(memory);
  own.xFree(memory);
}

// The old memory is given first, as the larger one may be it.
void* reallocate(void* memory, int bytes) {
  if (counted == nullptr) return own.xRealloc(memory, bytes);
  const std::int64_t before = own.xSize(memory);
  const std::int64_t more = bytes - before;
  if (more > 0 && !counted->take_memory(more)) {
    counted->give_memory(more);
    return nullptr;
  }
  void* larger = own.xRealloc(memory, bytes);
  const std::int64_t after = larger == nullptr ? before : own.xSize(larger);
  counted->give_memory(before + std::max<std::int64_t>(more, 0) - after);
  return larger;
}

int size_of(void* memory) { return own.xSize(memory); }
int round_up(int bytes) { return own.xRoundup(bytes); }
int begin(void* data) { return own.xInit(data); }
void end(void* data) { own.xShutdown(data); }

bool install() {
  if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &own) != SQLITE_OK) return false;
  sqlite3_mem_methods counting = {.xMalloc = &allocate,
                                  .xFree = &release,
                                  .xRealloc = &reallocate,
                                  .xSize = &size_of,
                                  .xRoundup = &round_up,
                                  .xInit = &begin,
                                  .xShutdown = &end,
                                  .pAppData = own.pAppData};
  return sqlite3_config(SQLITE_CONFIG_MALLOC, &counting) == SQLITE_OK;
}

}  // namespace

bool Work::count_steps(std::int64_t steps) {
  const std::int64_t weight = longest_ > kLongValueBytes ? longest_ / kBytesOfStep : 1;
  steps_ += steps * weight;
  is_exhausted_ = is_exhausted_ || steps_ > kStepsMax;
  return !is_exhausted_;
}

bool Work::take_memory(std::int64_t bytes) {
  bytes_at_once_ += bytes;
  bytes_in_all_ += bytes;
  longest_ = std::max(longest_, bytes);
  const bool fits = bytes_at_once_ <= kWorkBytesMax && bytes_in_all_ <= kWorkBytesInAllMax;
  if (!fits) is_exhausted_ = true;
  return fits;
}

Work* count_memory_for(Work* work) {
  Work* before = counted;
  counted = work;
  return before;
}

void make_memory_countable() {
  static const bool is_countable = install();
  static_cast<void>(is_countable);
}

}  // namespace emu::rdsdata
