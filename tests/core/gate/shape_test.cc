#include <doctest/doctest.h>
#include <emu/describe.h>
#include <emu/json.h>

#include <chrono>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/gate/validate.h"

namespace emu {
namespace {

using namespace std::chrono_literals;

struct Seat {
  std::string id;
  std::optional<std::int32_t> row = {};
  std::vector<Seat> neighbours = {};
  static void describe(StructureShape<Seat>& s) {
    s.member("Id", &Seat::id).required().range(2, 4);
    s.member("Row", &Seat::row).range(1, 40);
    s.member("Neighbours", &Seat::neighbours).range(0, 2);
  }
};

struct Booking {
  Seat seat;
  std::optional<std::chrono::seconds> hold = {};
  std::optional<bool> window = {};
  std::optional<Time> at = {};
  std::optional<double> price = {};
  Blob ticket = {};
  std::map<std::string, std::string> notes = {};
  std::vector<std::string> names = {};
  std::string grade = {};
  static void describe(StructureShape<Booking>& s) {
    s.member("Seat", &Booking::seat);
    s.member("Hold", &Booking::hold);
    s.member("Window", &Booking::window);
    s.member("At", &Booking::at);
    s.member("Price", &Booking::price);
    s.member("Ticket", &Booking::ticket);
    s.member("Notes", &Booking::notes).each({.max = 5});
    s.member("Names", &Booking::names).always().each({.min = 1, .max = 5});
    s.member("Grade", &Booking::grade).one_of({"FIRST", "SECOND"});
  }
};

std::string violations(const Booking& booking) {
  std::vector<Violation> found;
  validate(shape_of<Booking>(), &booking, found);
  return found.empty() ? "" : validation_text(found);
}

TEST_SUITE("core: shapes") {
  TEST_CASE("a described struct goes to JSON and back") {
    const Booking booking{.seat = {.id = "12A", .row = 12, .neighbours = {{.id = "12B"}}},
                          .hold = 36s,
                          .window = true,
                          .at = from_epoch_millis(1'767'225'600'250),
                          .price = 12.5,
                          .ticket = "hello",
                          .notes = {{"meal", "kimbap"}, {"quote", "\"\n"}},
                          .names = {"Aram"},
                          .grade = "FIRST"};
    const std::string json = to_json(booking);
    CHECK(json ==
          R"({"Seat":{"Id":"12A","Row":12,"Neighbours":[{"Id":"12B"}]},"Hold":36,"Window":true,)"
          R"("At":1767225600.250,"Price":12.5,"Ticket":"aGVsbG8=",)"
          R"("Notes":{"meal":"kimbap","quote":"\"\n"},"Names":["Aram"],"Grade":"FIRST"})");
    const Booking again = from_json<Booking>(json).value();
    CHECK(to_json(again) == json);
    CHECK(again.at == booking.at);
    CHECK(again.ticket == booking.ticket);
  }

  TEST_CASE("what is absent is not written, but for a list that always is") {
    CHECK(to_json(Booking{.seat = {.id = "1A"}}) == R"({"Seat":{"Id":"1A"},"Names":[]})");
  }

  TEST_CASE("null and unknown members are passed over, in any order") {
    const auto read =
        from_json<Booking>(R"({"Grade":"SECOND","Later":{"a":[1,{"b":null}]},"Hold":null,)"
                           R"("Seat":{"Row":3,"Id":"3C"}})");
    CHECK(read.value().seat.id == "3C");
    CHECK(read.value().seat.row == 3);
    CHECK(read.value().grade == "SECOND");
    CHECK_FALSE(read.value().hold.has_value());
  }

