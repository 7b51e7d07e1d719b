// Scenarios that deploy a template.
#include <doctest/doctest.h>
#include <emu/sim.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "sim/template_file.h"

namespace emu::sim {
namespace {

namespace fs = std::filesystem;

class TemplateFolder {
 public:
  TemplateFolder() {
    std::string name = (fs::temp_directory_path() / "emu_sim_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemplateFolder() { fs::remove_all(path_); }
  TemplateFolder(const TemplateFolder&) = delete;
  TemplateFolder& operator=(const TemplateFolder&) = delete;
  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

constexpr const char* kTemplate = R"(Parameters:
  Name: {Type: String}
Resources:
  Orders: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Name}}
Outputs:
  Queue: {Value: !Ref Orders}
)";

TEST_SUITE("sim: templates") {
  TEST_CASE("a scenario deploys a template, and has its outputs") {
    const TemplateFolder folder;
    folder.write("shop/template.yaml", kTemplate);
    const auto scenario = load_scenario(folder.write("rush.yaml", R"(name: Rush
deploy: {template: shop/template.yaml, parameters: {Name: orders}}
expect:
  - queue: ${Queue}
    empty: true
)"));
    REQUIRE(scenario);
    const auto report = run(*scenario, {});
    REQUIRE(report);
    CHECK(report->passed());
    CHECK(run(*scenario, {})->digest == report->digest);
  }

  TEST_CASE("a template that is refused is a deployment that is") {
    const TemplateFolder folder;
    folder.write("template.yaml", kTemplate);
    const auto scenario = load_scenario(folder.write("rush.yaml", R"(name: Rush
deploy: {template: template.yaml}
expect:
  - deployment_refused: {code: ValidationError, message_contains: Name}
)"));
    REQUIRE(scenario);
    const auto report = run(*scenario, {});
    REQUIRE(report);
    CHECK(report->passed());
  }

  TEST_CASE("a scenario with a template has no options of an application") {
    const auto refused =
        parse_scenario("name: x\ndeploy: {template: a.yaml, options: {a: b}}\n", "x.yaml");
    REQUIRE(!refused);
    CHECK(refused.error().message.find("options") != std::string::npos);
    CHECK(!parse_scenario("name: x\ndeploy: {template: a.yaml, unknown_resources: hide}\n", "x"));
  }

  TEST_CASE("files are told from scenarios, and give stacks their names") {
    const TemplateFolder folder;
    CHECK(is_template_file(folder.write("a.yaml", kTemplate)));
    CHECK(is_template_file(folder.write("a.json", R"({"Resources": {}})")));
    CHECK(!is_template_file(folder.write("b.yaml", "name: x\n")));
    CHECK(!is_template_file(folder.path() + "/absent.yaml"));
    CHECK(stack_name_of("shops/orders_v2.yaml") == "orders-v2");
    CHECK(stack_name_of("shops/template.yaml") == "shops");
    CHECK(stack_name_of("/1/2.yaml") == "emu");
  }

  TEST_CASE("code is packed the same each time, and refused when it is not there") {
    const TemplateFolder folder;
    folder.write("src/b/c.py", "c");
    folder.write("src/a.py", "a");
    folder.write("one.py", "1");
    const auto packed = package_code(folder.path(), "src/");
    REQUIRE(packed);
    CHECK(packed->view().starts_with("PK\x03\x04"));
    CHECK(packed->view().find("a.py") < packed->view().find("b/c.py"));
    CHECK(package_code(folder.path(), "src")->view() == packed->view());
    CHECK(package_code(folder.path(), "one.py")->view().find("one.py") != std::string::npos);
    const auto absent = package_code(folder.path(), "nowhere");
    REQUIRE(!absent);
    CHECK(absent.error().message.find("nowhere") != std::string::npos);
    fs::create_directories(folder.path() + "/empty");
    CHECK(!package_code(folder.path(), "empty"));
  }
}

}  // namespace
}  // namespace emu::sim
