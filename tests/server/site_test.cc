#include "server/site.h"

#include <doctest/doctest.h>
#include <emu/s3.h>

#include <string>

#include "bus/bus.h"
#include "server/site_fixture.h"

using namespace emu;
using emu::test::has;

namespace {

constexpr std::string_view kEndpoint = "http://127.0.0.1:4566";

// The bus booking system, as `emu serve --init` deploys it.
struct SiteTestFixture : emu::test::SiteFixture {
  bus::Deployment bus =
      bus::deploy(cloud, {.region = "us-east-1", .endpoint = std::string(kEndpoint)});

  static std::string path_of(const std::string& url) {
    CHECK(url.starts_with(kEndpoint));
    return url.substr(kEndpoint.size());
  }
};

}  // namespace

TEST_SUITE("server: the site") {
  TEST_CASE_FIXTURE(SiteTestFixture,
                    "an API and the file it writes are called where its page says") {
    const std::string api = path_of(bus.http_api);
    const HttpResponse booked = post(api + "/api/book-bus", R"({"passenger":"1"})");
    CHECK(booked.status == 200);
    CHECK(has(booked, R"({"status":"queued"})"));
    cloud.advance(std::chrono::seconds(30));
    CHECK(has(get(path_of(bus.stats_url)), R"({"requests":1,"processed":1,)"));
    CHECK(get(api + "/elsewhere").status == 404);
    CHECK(get("/restapis/none/prod/_user_request_/x").status == 404);
  }

  TEST_CASE_FIXTURE(SiteTestFixture, "a booking by a plain curl -d is one, too") {
    HttpRequest booking{.method = "POST",
                        .host = "127.0.0.1:4566",
                        .target = path_of(bus.http_api) + "/api/book-bus",
                        .body = Blob(R"({"passenger":"a"})")};
    booking.headers.add("Content-Type", "application/x-www-form-urlencoded");
    CHECK(has(site.answer(booking), R"({"status":"queued"})"));
    cloud.advance(std::chrono::seconds(30));
    CHECK(has(get(path_of(bus.stats_url)), R"({"requests":1,"processed":1,"success":1})"));
  }

  TEST_CASE_FIXTURE(SiteTestFixture, "a website is read by a path, and its redirects stay there") {
    const HttpResponse page = get(path_of(bus.website));
    CHECK(page.status == 200);
    CHECK(*page.headers.find("content-type") == "text/html");
    CHECK(has(page, bus.http_api));
    CHECK(has(page, bus.stats_url));
    aws.send(s3::PutObject{.bucket = "aram-app-bucket", .key = "help/index.html", .body = "help"})
        .value();
    const HttpResponse folder = get("/_website/aram-app-bucket/help");
    CHECK(folder.status == 302);
    CHECK(*folder.headers.find("location") == "/_website/aram-app-bucket/help/");
    CHECK(has(get("/_website/aram-app-bucket/help/"), "help"));
    CHECK(get("/_website/no-such-bucket/").status == 404);
  }

  TEST_CASE_FIXTURE(SiteTestFixture, "how long a body may be depends on where it goes") {
    const auto bytes_max = [&](std::string target) {
      return site.look({.host = "127.0.0.1", .target = std::move(target)}).body_bytes_max;
    };
    CHECK(bytes_max("/_emu/reset") == server::kControlBodyBytesMax);
    CHECK(bytes_max("/restapis/a/b/_user_request_/") == server::kInternetBodyBytesMax);
    CHECK(bytes_max("/bucket/key") > server::kInternetBodyBytesMax);
  }
}
