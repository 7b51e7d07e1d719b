// What one call may cost: so many steps of SQLite's machine, and so much memory, at once and in
// all.
//
//   Work work;                                      one for each call, however often it runs SQLite
//   const WorkScope scope(connection, work, facts);  while SQLite works for the call
//
// Nothing may wait inside of a scope: the memory that SQLite asks for on this thread meanwhile is
// counted on the call.
#pragma once

#include <cstddef>
#include <cstdint>

namespace emu::rdsdata {

class Work {
 public:
  bool is_exhausted() const { return is_exhausted_; }
  // Counts steps of SQLite's machine, each as long as the longest value that was made so far.
  // False: it was too much.
  bool count_steps(std::int64_t steps);
  // Counts memory. False: there is no more.
  bool take_memory(std::int64_t bytes);
  void give_memory(std::int64_t bytes) { bytes_at_once_ -= bytes; }

 private:
  std::int64_t steps_ = 0;
  std::int64_t bytes_at_once_ = 0;
  std::int64_t bytes_in_all_ = 0;
  std::int64_t longest_ = 0;
  bool is_exhausted_ = false;
};

// Lets the memory that SQLite takes on this thread count for a call, or for nobody; gives who was
// counted before.
Work* count_memory_for(Work* work);

// Makes SQLite's memory countable, once in the process. Where the program has used SQLite before,
// it cannot be done any more, and memory is not bounded.
void make_memory_countable();

}  // namespace emu::rdsdata
