// What DynamoDB answers, and the permission that each operation needs.
#include <string>
#include <vector>

#include "core/gate/validate.h"
#include "dynamodb/access.h"
#include "dynamodb/errors.h"
#include "dynamodb/service.h"
#include "dynamodb/table_name.h"

namespace emu::dynamodb {

namespace {

template <class Op>
std::string table_arn(const Call& call, const Op& in) {
  return arn_of_table(call, in.table_name);
}

template <class Op>
std::string resource_arn(const Call&, const Op& in) {
  return in.resource_arn;
}

// The item of PutItem, the key of the others.
const Item& keyed(const PutItem& in) { return in.item; }
template <class Op>
const Item& keyed(const Op& in) {
  return in.key;
}

template <class Op>
Access<Op> item_access(Dynamodb& dynamodb) {
  return {
      .resource = &table_arn<Op>,
      .conditions = [&dynamodb](const Call& call, const Op& in, std::vector<ConditionValue>& out) {
        dynamodb.add_leading_keys(call, in.table_name, keyed(in), out);
        add_attribute_keys(in, out);
      }};
}

}  // namespace

void Dynamodb::add_to(OperationTable& table) {
  table.add<CreateTable>(*this, &Dynamodb::create_table, {&table_arn});
  table.add<DescribeTable>(*this, &Dynamodb::describe_table, {&table_arn});
  table.add<ListTables>(*this, &Dynamodb::list_tables);
  table.add<UpdateTable>(*this, &Dynamodb::update_table, {&table_arn});
  table.add<DeleteTable>(*this, &Dynamodb::delete_table, {&table_arn});

  table.add<TagResource>(*this, &Dynamodb::tag_resource, {&resource_arn});
  table.add<UntagResource>(*this, &Dynamodb::untag_resource, {&resource_arn});
  table.add<ListTagsOfResource>(*this, &Dynamodb::list_tags_of_resource, {&resource_arn});
  table.add<DescribeEndpoints>(*this, &Dynamodb::describe_endpoints);
  table.add<DescribeLimits>(*this, &Dynamodb::describe_limits);
  table.add<DescribeTimeToLive>(*this, &Dynamodb::describe_time_to_live, {&table_arn});
  table.add<UpdateTimeToLive>(*this, &Dynamodb::update_time_to_live, {&table_arn});
  table.add<DescribeContinuousBackups>(*this, &Dynamodb::describe_continuous_backups, {&table_arn});
  table.add<UpdateContinuousBackups>(*this, &Dynamodb::update_continuous_backups, {&table_arn});

  table.add<PutItem>(*this, &Dynamodb::put_item, item_access<PutItem>(*this));
  table.add<GetItem>(*this, &Dynamodb::get_item, item_access<GetItem>(*this));
  table.add<UpdateItem>(*this, &Dynamodb::update_item, item_access<UpdateItem>(*this));
  table.add<DeleteItem>(*this, &Dynamodb::delete_item, item_access<DeleteItem>(*this));
}

}  // namespace emu::dynamodb
