#include "cli/serve_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/flags.h"
#include "cli/localstack_environment.h"
#include "cli/scenario_file.h"
#include "cli/unknown_resources.h"
#include "core/text/account_id.h"
#include "core/time/duration_text.h"
#include "core/time/live_clock.h"
#include "server/guard.h"
#include "sim/quantities.h"
#include "sim/template_file.h"

namespace emu::cli {

namespace {

constexpr const char* kServeUsage =
    "usage: emu serve [options]\n"
    "\n"
    "Serves an empty AWS account on this machine. Everything that talks to AWS talks to it, when\n"
    "AWS_ENDPOINT_URL names it: SDKs and the AWS CLI; `emu env --help` says which are too old for\n"
    "that. It runs in the foreground until Ctrl-C. Everything is in memory and ends with the\n"
    "process; nothing is written to disk.\n"
    "\n";
constexpr const char* kServeUsageEnd =
    "\n"
    "The account of a call is its access key when that is 12 digits, or the account that an "
    "access\n"
    "key of IAM or STS belongs to, or else --account.\n"
    "With the clock held, `emu clock advance 12h` lets twelve hours pass in a moment. A long poll\n"
    "then waits until another shell does so, or until a message comes.\n"
    "Controls of the clock, the trace and the like lie under /_emu/: docs/control-api.md\n"
    "Every option may be a variable of the environment too: EMU_PORT, EMU_VERIFY_SIGNATURES=1,\n"
    "EMU_ALLOW_ORIGIN with commas. Of LocalStack's, GATEWAY_LISTEN, LOCALSTACK_HOST and\n"
    "EXTRA_CORS_ALLOWED_ORIGINS are read: docs/from-localstack.md\n"
    "\n"
    "Exit code: 0 it was stopped, 1 it could not listen or AWS has refused what a scenario "
    "deploys,\n"
    "2 the command or a scenario cannot be used.\n";

// Events that the trace keeps, for the biographies of messages.
constexpr std::size_t kTraceCapacity = 16'384;

struct Texts {
  std::string port = "4566";
  std::string clock = "real";
  std::string account = {};
  std::string region = {};
  std::string seed = {};
  std::string memory_max = {};
  std::string lambda_processes = {};
  std::string dynamodb_table_step = {};
  std::string dynamodb_transaction_time = {};
  std::string s3_bucket_defaults = {};
  std::vector<std::string> init = {};
  std::string unknown_resources = {};
  std::vector<std::string> origins = {};
  std::string log = {};
};

Flags make_flags(ServeOptions& options, Texts& texts) {
  ServerOptions& server = options.server;
  Flags flags;
  flags.add_value("--port", "N", texts.port, "listen on this port; 4566 unless given, 0: any free");
  flags.add_value("--host", "ADDRESS", server.host,
                  "listen on this address; 127.0.0.1, this machine only, unless given");
  flags.add_list("--allow-origin", "ORIGIN", texts.origins,
                 "let web pages of this origin in, such as http://localhost:3000; may be repeated");
  flags.add_list("--allow-host", "NAME", server.allowed_hosts,
                 "answer to this host name too, and to those under it; may be repeated");
  flags.add_list("--init", "FILE", texts.init,
                 "deploy this template, or this scenario's application, first; may be repeated");
  flags.add_value("--unknown-resources", "refuse|skip", texts.unknown_resources,
                  "what to do with resources of a template whose types are not known");
  flags.add_value("--clock", "CLOCK", texts.clock,
                  "real, held, or xN for N times as fast as real time");
  flags.add_value("--account", "ID", texts.account,
                  "account of callers that name no other; 000000000000 unless given");
  flags.add_value("--region", "NAME", texts.region,
                  "region of callers that name no other; the first scenario's, or us-east-1");
  flags.add_switch("--verify-signatures", server.verify_signatures,
                   "refuse calls whose signature is wrong, as AWS does");
  flags.add_switch("--tls", server.tls, "serve HTTPS, with a certificate made for this run");
  flags.add_value("--cert", "FILE", server.certificate_file, "serve HTTPS with this certificate");
  flags.add_value("--key", "FILE", server.key_file, "the certificate's private key");
  flags.add_value("--seed", "N", texts.seed, "draw ids and choices from this seed");
  flags.add_value("--log", "FORMAT", texts.log,
                  "write a line for each call to stderr, as text or json");
  flags.add_value("--ready-hook", "FOLDER", options.ready_hook,
                  "run this folder's scripts once the server answers, in the order of their names");
  flags.add_value("--memory-max", "SIZE", texts.memory_max,
                  "refuse to store more, as AWS does who is too fast; such as 2GiB or 512MiB");
  flags.add_value("--lambda-processes", "N", texts.lambda_processes,
                  "run at most so many functions as processes at a time; 32 unless given, 0: none");
  flags.add_value("--python", "PROGRAM", options.runtimes.python,
                  "runs functions with Runtime python3.x; python3 unless given");
  flags.add_value("--node", "PROGRAM", options.runtimes.node,
                  "runs functions with Runtime nodejs*.x; node unless given");
  flags.add_list("--python-path", "FOLDER", options.runtimes.python_path,
                 "functions in Python find modules here, behind their package and layers");
  flags.add_list("--node-modules", "FOLDER", options.runtimes.node_modules,
                 "functions in Node.js find modules here, behind their package and layers");
  flags.add_value("--dynamodb-table-step", "TIME", texts.dynamodb_table_step,
                  "how long tables are CREATING, UPDATING or DELETING; 0 unless given");
  flags.add_value("--dynamodb-transaction-time", "TIME", texts.dynamodb_transaction_time,
                  "how long transactions have their items in hand; 0 unless given");
  flags.add_switch("--dynamodb-throttling", options.cloud.dynamodb.throttling,
                   "refuse calls beyond the throughput of tables, as AWS does");
  flags.add_value("--s3-bucket-defaults", "YEAR", texts.s3_bucket_defaults,
                  "2022: new buckets have access control lists that grant, and block nothing");
  flags.add_switch("--help", options.help, "print this");
  return flags;
}

Result<int> read_port(const std::string& text) {
  const auto port = sim::parse_count(text);
  if (port && *port <= 65535) return static_cast<int>(*port);
  return usage_error(fmt::format("'--port' needs a number from 0 to 65535, not '{}'", text));
}

Result<LiveOptions> read_clock(const std::string& text) {
  if (text == "real") return LiveOptions{};
  if (text == "held") return LiveOptions{.held = true};
  if (text.starts_with('x')) {
    const auto scale = sim::parse_rate(std::string_view(text).substr(1));
    if (scale && *scale >= kClockScaleMin && *scale <= kClockScaleMax)
      return LiveOptions{.scale = *scale};
  }
  return usage_error(fmt::format("'--clock' needs real, held or xN such as x60, not '{}'", text));
}

Result<s3::BucketDefaults> read_bucket_defaults(const std::string& text) {
  if (text.empty() || text == "current") return s3::BucketDefaults::kCurrent;
  if (text == "2022") return s3::BucketDefaults::k2022;
  return usage_error(fmt::format("'--s3-bucket-defaults' needs 2022 or current, not '{}'", text));
}

// "512MiB"; at least as much as a server with a little in it takes.
Result<std::size_t> read_memory_max(const std::string& text) {
  struct Unit {
    std::string_view name;
    std::size_t bytes;
  };
  constexpr std::array<Unit, 4> kUnits = {{{"MiB", std::size_t{1} << 20},
                                           {"GiB", std::size_t{1} << 30},
                                           {"M", std::size_t{1} << 20},
                                           {"G", std::size_t{1} << 30}}};
  constexpr std::size_t kLeast = std::size_t{128} << 20;
  for (const Unit& unit : kUnits) {
    if (!text.ends_with(unit.name)) continue;
    const auto count = sim::parse_count(text.substr(0, text.size() - unit.name.size()));
    if (!count || *count > 1'000'000) break;
    const std::size_t bytes = static_cast<std::size_t>(*count) * unit.bytes;
    if (bytes >= kLeast) return bytes;
  }
  return usage_error(fmt::format(
      "'--memory-max' needs a size such as 512MiB or 2GiB, at least 128MiB, not '{}'", text));
}

Result<std::size_t> read_lambda_processes(const std::string& text) {
  constexpr std::int64_t kMost = 1000;
  const auto count = sim::parse_count(text);
  if (count && *count >= 0 && *count <= kMost) return static_cast<std::size_t>(*count);
  return usage_error(
      fmt::format("'--lambda-processes' needs a number from 0 to {}, not '{}'", kMost, text));
}

// Whoever polls would not see the end of a longer one.
Result<Duration> read_step(std::string_view flag, const std::string& text) {
  const auto step = parse_duration_text(text);
  if (step && *step <= std::chrono::hours(1)) return *step;
  return usage_error(
      fmt::format("'{}' needs a time such as 500ms, at most 1h, not '{}'", flag, text));
}

Status read_account(const Texts& texts, CloudOptions& cloud) {
  if (!texts.account.empty()) {
    if (!is_account_id(texts.account)) {
      return usage_error(fmt::format("'--account' needs 12 digits, not '{}'", texts.account));
    }
    cloud.account = texts.account;
  }
  if (texts.seed.empty()) return {};
  const auto seed = sim::parse_count(texts.seed);
  if (!seed) {
    return usage_error(fmt::format("'--seed' needs a whole number, not '{}'", texts.seed));
  }
  cloud.seed = static_cast<std::uint64_t>(*seed);
  return {};
}

Result<LogFormat> read_log(const std::string& text) {
  if (text.empty()) return LogFormat::kNone;
  if (text == "text") return LogFormat::kText;
  if (text == "json") return LogFormat::kJson;
  return usage_error(fmt::format("'--log' needs text or json, not '{}'", text));
}

// What was written for another server comes first, so that everything else goes before it.
void read_localstack(Texts& texts, ServerOptions& server) {
  LocalstackEnvironment found = read_localstack_environment();
  if (!found.host.empty()) server.host = std::move(found.host);
  if (!found.port.empty()) texts.port = std::move(found.port);
  server.allowed_hosts = std::move(found.hosts);
  texts.origins = std::move(found.origins);
}

Status read_origins(const Texts& texts, ServerOptions& server) {
  for (const std::string& text : texts.origins) {
    auto origin = server::parse_origin(text);
    if (!origin) {
      return usage_error(fmt::format("'--allow-origin': {}", origin.error().message));
    }
    server.allowed_origins.push_back(std::move(*origin));
  }
  return {};
}

Status load_init(const Texts& texts, ServeOptions& options) {
  EMU_TRY(options.skip_unknown_resources, read_unknown_resources(texts.unknown_resources));
  for (const std::string& name : texts.init) {
    if (sim::is_template_file(name)) {
      options.init.push_back(
          {.name = sim::stack_name_of(name),
           .region = std::string(),
           .deploy = {.template_file = name,
                      .skip_unknown_resources = options.skip_unknown_resources}});
      continue;
    }
    EMU_TRY(auto scenario, sim::load_scenario(find_scenario(name)));
    options.init.push_back(std::move(scenario));
  }
  if (!texts.region.empty()) {
    options.cloud.region = texts.region;
  } else if (!options.init.empty() && !options.init.front().region.empty()) {
    options.cloud.region = options.init.front().region;
  }
  return {};
}

Time machine_time() {
  return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

}  // namespace

Result<ServeOptions> read_serve_options(std::span<char* const> arguments) {
  ServeOptions options;
  Texts texts;
  const Flags flags = make_flags(options, texts);
  read_localstack(texts, options.server);
  EMU_CHECK(flags.read_environment("EMU_"));
  EMU_TRY(const auto others, flags.parse(arguments));
  if (options.help) return options;
  if (!others.empty()) {
    return usage_error(
        fmt::format("'emu serve' takes no '{}'; a scenario is given with --init", others.front()));
  }
  EMU_TRY(const auto port, read_port(texts.port));
  options.server.port = port;
  EMU_TRY(const auto clock, read_clock(texts.clock));
  options.clock = texts.clock;
  options.cloud.live = clock;
  options.cloud.start = machine_time();
  options.cloud.trace_capacity = kTraceCapacity;
  EMU_TRY(options.log, read_log(texts.log));
  EMU_CHECK(read_origins(texts, options.server));
  EMU_CHECK(read_account(texts, options.cloud));
  if (!texts.memory_max.empty()) {
    EMU_TRY(options.memory_bytes_max, read_memory_max(texts.memory_max));
  }
  if (!texts.lambda_processes.empty()) {
    EMU_TRY(options.runtimes.sandboxes_max, read_lambda_processes(texts.lambda_processes));
  }
  if (!texts.dynamodb_table_step.empty()) {
    EMU_TRY(options.cloud.dynamodb.table_step,
            read_step("--dynamodb-table-step", texts.dynamodb_table_step));
  }
  if (!texts.dynamodb_transaction_time.empty()) {
    EMU_TRY(options.cloud.dynamodb.transaction_time,
            read_step("--dynamodb-transaction-time", texts.dynamodb_transaction_time));
  }
  EMU_TRY(options.cloud.s3.bucket_defaults, read_bucket_defaults(texts.s3_bucket_defaults));
  EMU_CHECK(load_init(texts, options));
  return options;
}

std::string serve_help() {
  ServeOptions options;
  Texts texts;
  return kServeUsage + make_flags(options, texts).help() + kServeUsageEnd;
}

}  // namespace emu::cli
