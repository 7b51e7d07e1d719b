// The condition keys by which policies hold callers to some attributes of a table's items.
//
// Source: Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access
// control".
#pragma once

#include <emu/dynamodb.h>

#include <vector>

#include "core/gate/authorizer.h"

namespace emu::dynamodb {

// dynamodb:Attributes has the names of top-level attributes that a request speaks of, those of the
// key among them; dynamodb:Select and dynamodb:ReturnValues say whether it asks for others too.
void add_attribute_keys(const PutItem& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const GetItem& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const UpdateItem& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const DeleteItem& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const BatchGetItem& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const BatchWriteItem& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const Query& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const Scan& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const ConditionCheck& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const Put& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const Update& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const Delete& in, std::vector<ConditionValue>& out);
void add_attribute_keys(const Get& in, std::vector<ConditionValue>& out);

}  // namespace emu::dynamodb
