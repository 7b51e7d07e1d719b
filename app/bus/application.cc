#include "bus/application.h"

#include <stdexcept>
#include <string>

#include "bus/bus.h"

namespace bus {

namespace {

ConsumerRole consumer_role(const std::string& text) {
  if (text == "working") return ConsumerRole::kWorking;
  if (text == "as_in_notes") return ConsumerRole::kAsInNotes;
  throw std::invalid_argument("consumer_role: expected working or as_in_notes, not '" + text + "'");
}

emu::Duration booking_time(const std::string& text) {
  const auto duration = emu::sim::parse_duration(text);
  if (!duration) {
    throw std::invalid_argument("booking_time: expected a duration such as 20ms, not '" + text +
                                "'");
  }
  return *duration;
}

DeployOptions read_options(const std::map<std::string, std::string>& texts) {
  DeployOptions options;
  for (const auto& [name, text] : texts) {
    if (name == "booking_time") {
      options.booking_time = booking_time(text);
    } else if (name == "consumer_role") {
      options.consumer_role = consumer_role(text);
    } else if (name == "endpoint") {
      options.endpoint = text;
    } else {
      throw std::invalid_argument("the application bus has no option '" + name +
                                  "'; it has booking_time, consumer_role and endpoint");
    }
  }
  return options;
}

}  // namespace

emu::sim::Application application() {
  return {.name = "bus",
          .deploy = [](emu::Cloud& cloud, const std::map<std::string, std::string>& texts) {
            DeployOptions options = read_options(texts);
            options.region = cloud.options().region;
            const Deployment deployment = deploy(cloud, options);
            return emu::sim::Outputs{{"http_api", deployment.http_api},
                                     {"website", deployment.website},
                                     {"stats_url", deployment.stats_url},
                                     {"queue", deployment.queue_url},
                                     {"queue_arn", deployment.queue_arn}};
          }};
}

}  // namespace bus
