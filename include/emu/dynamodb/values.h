// Values that texts of Amazon DynamoDB take, for those who want a compiler to read them.
#pragma once

namespace emu::dynamodb {

// Of an attribute that is a key: AttributeDefinition::attribute_type.
namespace attribute_types {
inline constexpr const char* kString = "S";
inline constexpr const char* kNumber = "N";
inline constexpr const char* kBinary = "B";
}  // namespace attribute_types

// CreateTable::billing_mode.
namespace billing_modes {
inline constexpr const char* kPayPerRequest = "PAY_PER_REQUEST";
inline constexpr const char* kProvisioned = "PROVISIONED";
}  // namespace billing_modes

// KeySchemaElement::key_type.
namespace key_types {
inline constexpr const char* kHash = "HASH";
inline constexpr const char* kRange = "RANGE";
}  // namespace key_types

// GlobalSecondaryIndexDescription::index_status.
namespace index_statuses {
inline constexpr const char* kCreating = "CREATING";
inline constexpr const char* kUpdating = "UPDATING";
inline constexpr const char* kDeleting = "DELETING";
inline constexpr const char* kActive = "ACTIVE";
}  // namespace index_statuses

// Projection::projection_type.
namespace projection_types {
inline constexpr const char* kAll = "ALL";
inline constexpr const char* kKeysOnly = "KEYS_ONLY";
inline constexpr const char* kInclude = "INCLUDE";
}  // namespace projection_types

// What an operation on an item answers of it: PutItem::return_values.
namespace return_values {
inline constexpr const char* kNone = "NONE";
inline constexpr const char* kAllOld = "ALL_OLD";
inline constexpr const char* kUpdatedOld = "UPDATED_OLD";
inline constexpr const char* kAllNew = "ALL_NEW";
inline constexpr const char* kUpdatedNew = "UPDATED_NEW";
}  // namespace return_values

// Which attributes of items a Query or Scan answers: Query::select.
namespace select_values {
inline constexpr const char* kAllAttributes = "ALL_ATTRIBUTES";
inline constexpr const char* kAllProjectedAttributes = "ALL_PROJECTED_ATTRIBUTES";
inline constexpr const char* kCount = "COUNT";
inline constexpr const char* kSpecificAttributes = "SPECIFIC_ATTRIBUTES";
}  // namespace select_values

// TableDescription::table_status.
namespace table_statuses {
inline constexpr const char* kCreating = "CREATING";
inline constexpr const char* kUpdating = "UPDATING";
inline constexpr const char* kDeleting = "DELETING";
inline constexpr const char* kActive = "ACTIVE";
}  // namespace table_statuses

}  // namespace emu::dynamodb