  TEST_CASE("JSON that does not fit is a SerializationException with the framework's words") {
    struct Case {
      const char* json;
      const char* message;
    };
    const Case cases[] = {
        {R"({"Grade":1})", "NUMBER_VALUE can not be converted to a String"},
        {R"({"Grade":true})", "TRUE_VALUE can not be converted to a String"},
        {R"({"Grade":[]})", "Start of list found where not expected"},
        {R"({"Grade":{}})", "Start of structure or map found where not expected."},
        {R"({"Seat":{"Row":"3"}})", "STRING_VALUE can not be converted to Integer"},
        {R"({"Seat":{"Row":3000000000}})", "NUMBER_VALUE can not be converted to Integer"},
        {R"({"Seat":{"Row":1.5}})", "DECIMAL_VALUE can not be converted to Integer"},
        {R"({"Hold":"1"})", "STRING_VALUE can not be converted to Long"},
        {R"({"Ticket":"*"})", "Invalid Base64"},
        {R"([])", "Start of list found where not expected"},
    };
    for (const Case& c : cases) {
      CAPTURE(c.json);
      const auto read = from_json<Booking>(c.json);
      REQUIRE_FALSE(read.ok());
      CHECK(read.error().code == "SerializationException");
      CHECK(read.error().message == c.message);
    }
  }

  TEST_CASE("text that is not JSON is refused") {
    const std::string deep = std::string(100, '[') + std::string(100, ']');
    for (const std::string& text :
         {std::string(), std::string("{"), std::string("{} {}"), std::string(R"({"a":01})"),
          std::string("{\"a\":\"\xff\"}"), std::string("{'a':1}"), deep}) {
      CAPTURE(text);
      CHECK(from_json<Booking>(text).error().code == "SerializationException");
    }
  }

  TEST_CASE("the framework's text names every broken constraint") {
    CHECK(violations({.seat = {.id = "1A"}, .grade = "FIRST"}) == "");
    CHECK(violations({}) ==
          "1 validation error detected: Value null at 'seat.id' failed to satisfy constraint: "
          "Member must not be null");
    CHECK(
        violations({.seat = {.id = "12345", .row = 41}, .names = {"x", "abcdef"}, .grade = "x"}) ==
        "4 validation errors detected: "
        "Value '12345' at 'seat.id' failed to satisfy constraint: "
        "Member must have length less than or equal to 4; "
        "Value '41' at 'seat.row' failed to satisfy constraint: "
        "Member must have value less than or equal to 40; "
        "Value '[x, abcdef]' at 'names' failed to satisfy constraint: "
        "Member must satisfy constraint: [Member must have length less than or equal to 5, "
        "Member must have length greater than or equal to 1]; "
        "Value 'x' at 'grade' failed to satisfy constraint: "
        "Member must satisfy enum value set: [FIRST, SECOND]");
  }

  // As recorded from AWS: "[KeySchemaElement(attributeName=pk, keyType=HASH), …]".
  TEST_CASE("a structure that is refused prints its members") {
    const Seat seat{.id = "1A", .row = 7};
    CHECK(violations({.seat = {.id = "1B", .neighbours = {seat, {.id = "1C"}, seat}}}) ==
          "1 validation error detected: Value '[Seat(id=1A, row=7, neighbours=null), "
          "Seat(id=1C, row=null, neighbours=null), Seat(id=1A, row=7, neighbours=null)]' at "
          "'seat.neighbours' failed to satisfy constraint: "
          "Member must have length less than or equal to 2");
  }

  // As recorded from AWS: "Map value must satisfy constraint: […]".
  TEST_CASE("the values of a map are refused together") {
    CHECK(violations({.seat = {.id = "1A"}, .notes = {{"a", "ok"}, {"b", "too long"}}}) ==
          "1 validation error detected: Value '{a=ok, b=too long}' at 'notes' failed to satisfy "
          "constraint: Map value must satisfy constraint: [Member must have length less than or "
          "equal to 5]");
  }

  TEST_CASE("lengths count characters, not bytes") {
    CHECK(violations({.seat = {.id = "예약석"}}) == "");
  }
}

}  // namespace
}  // namespace emu
