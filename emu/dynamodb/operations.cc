// What DynamoDB answers, and the permission that each operation needs.
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/validate.h"
#include "dynamodb/access.h"
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

  table.add<PutItem>(*this, &Dynamodb::put_item, item_access<PutItem>(*this));
  table.add<GetItem>(*this, &Dynamodb::get_item, item_access<GetItem>(*this));
  table.add<UpdateItem>(*this, &Dynamodb::update_item, item_access<UpdateItem>(*this));
  table.add<DeleteItem>(*this, &Dynamodb::delete_item, item_access<DeleteItem>(*this));
}

}  // namespace emu::dynamodb
