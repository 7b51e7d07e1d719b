// DynamoDB: items in tables, read and changed by their keys, one at a time or in transactions.
//
//   using namespace emu::dynamodb;
//   aws.send(UpdateItem{.table_name = "stats", .key = {{"id", "total"}},
//                       .update_expression = "ADD requests :one",
//                       .expression_attribute_values = {{":one", 1}}}).value();
//   auto read = aws.send(GetItem{.table_name = "stats", .key = {{"id", "total"}}}).value();
//   read.item.at("requests").integer();   // an empty item when there is none with that key
//
// Every operation is atomic, and every read sees the latest write, ConsistentRead or not. Errors:
// ValidationException, ResourceNotFoundException, ConditionalCheckFailedException (with the item as
// detail() when ReturnValuesOnConditionCheckFailure asks for it). Source: Amazon DynamoDB API
// Reference, the pages of the operations; Developer Guide, "Using expressions in DynamoDB".
#pragma once

#include <emu/dynamodb/auto_scaling.h>
#include <emu/dynamodb/backups.h>
#include <emu/dynamodb/batches.h>
#include <emu/dynamodb/contributor_insights.h>
#include <emu/dynamodb/errors.h>
#include <emu/dynamodb/global_table_settings.h>
#include <emu/dynamodb/global_tables.h>
#include <emu/dynamodb/items.h>
#include <emu/dynamodb/kinesis_destinations.h>
#include <emu/dynamodb/looks.h>
#include <emu/dynamodb/partiql.h>
#include <emu/dynamodb/reads.h>
#include <emu/dynamodb/replicas.h>
#include <emu/dynamodb/resource_policies.h>
#include <emu/dynamodb/settings.h>
#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/tags.h>
#include <emu/dynamodb/transactions.h>
#include <emu/dynamodb/value.h>
#include <emu/dynamodb/values.h>
