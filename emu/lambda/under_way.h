// UnderWay: the records of a stream that were read and are not done yet; and so, up to where all of
// them are done.
//
// They may be done in any order. Of those that are done behind one that is not, only as much is
// kept as the checkpoint will need: there are at most two entries for each record that is not done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "lambda/state.h"

namespace emu::lambda {

class UnderWay {
 public:
  using Place = std::uint64_t;

  // The next record of the stream, in its order.
  Place add(std::shared_ptr<const std::string> shard_id, std::string sequence_number);
  void finish(Place place);

  // Up to where all are done, if that has moved since it was taken last.
  std::optional<StreamCheckpoint> take_checkpoint();

  std::size_t entries() const { return entries_.size(); }

 private:
  struct Entry {
    std::shared_ptr<const std::string> shard_id;
    std::string sequence_number;
    bool is_done = false;  // it, and what there was between the entry before and it
  };

  std::map<Place, Entry> entries_ = {};
  Place next_ = 0;
};

}  // namespace emu::lambda
