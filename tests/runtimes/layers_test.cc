// Sources: Lambda Developer Guide, "Adding layers to functions", "Working with layers for Python
// Lambda functions", "Working with layers for Node.js Lambda functions".
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "runtimes/folder_stamp.h"
#include "runtimes/functions_fixture.h"

namespace emu::test {
namespace {

namespace fs = std::filesystem;

struct FolderOnDisk {
  FolderOnDisk() {
    std::string name = (fs::temp_directory_path() / "emu-folder-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~FolderOnDisk() { fs::remove_all(path); }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
  }
  fs::path path;
};

struct LayersFixture : FunctionsFixture {
  std::string publish(const std::string& name, const std::vector<ZipEntry>& files) {
    return aws
        .send(
            lambda::PublishLayerVersion{.layer_name = name, .content = {.zip_file = zip_of(files)}})
        .value()
        .layer_version_arn;
  }
  void give(const std::string& function, std::vector<std::string> layers) {
    aws.send(lambda::UpdateFunctionConfiguration{.function_name = function,
                                                 .layers = std::move(layers)})
        .value();
  }
  void create_on_disk(const std::string& name, const fs::path& folder) {
    aws.send(lambda::CreateFunction{
                 .function_name = name,
                 .runtime = "python3.12",
                 .role = role,
                 .handler = "app.handler",
                 .code = {.s3_bucket = lambda::kFolderBucket, .s3_key = folder.string()},
                 .timeout = 120s,
                 .memory_size = 512})
        .value();
  }
};

// What a child of this machine can see in other places.
bool has_mounts() {
  return geteuid() == 0 && fs::is_directory("/opt") && std::system("unshare -m true") == 0;
}

TEST_SUITE("runtimes: layers") {
  TEST_CASE_FIXTURE(LayersFixture, "a function in Python finds its layers, the last one first") {
    if (!has_program("python3")) return;
    create_python("f", R"py(
import os, subprocess
def lambda_handler(event, context):
    import first, both, deep
    return [first.name, both.name, deep.name, subprocess.check_output(["tool"]).decode().strip(),
            os.path.dirname(os.path.dirname(first.__file__)), os.environ["LAMBDA_TASK_ROOT"]]
)py");
    const std::string one =
        publish("one", {{.path = "python/first.py", .content = "name = 'first'"},
                        {.path = "python/both.py", .content = "name = 'of one'"},
                        {.path = "bin/tool", .content = "#!/bin/sh\necho tool", .mode = 0100755}});
    const std::string two = publish(
        "two",
        {{.path = "python/both.py", .content = "name = 'of two'"},
         {.path = "python/lib/python3.12/site-packages/deep.py", .content = "name = 'deep'"}});
    give("f", {one, two});
    const std::string said = answer("f");
    CHECK(said.starts_with(R"(["first", "of two", "deep", "tool", )"));
    // Where the machine lets a child have mounts of its own.
    if (has_mounts()) CHECK(said.ends_with(R"("/opt", "/var/task"])"));
  }

  TEST_CASE_FIXTURE(LayersFixture, "the package goes before the layers") {
    if (!has_program("python3")) return;
    create("f", {.files = {{.path = "lambda_function.py",
                            .content = "import both\n"
                                       "def lambda_handler(event, context): return both.name"},
                           {.path = "both.py", .content = "name = 'of the package'"}}});
    give("f", {publish("one", {{.path = "python/both.py", .content = "name = 'of one'"}})});
    CHECK(answer("f") == R"("of the package")");
  }

  TEST_CASE_FIXTURE(LayersFixture, "a function in Node.js finds its layers, as an ES module too") {
    if (!has_program("node")) return;
    const std::string layer = publish(
        "one", {{.path = "nodejs/node_modules/plain/index.js", .content = "exports.name = 'plain'"},
                {.path = "nodejs/node20/node_modules/newer/index.js",
                 .content = "exports.name = 'newer'"}});
    create_node("plain", "index.js", R"js(
exports.handler = async () => require("plain").name + " " + require("newer").name;
)js");
    give("plain", {layer});
    CHECK(answer("plain") == R"("plain newer")");
    create_node("module", "index.mjs", R"js(
import plain from "plain";
import { name } from "newer";
export const handler = async () => plain.name + " " + name;
)js");
    give("module", {layer});
    CHECK(answer("module") == R"("plain newer")");
  }

  TEST_CASE_FIXTURE(LayersFixture, "a program of its own may come from a layer") {
    create("f", {.runtime = "provided.al2023", .files = {{.path = "readme"}}});
    give("f", {publish("one",
                       {{.path = "bootstrap", .content = "#!/bin/sh\nexit 7", .mode = 0100755}})});
    CHECK(answer("f").find("Runtime exited with error: exit status 7") != std::string::npos);
  }
}

TEST_SUITE("runtimes: folders on disk") {
  TEST_CASE_FIXTURE(LayersFixture, "a folder is used in place; an edit is a cold start") {
    if (!has_program("python3")) return;
    const FolderOnDisk folder;
    folder.write("app.py", R"py(
import part
count = 0
def handler(event, context):
    global count
    count += 1
    return "%s %d" % (part.name, count)
)py");
    folder.write("part.py", "name = 'old'");
    create_on_disk("f", folder.path);
    CHECK(answer("f") == R"("old 1")");
    CHECK(answer("f") == R"("old 2")");
    folder.write("part.py", "name = 'newer'");
    CHECK(answer("f") == R"("newer 1")");
    CHECK(answer("f") == R"("newer 2")");
    CHECK(fs::exists(folder.path / "app.py"));
  }

  TEST_CASE_FIXTURE(LayersFixture, "a folder that is not there is refused") {
    const auto refused = [&](const std::string& path) {
      return message(aws.send(
          lambda::CreateFunction{.function_name = "f",
                                 .runtime = "python3.12",
                                 .role = role,
                                 .handler = "app.handler",
                                 .code = {.s3_bucket = lambda::kFolderBucket, .s3_key = path}}));
    };
    CHECK(refused("/no/such/folder") ==
          "There is no folder '/no/such/folder' on the machine of this server.");
    CHECK(refused("app") ==
          "The folder of a function's code is named from the root: 'app' is not.");
  }

  TEST_CASE_FIXTURE(LayersFixture, "a folder is no layer") {
    const auto published = aws.send(lambda::PublishLayerVersion{
        .layer_name = "deps", .content = {.s3_bucket = lambda::kFolderBucket, .s3_key = "/"}});
    REQUIRE_FALSE(published.ok());
    CHECK(published.error().code == "InvalidParameterValueException");
    CHECK(aws.send(lambda::ListLayers{}).value().layers.empty());
  }

  TEST_CASE("names, sizes and times of files make a folder's stamp") {
    const FolderOnDisk folder;
    folder.write("a.py", "1");
    folder.write("deep/b.py", "1");
    const std::uint64_t before = runtimes::stamp_of(folder.path);
    CHECK(runtimes::stamp_of(folder.path) == before);
    folder.write("__pycache__/a.pyc", "what Python itself writes");
    CHECK(runtimes::stamp_of(folder.path) == before);
    folder.write("deep/b.py", "22");
    const std::uint64_t edited = runtimes::stamp_of(folder.path);
    CHECK(edited != before);
    fs::rename(folder.path / "a.py", folder.path / "c.py");
    CHECK(runtimes::stamp_of(folder.path) != edited);
  }
}

}  // namespace
}  // namespace emu::test
