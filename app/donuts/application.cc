#include "donuts/application.h"

#include <charconv>
#include <chrono>
#include <stdexcept>
#include <string>

#include "donuts/donuts.h"

namespace donuts {

namespace {

constexpr std::int64_t kStockMax = 1'000'000'000;
constexpr std::chrono::minutes kDelayMax{15};  // of a message of SQS

emu::Duration duration(const std::string& name, const std::string& text) {
  const auto duration = emu::sim::parse_duration(text);
  if (!duration) {
    throw std::invalid_argument(name + ": expected a duration such as 2s, not '" + text + "'");
  }
  return *duration;
}

emu::Duration production_time(const std::string& text) {
  const emu::Duration time = duration("production_time", text);
  if (time > kDelayMax || time % std::chrono::seconds(1) != emu::Duration(0)) {
    throw std::invalid_argument("production_time: expected whole seconds, 15min at most");
  }
  return time;
}

std::int64_t stock(const std::string& text) {
  std::int64_t amount = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || amount < 0 ||
      amount > kStockMax) {
    throw std::invalid_argument("stock: expected a number of donuts, not '" + text + "'");
  }
  return amount;
}

DeployOptions read_options(const std::map<std::string, std::string>& texts) {
  DeployOptions options;
  for (const auto& [name, text] : texts) {
    if (name == "stock") {
      options.stock = stock(text);
    } else if (name == "answer_time") {
      options.answer_time = duration(name, text);
    } else if (name == "production_time") {
      options.production_time = production_time(text);
    } else if (name == "endpoint") {
      options.endpoint = text;
    } else {
      throw std::invalid_argument("the application donuts has no option '" + name +
                                  "'; it has stock, answer_time, production_time and endpoint");
    }
  }
  return options;
}

}  // namespace

emu::sim::Application application() {
  return {.name = "donuts",
          .deploy = [](emu::Cloud& cloud, const std::map<std::string, std::string>& texts) {
            DeployOptions options = read_options(texts);
            options.region = cloud.options().region;
            const Deployment deployment = deploy(cloud, options);
            return emu::sim::Outputs{{"sales_api", deployment.sales_api},
                                     {"factory_api", deployment.factory_api},
                                     {"queue", deployment.queue_arn},
                                     {"dead_letter_queue", deployment.dead_letter_queue_arn},
                                     {"line_queue", deployment.line_queue_arn},
                                     {"warehouse", deployment.warehouse_arn}};
          }};
}

}  // namespace donuts
