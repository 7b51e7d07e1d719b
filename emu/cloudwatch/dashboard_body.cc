#include "cloudwatch/dashboard_body.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "cloudwatch/limits.h"
#include "core/json/json_view.h"

namespace emu::cloudwatch {

namespace {

constexpr std::array<std::string_view, 6> kWidgetTypes = {"metric", "text",     "log",
                                                          "alarm",  "explorer", "custom"};

class Judge {
 public:
  DashboardJudgement of(const std::string& body) {
    std::string why;
    const auto document = JsonDocument::parse(body, why);
    if (!document || document->root().type() != JsonView::Type::kObject) {
      refuse("", "The field DashboardBody must be a valid JSON object");
      return std::move(judgement_);
    }
    const auto widgets = document->root().find("widgets");
    if (!widgets) {
      refuse("", "The field widgets is required");
    } else if (widgets->type() != JsonView::Type::kArray) {
      refuse("/widgets", "Should be array");
    } else if (widgets->size() > kWidgetsMax) {
      refuse("/widgets", fmt::format("Should not have more than {} items", kWidgetsMax));
    } else {
      std::size_t i = 0;
      widgets->each_element([&](const JsonView& widget) {
        judge_widget(fmt::format("/widgets/{}", i++), widget);
        return true;
      });
    }
    return std::move(judgement_);
  }

 private:
  void refuse(std::string path, std::string message) {
    judgement_.is_valid = false;
    judgement_.messages.push_back({.data_path = std::move(path), .message = std::move(message)});
  }

  void judge_widget(const std::string& path, const JsonView& widget) {
    if (widget.type() != JsonView::Type::kObject) return refuse(path, "Should be object");
    const auto type = widget.find("type");
    if (!type || type->type() != JsonView::Type::kString) {
      return refuse(path + "/type", "Should have required property 'type'");
    }
    bool is_known = false;
    for (const std::string_view each : kWidgetTypes) is_known |= type->string() == each;
    if (!is_known) refuse(path + "/type", "Should match exactly one schema in oneOf");
    const auto properties = widget.find("properties");
    if (!properties || properties->type() != JsonView::Type::kObject) {
      refuse(path + "/properties", "Should have required property 'properties'");
    }
    for (const std::string_view name : {"x", "y", "width", "height"}) {
      const auto number = widget.find(name);
      if (number && number->type() != JsonView::Type::kInteger) {
        refuse(fmt::format("{}/{}", path, name), "Should be integer");
      }
    }
  }

  DashboardJudgement judgement_;
};

}  // namespace

DashboardJudgement judge_dashboard(const std::string& body) { return Judge().of(body); }

}  // namespace emu::cloudwatch
