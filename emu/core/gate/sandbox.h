// Pages that users have stored, shown at an origin where other things are: a server's controls, the
// whole AWS API. Without more they could reach all of that as pages of the same origin.
#pragma once

#include <emu/http.h>

namespace emu {

// Takes its origin away from an answer that a browser could show as a page with scripts. They run,
// and forms can be sent, as from a page of an origin that nobody else has.
void sandbox_page(HttpResponse& response);

}  // namespace emu
