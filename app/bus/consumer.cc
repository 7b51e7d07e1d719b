#include <emu/describe.h>
#include <emu/json.h>
#include <emu/lambda/events.h>
#include <emu/s3.h>

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "bus/bus.h"
#include "bus/stats.h"

namespace bus {

namespace lambda = emu::lambda;
namespace s3 = emu::s3;

namespace {

// What is read of a record; the rest is passed over.
struct Record {
  std::string body;
  static void describe(emu::StructureShape<Record>& s) { s.member("body", &Record::body); }
};

struct Batch {
  std::vector<Record> records;
  static void describe(emu::StructureShape<Batch>& s) { s.member("Records", &Batch::records); }
};

// A booking names its passenger; one that cannot be read is no booking.
struct Booking {
  std::string passenger = {};
  static void describe(emu::StructureShape<Booking>& s) {
    s.member("passenger", &Booking::passenger);
  }
};

constexpr int kPublishAttemptsMax = 100;
constexpr int kPreconditionFailed = 412;  // another consumer has written meanwhile
constexpr int kConflict = 409;            // another consumer is writing

bool is_newer(const Stats& there, const Stats& ours) {
  return std::tie(there.processed, there.requests) > std::tie(ours.processed, ours.requests);
}

class Consumer {
 public:
  Consumer(lambda::Context& init, ConsumerOptions options)
      : options_(options),
        table_(required_env(init, "STATS_TABLE")),
        bucket_(required_env(init, "S3_BUCKET")),
        key_(required_env(init, "S3_KEY")) {}

  // A batch is counted in one step, so that a batch that fails as a whole and comes back has not
  // been counted yet.
  std::string handle(lambda::Context& context, std::string_view event) {
    const Batch batch = emu::from_json<Batch>(event).value();
    Stats done;
    for (const Record& record : batch.records) {
      ++done.processed;
      if (book(context, record.body)) ++done.success;
    }
    add_to_stats(context.aws(), table_, done);
    publish(context);
    return "{}";
  }

 private:
  bool book(lambda::Context& context, const std::string& body) {
    if (options_.booking_time > emu::Duration(0)) context.sleep(options_.booking_time);
    return emu::from_json<Booking>(body).ok();
  }

  // Overwrites stats.json from the table. Consumers work at the same time and their writes may
  // overtake each other, so older figures never replace newer ones: the write is conditional on
  // the file that was looked at. A failure is logged and not thrown: the bookings are made and
  // counted, and the next batch publishes again.
  void publish(lambda::Context& context) {
    const Stats stats = read_stats(context.aws(), table_);
    for (int attempt = 0; attempt < kPublishAttemptsMax; ++attempt) {
      const auto there = context.aws().send(s3::GetObject{.bucket = bucket_, .key = key_});
      if (!there) return context.log("stats.json was not read: " + there.error().message);
      const auto figures = emu::from_json<Stats>(there->body);
      if (figures && is_newer(*figures, stats)) return;
      const auto put = context.aws().send(s3::PutObject{.bucket = bucket_,
                                                        .key = key_,
                                                        .body = emu::to_json(stats),
                                                        .content_type = "application/json",
                                                        .cache_control = "no-store",
                                                        .if_match = there->etag});
      if (put) return;
      if (put.error().status != kPreconditionFailed && put.error().status != kConflict) {
        return context.log("stats.json was not written: " + put.error().message);
      }
    }
  }

  ConsumerOptions options_;
  std::string table_;
  std::string bucket_;
  std::string key_;
};

}  // namespace

lambda::HandlerFactory make_consumer(ConsumerOptions options) {
  return [options](lambda::Context& init) -> lambda::Handler {
    return [consumer = Consumer(init, options)](lambda::Context& context,
                                                std::string_view event) mutable {
      return consumer.handle(context, event);
    };
  };
}

}  // namespace bus
