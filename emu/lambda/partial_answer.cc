#include "lambda/partial_answer.h"

#include "core/json/json_view.h"

namespace emu::lambda {

std::optional<ItemIdentifiers> failed_identifiers(std::string_view answer) {
  std::string why;
  const std::optional<JsonDocument> document = JsonDocument::parse(answer, why);
  if (!document) return std::nullopt;
  const JsonView root = document->root();
  ItemIdentifiers identifiers;
  if (root.is_null()) return identifiers;
  if (root.type() != JsonView::Type::kObject) return std::nullopt;
  const std::optional<JsonView> list = root.find("batchItemFailures");
  if (!list || list->is_null()) return identifiers;
  if (list->type() != JsonView::Type::kArray) return std::nullopt;
  const bool is_well_formed = list->each_element([&](const JsonView& failure) {
    if (failure.type() != JsonView::Type::kObject) return false;
    const std::optional<JsonView> identifier = failure.find("itemIdentifier");
    if (!identifier || identifier->type() != JsonView::Type::kString) return false;
    if (identifier->string().empty()) return false;
    identifiers.emplace(identifier->string());
    return true;
  });
  if (!is_well_formed) return std::nullopt;
  return identifiers;
}

}  // namespace emu::lambda
