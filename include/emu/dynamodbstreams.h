// DynamoDB Streams: what changed in tables, read out in the order of the changes.
//
//   using namespace emu::dynamodbstreams;
//   const auto stream = aws.send(DescribeStream{.stream_arn = arn}).value().stream_description;
//   std::string iterator =
//       aws.send(GetShardIterator{.stream_arn = arn,
//                                 .shard_id = stream.shards.front().shard_id,
//                                 .shard_iterator_type = shard_iterator_types::kTrimHorizon})
//           .value()
//           .shard_iterator;
//   for (const Record& record : aws.send(GetRecords{iterator}).value().records) …
//
// A table has a stream when its StreamSpecification says so. Records can be read for 24 hours, also
// after the stream has ended. Errors: ResourceNotFoundException, ExpiredIteratorException,
// TrimmedDataAccessException, ValidationException. Source: Amazon DynamoDB Streams API Reference;
// Amazon DynamoDB Developer Guide, "Change data capture for DynamoDB Streams".
#pragma once

#include <emu/dynamodbstreams/errors.h>
#include <emu/dynamodbstreams/looks.h>
#include <emu/dynamodbstreams/streams.h>
#include <emu/dynamodbstreams/values.h>
