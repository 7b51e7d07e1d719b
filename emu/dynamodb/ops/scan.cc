#include <fmt/format.h>

#include <cstdint>
#include <optional>

#include "dynamodb/errors.h"
#include "dynamodb/page.h"
#include "dynamodb/read_request.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Status check_parameters(const Scan& in) {
  return ParameterKinds()
      .legacy("AttributesToGet", was_given(in, &Scan::attributes_to_get))
      .legacy("ScanFilter", was_given(in, &Scan::scan_filter))
      .legacy("ConditionalOperator", in.conditional_operator.has_value())
      .expression("ProjectionExpression", in.projection_expression.has_value())
      .expression("FilterExpression", in.filter_expression.has_value())
      .check();
}

Error total_segments_required() {
  return validation(
      "The TotalSegments parameter is required but was not present in the request when Segment "
      "parameter is present");
}

Error segment_required() {
  return validation(
      "The Segment parameter is required but was not present in the request when parameter "
      "TotalSegments is present");
}

Error segment_too_large(std::int32_t segment, std::int32_t total) {
  return validation(fmt::format(
      "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
      "Segment: {} is not less than TotalSegments: {}",
      segment, total));
}

Status check_segments(const Scan& in) {
  if (in.segment && !in.total_segments) return total_segments_required();
  if (!in.segment && in.total_segments) return segment_required();
  if (in.segment && *in.segment >= *in.total_segments) {
    return segment_too_large(*in.segment, *in.total_segments);
  }
  return {};
}

Error start_is_no_key() {
  return validation(
      "The provided starting key is invalid: The provided key element does not match the schema");
}

Error start_in_other_segment(std::int32_t segment, std::int32_t total) {
  return validation(
      fmt::format("The provided starting key is invalid: Invalid ExclusiveStartKey. Please use "
                  "ExclusiveStartKey with correct Segment. TotalSegments: {} Segment: {}",
                  total, segment));
}

// A segment is a part of the order of all partitions, as long as the others but for one.
class Segments {
 public:
  explicit Segments(const Scan& in)
      : total_(static_cast<std::uint64_t>(in.total_segments.value_or(1))),
        segment_(static_cast<std::uint64_t>(in.segment.value_or(0))) {}

  bool contain(std::uint64_t order) const { return (order >> 32) * total_ >> 32 == segment_; }
  // The first of the segment in the order.
  std::uint64_t begin() const { return ((segment_ << 32) + total_ - 1) / total_ << 32; }

 private:
  std::uint64_t total_;
  std::uint64_t segment_;
};

// Where the page before has ended; nothing when this is the first.
Result<std::optional<KeyBytes>> start_of(const ReadSource& source, const Scan& in) {
  if (!was_given(in, &Scan::exclusive_start_key)) return std::optional<KeyBytes>();
  std::optional<KeyBytes> start = source.position_of(in.exclusive_start_key);
  if (!start) return start_is_no_key();
  if (!Segments(in).contain(Partitions<StoredItem>::order_of(start->hash))) {
    return start_in_other_segment(*in.segment, *in.total_segments);
  }
  return start;
}

}  // namespace

Result<ScanResult> Dynamodb::scan(Call& call, const Scan& in) {
  EMU_CHECK(check_parameters(in));
  Expressions expressions(parameters_of(in));
  EMU_CHECK(expressions.check_parameters());
  EMU_CHECK(check_start_values(in.exclusive_start_key));
  EMU_CHECK(check_segments(in));
  EMU_CHECK(expressions_.read(expressions));
  EMU_TRY(const Selection selection, selection_of(in));

  EMU_TRY(Table* const table, usable_table(call, in.table_name));
  EMU_TRY(const ReadSource source, read_source(*table, in.index_name, world_.now()));
  EMU_CHECK(check_consistency(source, in.consistent_read));
  const PageRequest request{
      .source = source, .expressions = expressions, .selection = selection, .limit = in.limit};
  EMU_CHECK(Page::check_covered(request));
  EMU_TRY(const std::optional<KeyBytes> start, start_of(source, in));
  EMU_CHECK(admit(*table, Usage::kRead, source.index));

  Page page(request);
  const Segments segments(in);
  with_entries(source, [&](const auto& partitions) {
    auto walk =
        start ? partitions.walk_after(start->key()) : partitions.walk_from(segments.begin());
    for (; !walk.at_end() && segments.contain(walk.order()); walk.next()) {
      if (!page.add(item_of(walk.entry()))) return;
    }
  });
  charge(*table, Usage::kRead, page.units(in.consistent_read), source.index);
  count_returned(*table, Returning::kScan, page.count());
  return page.finish(in);
}

}  // namespace emu::dynamodb
