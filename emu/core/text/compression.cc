#include "core/text/compression.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "core/base/assert.h"

namespace emu {

namespace {

// How much more the output of a decompression gets at a time, at least.
constexpr std::size_t kStepBytes = std::size_t{64} * 1024;

// zlib's way to say which of its formats is meant: the largest window, with a header of gzip.
int window_bits(Compression form) {
  return form == Compression::kGzip ? MAX_WBITS + 16 : MAX_WBITS;
}

Bytef* input_of(std::string_view body) {
  // zlib does not change its input, though its types do not say so.
  return reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
}

uInt checked_size(std::size_t size) {
  EMU_ASSERT(size <= std::numeric_limits<uInt>::max(), "bodies have bounds");
  return static_cast<uInt>(size);
}

class Inflater {
 public:
  explicit Inflater(Compression form, std::string_view body) {
    stream_.next_in = input_of(body);
    stream_.avail_in = checked_size(body.size());
    const int begun = inflateInit2(&stream_, window_bits(form));
    EMU_ASSERT(begun == Z_OK, "zlib has its memory");
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Fills the room behind `used` bytes, and gives how many are used then.
  std::size_t fill(std::string& out, std::size_t used) {
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + used);
    stream_.avail_out = checked_size(out.size() - used);
    status_ = inflate(&stream_, Z_NO_FLUSH);
    return out.size() - stream_.avail_out;
  }
  bool is_done() const { return status_ == Z_STREAM_END; }
  // Something follows that belongs to nothing.
  bool has_rest() const { return stream_.avail_in != 0; }
  bool is_stuck() const { return status_ != Z_OK; }

 private:
  z_stream stream_ = {};
  int status_ = Z_OK;
};

}  // namespace

std::string compress(Compression form, std::string_view body) {
  z_stream stream = {};
  constexpr int kMemoryLevel = 8;  // zlib's default
  // Clients are on this machine as a rule: time counts more than the last byte.
  const int begun = deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, window_bits(form), kMemoryLevel,
                                 Z_DEFAULT_STRATEGY);
  EMU_ASSERT(begun == Z_OK, "zlib has its memory");
  std::string out(deflateBound(&stream, static_cast<uLong>(body.size())), '\0');
  stream.next_in = input_of(body);
  stream.avail_in = checked_size(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = checked_size(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  EMU_ASSERT(ended == Z_STREAM_END, "the bound is one");
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

std::variant<std::string, DecompressProblem> decompress(Compression form, std::string_view body,
                                                        std::size_t bytes_max) {
  Inflater inflater(form, body);
  std::string out;
  std::size_t used = 0;
  do {
    // One byte more than may be there shows that there is one.
    if (used > bytes_max) return DecompressProblem::kTooLong;
    out.resize(std::min(bytes_max + 1, used + std::max(kStepBytes, used)));
    used = inflater.fill(out, used);
  } while (!inflater.is_stuck());
  if (used > bytes_max) return DecompressProblem::kTooLong;
  if (!inflater.is_done() || inflater.has_rest()) return DecompressProblem::kMalformed;
  out.resize(used);
  return out;
}

}  // namespace emu
