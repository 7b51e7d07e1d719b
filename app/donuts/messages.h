// What the parts of the system say to each other, as JSON.
#pragma once

#include <emu/describe.h>
#include <emu/http.h>
#include <emu/lambda/handler.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace donuts {

// A customer's order.
struct Order {
  std::string product;
  std::int64_t amount = 0;
  static void describe(emu::StructureShape<Order>& s) {
    s.member("product", &Order::product).required();
    s.member("amount", &Order::amount).required();
  }
};

// What the warehouse lacks, by the id under which it is asked for.
struct Request {
  std::string id;
  std::string product;
  std::int64_t amount = 0;
  static void describe(emu::StructureShape<Request>& s) {
    s.member("id", &Request::id).required();
    s.member("product", &Request::product).required();
    s.member("amount", &Request::amount).required();
  }
};

// A request as the factory takes it.
struct FactoryOrder {
  Request request;
  std::string requester;
  std::string callback;  // URL to which the request is posted when it is done
  static void describe(emu::StructureShape<FactoryOrder>& s) {
    s.member("request", &FactoryOrder::request).required();
    s.member("requester", &FactoryOrder::requester).required();
    s.member("callback", &FactoryOrder::callback).required();
  }
};

inline constexpr std::int64_t kAmountMax = 1000;

// What is read of an HTTP API's event: its body, decoded.
std::string body_of(std::string_view event);

// {"status":"sold"} as the answer to an HTTP API.
std::string answer(int status, const std::string& word);

// POST of a JSON text, which must be answered with that status. Throws emu::lambda::FunctionError.
void post(emu::lambda::Context& context, const std::string& url, std::string json, int expected);

// A variable that the function cannot do without. Throws emu::lambda::FunctionError, as Python's
// os.environ does.
const std::string& required_env(emu::lambda::Context& context, const char* name);

}  // namespace donuts
