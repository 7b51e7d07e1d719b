#include "sim/load_generator.h"

#include <algorithm>
#include <utility>

#include "core/gate/world.h"

namespace emu::sim {

namespace {

Error not_a_url(const std::string& url) {
  return {.code = "InvalidScenario",
          .message = "'" + url + "' is not a URL such as https://host/path"};
}

}  // namespace

Result<RequestMaker> RequestMaker::parse(const RequestTemplate& request, const Outputs& outputs) {
  EMU_TRY(const std::string url, put_in_outputs(request.url, outputs));
  const std::size_t scheme = url.find("://");
  const std::size_t host = scheme == url.npos ? url.npos : scheme + 3;
  const std::size_t path = host == url.npos ? host : std::min(url.find('/', host), url.size());
  if (host == path) return not_a_url(url);

  RequestMaker maker;
  maker.host_ = NumberedText(url.substr(host, path - host));
  maker.target_ = NumberedText(path == url.size() ? "/" : url.substr(path));
  EMU_TRY(const std::string body, put_in_outputs(request.body, outputs));
  maker.body_ = NumberedText(body);
  maker.is_constant_ =
      maker.host_.is_constant() && maker.target_.is_constant() && maker.body_.is_constant();
  for (const auto& [name, value] : request.headers) {
    EMU_TRY(const std::string text, put_in_outputs(value, outputs));
    maker.headers_.emplace_back(name, NumberedText(text));
    maker.is_constant_ = maker.is_constant_ && maker.headers_.back().second.is_constant();
  }
  maker.constant_.method = request.method;
  maker.constant_ = maker.build(0);
  return maker;
}

HttpRequest RequestMaker::build(std::uint64_t number) const {
  HttpRequest request{.method = constant_.method,
                      .host = host_.with(number),
                      .target = target_.with(number),
                      .body = body_.with(number)};
  for (const auto& [name, value] : headers_) request.headers.add(name, value.with(number));
  return request;
}

const HttpRequest& RequestMaker::make(std::uint64_t number, HttpRequest& storage) const {
  if (is_constant_) return constant_;
  storage = build(number);
  return storage;
}

void RequestCounter::add_answer(int status, bool succeeded, Duration took) {
  ++answered_;
  if (succeeded) ++succeeded_;
  ++by_status_[status];
  answer_.add(took);
}

RequestFigures RequestCounter::figures() const {
  return {.sent = sent_,
          .answered = answered_,
          .succeeded = succeeded_,
          .by_status = by_status_,
          .answer = answer_.percentiles()};
}

LoadGenerator::LoadGenerator(Cloud& cloud, RequestCounter& counter, const Load& load,
                             RequestMaker maker, const Random& random)
    : cloud_(cloud),
      counter_(counter),
      arrivals_(load.phases, load.arrivals, random),
      maker_(std::move(maker)),
      expect_status_(load.expect_status) {}

void LoadGenerator::start() {
  cloud_.spawn("load", [this] { arrive(); });
}

// One task waits for the next arrival and starts its request, so that no more exists than what is
// under way.
void LoadGenerator::arrive() {
  const WorldEntry inside(cloud_.world().scheduler());
  Aws clock = cloud_.aws();
  const Time begin = clock.now();
  while (const auto at = arrivals_.next()) {
    clock.sleep(begin + *at - clock.now());
    counter_.add_sent();
    cloud_.spawn("request", [this, number = ++number_] { request(number); });
  }
  is_over_ = true;
}

void LoadGenerator::request(std::uint64_t number) {
  const WorldEntry inside(cloud_.world().scheduler());
  const Time begin = cloud_.now();
  HttpRequest storage;
  const int status = cloud_.http(maker_.make(number, storage)).status;
  counter_.add_answer(status, status == expect_status_, cloud_.now() - begin);
}

}  // namespace emu::sim
