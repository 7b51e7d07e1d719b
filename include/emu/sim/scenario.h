// Scenario: what to deploy, the load to put on it, what goes wrong meanwhile and what must hold in
// the end. Usually read from a YAML file, whose vocabulary docs/scenarios.md describes; a program
// may as well fill in the structs.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/fault.h>
#include <emu/http.h>
#include <emu/rdsdata/statements.h>
#include <emu/result.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace emu::sim {

// Where in its file something stands, counted from 1; 0 in a scenario that no file holds.
struct Place {
  int line = 0;
  int column = 0;
};

// An application that the program knows, or a template of CloudFormation.
struct Deploy {
  std::string application = {};
  std::map<std::string, std::string> options = {};
  std::string template_file = {};                      // relative to the scenario's file
  std::string stack_name = {};                         // by default after the template
  std::map<std::string, std::string> parameters = {};  // the template's
  bool skip_unknown_resources = false;
  Place place = {};
};

// ---- Load ----

// A request as the scenario words it. In all but the method, ${name} stands for an output of the
// deployment and ${number} for the request's number, from 1.
struct RequestTemplate {
  std::string method = "GET";
  std::string url = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};
};

enum class Arrivals { kPoisson, kEven };

// Requests per second, constant or changing evenly from `rate` to `ramp_to`.
struct Phase {
  Duration duration = {};
  double rate = 0;
  double ramp_to = 0;  // equal to `rate`: constant
};

// Requests that arrive whether or not earlier ones have been answered.
struct Load {
  RequestTemplate request = {};
  Arrivals arrivals = Arrivals::kPoisson;
  int expect_status = 200;  // what counts as success
  std::vector<Phase> phases = {};
  Place place = {};
};

// ---- What calls take, and what goes wrong ----

// Drawn evenly from min to max, both included.
struct Latency {
  Duration min = {};
  Duration max = {};
  Place place = {};
};

// A fault as its file has it. Its times count from the load's begin.
struct ScenarioFault {
  FaultRule rule = {};
  Place place = {};
};

// ---- Expectations ----

// A count, a time in microseconds, thousandths of a percent of a figure's whole, or the value of
// another figure such as "requests.sent".
struct Amount {
  enum class Kind { kCount, kDuration, kPercent, kFigure };
  Kind kind = Kind::kCount;
  std::int64_t value = 0;
  std::string figure = {};
};

// What is expected of one figure; at least one bound is given.
struct Condition {
  std::string figure;
  std::optional<Amount> equals = {};
  std::optional<Amount> at_least = {};
  std::optional<Amount> at_most = {};
};

// Figures that were measured on the way: of all requests, of all messages, of one queue, function
// or operation. docs/scenarios.md lists those of each subject.
struct FiguresExpectation {
  enum class Subject { kRequests, kMessages, kQueue, kFunction, kCalls };
  Subject subject = Subject::kRequests;
  std::string name = {};  // a queue's URL or ARN, a function's name, "sqs:SendMessage"
  std::vector<Condition> conditions = {};
};

struct ItemReference {
  std::string table = {};
  dynamodb::Item key = {};
};

// An item of a DynamoDB table, read when the load is over.
struct ItemExpectation {
  ItemReference item = {};
  std::vector<std::string> equal = {};            // attributes that must be equal to each other
  std::vector<Condition> numbers = {};            // of attributes that are numbers
  std::map<std::string, std::string> texts = {};  // attributes that are text
};

// The items of a DynamoDB table or index that a query finds when the load is over, or without a key
// condition a scan.
struct ItemsExpectation {
  std::string table = {};
  std::optional<std::string> index = {};
  std::optional<std::string> where = {};   // a key condition expression
  std::optional<std::string> filter = {};  // a filter expression
  std::map<std::string, std::string> names = {};
  dynamodb::Item values = {};
  std::optional<Condition> count = {};  // of the items
  std::vector<Condition> each = {};     // of attributes of each item that are numbers
};

// The rows that a query gives when the load is over, of a database of RDS that the RDS Data API
// reaches.
struct RowsExpectation {
  std::string cluster = {};   // its identifier or ARN
  std::string database = {};  // by default the cluster's first
  std::string sql = {};
  std::map<std::string, rdsdata::Field> parameters = {};
  std::optional<Condition> count = {};  // of the rows
  std::vector<std::string> equal = {};  // columns that must be equal to each other in each row
  std::vector<Condition> each = {};     // of columns of each row that are whole numbers
};

// An object in S3. As JSON its members may be compared with an item's attributes of the same names.
struct ObjectExpectation {
  std::string bucket = {};
  std::string key = {};
  std::string contains = {};
  std::optional<ItemReference> same_as_item = {};
  std::vector<std::string> members = {};
};

// The deployment must be refused by AWS. Without this expectation it must succeed.
struct RefusalExpectation {
  std::string code = {};
  std::string message_contains = {};
};

struct Expectation {
  std::variant<FiguresExpectation, ItemExpectation, ItemsExpectation, RowsExpectation,
               ObjectExpectation, RefusalExpectation>
      what;
  Place place = {};
};

struct Scenario {
  std::string file = {};  // for messages; empty when no file holds it
  std::string name = {};
  std::string shows = {};   // in one sentence
  std::string advice = {};  // text for the end of the report
  std::string region = "us-east-1";
  std::uint64_t seed = 1;
  Deploy deploy = {};
  std::vector<Load> load = {};
  std::map<std::string, Latency> latency = {};  // by service
  std::vector<ScenarioFault> faults = {};
  std::vector<Expectation> expect = {};
  Duration time_limit = std::chrono::minutes(30);  // of virtual time, from the load's begin
};

// Reads a scenario. What is wrong is an Error with the code InvalidScenario whose message begins
// with file:line:column and says what was expected there. Nothing is passed over silently: unknown
// and repeated keys are errors.
Result<Scenario> parse_scenario(std::string_view yaml, const std::string& file);
Result<Scenario> load_scenario(const std::string& path);

// A duration as scenarios write it, for applications whose options hold some. 0, or a number and a
// unit without a space: "250us", "15ms", "1.5s", "10min", "12h", "4d". At most 10,000 days; finer
// than a microsecond is refused.
std::optional<Duration> parse_duration(std::string_view text);

}  // namespace emu::sim
