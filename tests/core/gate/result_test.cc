// Results of large structs: how often a value is moved on its way.
#include <doctest/doctest.h>
#include <emu/result.h>

#include <utility>

using namespace emu;

namespace {

// Counts the moves that have led to it. Nobody copies it.
struct Large {
  int moves = 0;
  Large() = default;
  Large(Large&& other) noexcept : moves(other.moves + 1) {}
  Large& operator=(Large&& other) noexcept {
    moves = other.moves + 1;
    return *this;
  }
  Large(const Large&) = delete;
  Large& operator=(const Large&) = delete;
};

Result<Large> make() {
  Large large;
  return large;
}

Result<Large> make_in_place(bool fails) {
  Result<Large> large(std::in_place);
  if (fails) large.fail(Failure(Error{.code = "Refused"}));
  return large;
}

Status take(int& moves) {
  EMU_TRY(Large large, make());
  moves = large.moves;
  return {};
}

Status look_at(int& moves) {
  EMU_TRY(const Large&& large, make());
  moves = large.moves;
  return {};
}

}  // namespace

TEST_SUITE("core: Result") {
  TEST_CASE("a value is moved into a Result, and out of it") {
    CHECK(make()->moves == 1);
    CHECK(make().value().moves == 2);
    int moves = 0;
    CHECK(take(moves).ok());
    CHECK(moves == 2);
  }

  TEST_CASE("a value that is large stays in the Result where it is passed on") {
    int moves = 0;
    CHECK(look_at(moves).ok());
    CHECK(moves == 1);
  }

  TEST_CASE("a value that is filled where it lies is not moved at all") {
    CHECK(make_in_place(false)->moves == 0);
    CHECK(make_in_place(true).error().code == "Refused");
  }
}
