// What DynamoDB answers, and the permission that each operation needs.
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/validate.h"
#include "dynamodb/errors.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

template <class Op>
std::string table_arn(const Call& call, const Op& in) {
  // Appended, not formatted, and allocated once: every call on an item passes here.
  constexpr std::string_view kStart = "arn:aws:dynamodb:";
  std::string arn;
  arn.reserve(kStart.size() + call.region().size() + call.account().size() + in.table_name.size() +
              8);
  arn += kStart;
  arn += call.region();
  arn += ':';
  arn += call.account();
  arn += ":table/";
  arn += in.table_name;
  return arn;
}

// The item of PutItem, the key of the others.
const Item& keyed(const PutItem& in) { return in.item; }
template <class Op>
const Item& keyed(const Op& in) {
  return in.key;
}

template <class Op>
Access<Op> table_access(std::string_view action) {
  return {.action = action, .resource = &table_arn<Op>};
}

template <class Op>
Access<Op> item_access(Dynamodb& dynamodb, std::string_view action) {
  return {
      .action = action,
      .resource = &table_arn<Op>,
      .conditions = [&dynamodb](const Call& call, const Op& in, std::vector<ConditionValue>& out) {
        dynamodb.add_leading_keys(call, in.table_name, keyed(in), out);
      }};
}

}  // namespace

void register_operations(Dynamodb& dynamodb, OperationTable& table) {
  table.add_service({.name = kProfile.name,
                     .access_denied = kProfile.access_denied,
                     .invalid = kProfile.invalid});

  table.add(dynamodb, &Dynamodb::create_table, table_access<CreateTable>("dynamodb:CreateTable"));
  table.add(dynamodb, &Dynamodb::describe_table,
            table_access<DescribeTable>("dynamodb:DescribeTable"));
  table.add<ListTables>(dynamodb, &Dynamodb::list_tables, {.action = "dynamodb:ListTables"});
  table.add(dynamodb, &Dynamodb::update_table, table_access<UpdateTable>("dynamodb:UpdateTable"));
  table.add(dynamodb, &Dynamodb::delete_table, table_access<DeleteTable>("dynamodb:DeleteTable"));

  table.add(dynamodb, &Dynamodb::put_item, item_access<PutItem>(dynamodb, "dynamodb:PutItem"));
  table.add(dynamodb, &Dynamodb::get_item, item_access<GetItem>(dynamodb, "dynamodb:GetItem"));
  table.add(dynamodb, &Dynamodb::update_item,
            item_access<UpdateItem>(dynamodb, "dynamodb:UpdateItem"));
  table.add(dynamodb, &Dynamodb::delete_item,
            item_access<DeleteItem>(dynamodb, "dynamodb:DeleteItem"));
}

}  // namespace emu::dynamodb
