// for_each_page: all that AWS answers page by page.
//
//   using namespace dynamodb;
//   for_each_page(aws, Scan{.table_name = "trips"}, [&](const ScanResult& page) {
//     for (const Item& item : page.items) found.push_back(item);
//   }).value();
//
// It knows lists that go on with a token or a marker, and those of DynamoDB, a BatchGetItem with
// keys that are left among them. An operation of one's own is known by a turn_page() beside it.
#pragma once

#include <emu/aws.h>
#include <emu/result.h>

#include <utility>

namespace emu {

// Makes the request that of the page that follows. False behind the last one.
template <class Op>
requires requires(Op& request, const typename Op::Result& page) {
  request.next_token = page.next_token;
}
bool turn_page(Op& request, const typename Op::Result& page) {
  request.next_token = page.next_token;
  return request.next_token != decltype(page.next_token){};
}

template <class Op>
requires requires(Op& request, const typename Op::Result& page) { request.marker = page.marker; }
bool turn_page(Op& request, const typename Op::Result& page) {
  request.marker = page.marker;
  return request.marker != decltype(page.marker){};
}

// Calls `visit` with each page. Fails as a request does, after the pages that came before.
template <class Op, class Visit>
Status for_each_page(Aws aws, Op request, Visit visit, CallSite at = CallSite::current()) {
  for (;;) {
    const Result<typename Op::Result> page = aws.send(request, at);
    if (!page) return page.error();
    visit(page.value());
    if (!turn_page(request, page.value())) return {};
  }
}

}  // namespace emu
