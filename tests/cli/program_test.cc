// The program itself, driven as a person or a script drives it.
#include "cli/program.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace emu::cli {
namespace {

TEST_SUITE("cli") {
  TEST_CASE("a scenario whose expectations hold ends with 0 and a report") {
    const Folder folder;
    const Ran ran = folder.shell("emu run " + kScenarios + "/bus-small.yaml");
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(has(ran.out, "A bumpy morning\n"));
    CHECK(has(ran.out, "expectations hold."));
    CHECK_FALSE(has(ran.out, "\x1b"));
  }

  TEST_CASE("a scenario with an expectation that does not hold ends with 1") {
    const Folder folder;
    folder.write("wrong.yaml",
                 "name: Wrong\ndeploy: {application: bus}\ntime_limit: 5s\n"
                 "expect: [{requests: {sent: 1}}]\n");
    Ran ran = folder.shell("emu run wrong.yaml");
    CHECK(ran.code == 1);
    CHECK(has(ran.out, "FAIL  requests: sent = 1"));
    CHECK(has(ran.out, "The expectation failed."));
    ran = folder.shell("emu run wrong.yaml --quiet");
    CHECK(ran.code == 1);
    CHECK(ran.out == "Wrong: requests: sent = 1 (1 too few)\n");
  }

  TEST_CASE("a scenario is found by its name in ./scenarios") {
    const Folder folder;
    folder.write("scenarios/trap.yaml", text_of(kScenarios + "/bus-trap.yaml"));
    const Ran ran = folder.shell("emu run trap --quiet");
    CHECK(ran.code == 0);
    CHECK(ran.out.empty());
    CHECK(has(folder.shell("emu run rush").err, "emu: rush.yaml: the file cannot be read"));
  }

  TEST_CASE("--json prints one document, --seed chooses the run") {
    const Folder folder;
    const std::string command = "emu run " + kScenarios + "/bus-small.yaml --json";
    const auto first = nlohmann::json::parse(folder.shell(command).out);
    const auto again = nlohmann::json::parse(folder.shell(command + " --seed 1").out);
    const auto other = nlohmann::json::parse(folder.shell(command + " --seed=2").out);
    CHECK(first["passed"] == true);
    CHECK(first["digest"] == again["digest"]);
    CHECK(first["digest"] != other["digest"]);
    CHECK(other["seed"] == 2);
  }

  TEST_CASE("--verbose prints the trace before the report") {
    const Folder folder;
    const Ran ran = folder.shell("emu run " + kScenarios + "/bus-trap.yaml --verbose");
    CHECK(ran.code == 0);
    CHECK(ran.out.starts_with("2026-01-01T00:00:00.000Z s3:CreateBucket"));
    CHECK(has(ran.out, "lambda:CreateEventSourceMapping"));
    CHECK(has(ran.out, "What to do\n"));
  }

  TEST_CASE("help is there for the program and for its verbs") {
    const Folder folder;
    for (const char* command : {"emu --help", "emu -h", "emu help"}) {
      const Ran ran = folder.shell(command);
      CHECK(ran.code == 0);
      CHECK(has(ran.out, "usage: emu <verb>"));
      CHECK(has(ran.out, "  run "));
    }
    const Ran run = folder.shell("emu run --help");
    CHECK(run.code == 0);
    for (const char* option : {"--seed N", "--json", "--verbose", "--quiet", "--help"}) {
      CHECK(has(run.out, option));
    }
    for (const char* command : {"emu version", "emu --version"}) {
      CHECK(folder.shell(command).out == "emu 0.1.0\n");
    }
  }

  TEST_CASE("operations lists what is answered, as JSON with the shapes") {
    const Folder folder;
    Ran ran = folder.shell("emu operations");
    CHECK(ran.code == 0);
    CHECK(has(ran.out, "\nsqs\n"));
    CHECK(has(ran.out, "\n  SendMessage\n"));
    ran = folder.shell("emu operations sqs --json");
    CHECK(ran.code == 0);
    const auto services = nlohmann::json::parse(ran.out).at("services");
    REQUIRE(services.size() == 1);
    CHECK(services[0].at("name") == "sqs");
    for (const auto& operation : services[0].at("operations")) {
      if (operation.at("name") != "DeleteMessage") continue;
      CHECK(operation.at("method") == "POST");
      CHECK(operation.at("status") == 200);
      CHECK(operation.at("output") ==
            nlohmann::json::parse(R"({"kind":"structure","members":[]})"));
      CHECK(operation.at("input").at("members").at(1) == nlohmann::json::parse(R"({
        "name":"ReceiptHandle","wire_name":"ReceiptHandle","location":"body","required":true,
        "type":{"kind":"string"}})"));
    }
  }

  TEST_CASE("wrong use ends with 2 and a hint") {
    const Folder folder;
    const struct {
      const char* command;
      const char* says;
    } cases[] = {
        {"emu fly", "emu: there is no verb 'fly'; there is serve, run, "},
        {"emu help fly", "emu: there is no verb 'fly'; there is serve, run, "},
        {"emu --fly", "emu: there is no option '--fly'; there is --help, --version\n"},
        {"emu run", "emu: 'emu run' needs a scenario; none lies in ./scenarios\n"},
        {"emu run a --sed 1", "emu: there is no option '--sed'; there is --seed, --target, "},
        {"emu env --shell csh", "emu: '--shell' needs sh, fish or powershell, not 'csh'\n"},
        {"emu run a --seed", "emu: '--seed' needs a value: --seed N\n"},
        {"emu run a --seed one", "emu: '--seed' needs a whole number, not 'one'\n"},
        {"emu run a --json=yes", "emu: '--json' takes no value\n"},
        {"emu run a --json --quiet", "emu: only one of --json, --verbose and --quiet"},
        {"emu operations sms", "emu: there is no service 'sms'\n"},
        {"emu version now", "emu: 'emu version' takes no arguments\n"},
        {"emu run no.yaml", "emu: no.yaml: the file cannot be read\n"},
    };
    for (const auto& c : cases) {
      const Ran ran = folder.shell(c.command);
      INFO(c.command, ": ", ran.err);
      CHECK(ran.code == 2);
      CHECK(ran.out.empty());
      CHECK(ran.err.starts_with(c.says));
    }
    const Ran nothing = folder.shell("emu");
    CHECK(nothing.code == 2);
    CHECK(has(nothing.out, "usage: emu <verb>"));
  }

  TEST_CASE("several scenarios are run one after the other, with a summary") {
    const Folder folder;
    const std::string head = "deploy: {application: bus}\ntime_limit: 2s\n";
    folder.write("a.yaml", "name: First\n" + head);
    folder.write("scenarios/second.yaml",
                 "name: Second\n" + head + "expect: [{messages: {sent: 1}}]\n");
    Ran ran = folder.shell("emu run a.yaml second");
    CHECK(ran.code == 1);
    CHECK(has(ran.out, "First\n"));
    CHECK(has(ran.out,
              "\nScenarios\n"
              "  PASS  a.yaml                 0 expectations hold\n"
              "  FAIL  scenarios/second.yaml  1 of 1 do not hold\n"
              "\n1 of 2 passed.\n"));
    CHECK(folder.shell("emu run a.yaml second --quiet").out ==
          "Second: messages: sent = 1 (1 too few)\n");
    const auto reports = nlohmann::json::parse(folder.shell("emu run a.yaml second --json").out);
    REQUIRE(reports.size() == 2);
    CHECK(reports[1]["passed"] == false);
    // Nothing is run when one cannot be read.
    ran = folder.shell("emu run a.yaml none.yaml");
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
  }

  TEST_CASE("without a scenario, those that there are get listed") {
    const Folder folder;
    folder.write("scenarios/b.yaml", "name: Bees\ndeploy: {application: bus}\n");
    folder.write("scenarios/c.yaml", "nothing");
    const Ran ran = folder.shell("emu run");
    CHECK(ran.code == 2);
    CHECK(has(ran.err,
              "needs a scenario; there is\n"
              "  scenarios/b.yaml  Bees\n"
              "  scenarios/c.yaml  cannot be read as a scenario\n"));
  }

  TEST_CASE("what cannot be written is a failure") {
    const Folder folder;
    const std::string program = "'" + test::emu_program() + "' ";
    const std::string run = "run " + kScenarios + "/bus-trap.yaml";
    for (const std::string& arguments :
         {std::string("--help"), std::string("operations --json"), run, run + " --verbose"}) {
      INFO(arguments);
      const Ran ran = folder.shell("sh -c \"" + program + arguments + " >/dev/full\"");
      CHECK(ran.code == 1);
      CHECK(has(ran.err, "No space left on device"));
    }
  }

  TEST_CASE("`emu help` with a verb is that verb's help") {
    const Folder folder;
    for (const char* verb : {"run", "serve", "env", "aws", "wait", "version"}) {
      INFO(verb);
      const Ran ran = folder.shell(std::string("emu help ") + verb);
      CHECK(ran.code == 0);
      CHECK(ran.out.starts_with(std::string("usage: emu ") + verb));
    }
  }

  TEST_CASE("a scenario that cannot be used ends with 2 and its place") {
    const Folder folder;
    folder.write("bad.yaml", "name: Bad\ndeploy: {application: bus}\nlod: []\n");
    Ran ran = folder.shell("emu run bad.yaml");
    CHECK(ran.code == 2);
    CHECK(ran.err.starts_with("emu: bad.yaml:3:1: a scenario has no 'lod'; it may have name, "));
    folder.write("bad.yaml", "name: Bad\ndeploy: {application: bus, options: {speed: 5}}\n");
    ran = folder.shell("emu run bad.yaml");
    CHECK(ran.code == 2);
    CHECK(ran.err ==
          "emu: bad.yaml:2:9: the application bus has no option 'speed'; it has booking_time, "
          "consumer_role and endpoint\n");
  }

  TEST_CASE("an interrupt ends a run with the report so far and 130") {
    const Folder folder;
    // The program's own name: timeout cannot call a function of the shell.
    const Ran ran = folder.shell("timeout --preserve-status -s INT 1 '" + test::emu_program() +
                                 "' run " + kScenarios + "/bus-booking.yaml");
    CHECK(ran.code == 130);
    CHECK(has(ran.out, "Interrupted: this is how far it went."));
    CHECK(has(ran.out, "requests sent"));
  }
}

}  // namespace
}  // namespace emu::cli
