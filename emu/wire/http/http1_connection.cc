#include "wire/http/http1_connection.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <exception>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/task/visitor.h"
#include "core/text/ascii.h"
#include "wire/http/http1_chunks.h"
#include "wire/http/http1_head.h"
#include "wire/http/http1_writer.h"
#include "wire/http/input_buffer.h"
#include "wire/limits.h"

namespace emu::wire {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLingerMax{1000};
// A length that a request merely claims does not take more memory than this.
constexpr std::size_t kRequestReserveBytesMax = std::size_t{64} << 20;
constexpr std::size_t kBodyStepBytes = std::size_t{256} << 10;
// Less than this of a chunk is read through the buffer, with what follows it.
constexpr std::size_t kDirectChunkBytesMin = std::size_t{8} << 10;

// The pieces of a stream, each sent at once as a chunk; as they are when the peer knows no chunks.
class StreamWriter final : public HttpStream {
 public:
  StreamWriter(Transport& transport, const ConnectionLife& life, bool chunked)
      : transport_(transport), life_(life), chunked_(chunked) {}

  bool write(std::string_view bytes) override {
    if (bytes.empty()) return is_open();
    if (!open_ || life_.stopping) return false;
    if (!chunked_) return open_ = transport_.write(bytes, {});
    std::array<char, 16> digits;
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), bytes.size(), 16).ptr;
    chunk_.assign(digits.data(), end);
    chunk_ += "\r\n";
    chunk_ += bytes;
    chunk_ += "\r\n";
    return open_ = transport_.write(chunk_, {});
  }

  bool is_open() override { return open_ && !life_.stopping && transport_.is_open(); }

  bool finish() {
    if (!open_) return false;
    return !chunked_ || transport_.write("0\r\n\r\n", {});
  }

 private:
  Transport& transport_;
  const ConnectionLife& life_;
  bool chunked_;
  bool open_ = true;
  std::string chunk_ = {};
};

Time system_now() {
  return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

bool has_body(const Http1Head& head) {
  return head.framing == BodyFraming::kChunked ||
         (head.framing == BodyFraming::kLength && head.content_length > 0);
}

bool wants_close(const HttpResponse& response) {
  const std::string* connection = response.headers.find("connection");
  return connection != nullptr && equal_ignoring_case(*connection, "close");
}

class Connection {
 public:
  Connection(Transport& transport, const HttpHandler& handler, const Http1Options& options,
             const Http1Peer& peer, ConnectionLife& life)
      : transport_(transport), handler_(handler), options_(options), peer_(peer), life_(life) {
    if (peer.watch != nullptr) visitor_.emplace(*peer.watch, peer.socket);
  }

  void run() {
    while (wait_for_request() && serve_request()) {
    }
  }

 private:
  // Failure that has been dealt with: the connection is to end.
  enum class Step { kGo, kEnd };
  // How a large body gets on.
  struct Pace {
    steady_clock::time_point since = {};
    std::uint64_t bytes = 0;
  };

  bool wait_for_request() {
    life_.begin_waiting();
    if (!input_.unread().empty()) return true;
    input_.shrink();
    life_.is_busy = false;
    if (life_.stopping) return false;
    const Transport::Read read = input_.fill(transport_, std::nullopt);
    life_.is_busy = true;
    return read.outcome == Transport::Outcome::kBytes;
  }

  bool serve_request() {
    Http1Head head;
    if (read_head(head) == Step::kEnd) return false;
    if (!life_.end_waiting()) return false;
    const HeadDecision decision = look(head.request);
    if (decision.answer) return send_without_body(head, *decision.answer);
    if (receive_body(head, decision) == Step::kEnd) return false;
    const HttpResponse response = answer(head.request);
    turn_ = {};
    return send(head, response, head.keep_alive);
  }

  Step read_head(Http1Head& head) {
    const Deadline deadline = steady_clock::now() + options_.head_timeout;
    Http1HeadScanner scanner;
    while (true) {
      // Clients of old send an empty line after a body.
      while (input_.unread().starts_with("\r\n")) {
        input_.consume(2);
        scanner = {};
      }
      const auto scanned = scanner.scan(input_.unread());
      if (const auto* refusal = std::get_if<HttpRefusal>(&scanned)) return refuse_head(*refusal);
      if (const auto* size = std::get_if<std::size_t>(&scanned)) return parse_head(*size, head);
      const Transport::Read read = input_.fill(transport_, deadline);
      if (read.outcome == Transport::Outcome::kEnd) return Step::kEnd;
      if (read.outcome == Transport::Outcome::kTimeout) return refuse_head(too_slow());
    }
  }

  Step parse_head(std::size_t size, Http1Head& head) {
    auto parsed = parse_http1_head(input_.unread().substr(0, size));
    if (const auto* refusal = std::get_if<HttpRefusal>(&parsed)) return refuse_head(*refusal);
    head = std::move(std::get<Http1Head>(parsed));
    input_.consume(size);
    head.request.source_ip = peer_.source_ip;
    head.request.tls = peer_.tls;
    head.request.is_awaited = [this] { return !life_.stopping && transport_.is_open(); };
    return Step::kGo;
  }

  Step receive_body(Http1Head& head, const HeadDecision& decision) {
    const std::size_t bytes_max = decision.body_bytes_max;
    if (head.framing == BodyFraming::kLength && head.content_length > bytes_max) {
      return refuse(too_long(), head.request);
    }
    // Whoever expects it waits for it, also where there is no body to wait with. A body that has
    // begun to come waits no longer.
    const bool is_waited_for = !has_body(head) || input_.unread().empty();
    if (head.expects_continue && is_waited_for &&
        !transport_.write("HTTP/1.1 100 Continue\r\n\r\n", {})) {
      return Step::kEnd;
    }
    if (head.framing == BodyFraming::kNone) return Step::kGo;
    if (head.framing == BodyFraming::kLength) return receive_length(head);
    const std::size_t chunked_max = decision.chunked_bytes_max;
    return receive_chunks(head, chunked_max == 0 ? bytes_max : std::min(chunked_max, bytes_max));
  }

  // A body that is only announced takes no turn: it comes with the first byte.
  Step receive_length(Http1Head& head) {
    const std::uint64_t length = head.content_length;
    if (length >= kCountedBodyBytesMin) {
      if (input_.unread().empty() && fill_body(head.request) == Step::kEnd) return Step::kEnd;
      take_turn(length);
    }
    std::string body;
    body.reserve(std::min<std::uint64_t>(length, kRequestReserveBytesMax));
    const std::string_view here = input_.unread().substr(0, length);
    body.append(here);
    input_.consume(here.size());
    if (receive_plain(length - here.size(), head.request, body) == Step::kEnd) return Step::kEnd;
    head.request.body = Blob(std::move(body));
    return Step::kGo;
  }

  // Reads so many bytes straight to where they stay.
  Step receive_plain(std::uint64_t count, const HttpRequest& request, std::string& body) {
    std::size_t filled = body.size();
    const std::uint64_t end = filled + count;
    while (filled < end) {
      if (filled == body.size()) {
        body.resize(filled + std::min<std::uint64_t>(end - filled, kBodyStepBytes));
      }
      const auto read = read_body([&](Deadline deadline) {
        return transport_.read(body.data() + filled, body.size() - filled, deadline);
      });
      if (read.outcome != Transport::Outcome::kBytes) return give_up(read.outcome, request);
      filled += read.count;
    }
    return Step::kGo;
  }

  // How long it will be is not known until it has ended: it takes a turn for all that it may be.
  Step receive_chunks(Http1Head& head, std::size_t bytes_max) {
    std::string body;
    Http1ChunkDecoder decoder(bytes_max);
    while (true) {
      std::string_view unread = input_.unread();
      const std::size_t before = unread.size();
      const auto refusal = decoder.decode(unread, body);
      input_.consume(before - unread.size());
      if (refusal) return refuse(*refusal, head.request);
      if (decoder.done()) break;
      const std::uint64_t plain = decoder.plain_bytes();
      if (turn_.is_of_nothing() && body.size() + plain >= kCountedBodyBytesMin) {
        take_turn(bytes_max);
      }
      if (plain >= kDirectChunkBytesMin) {
        if (receive_plain(plain, head.request, body) == Step::kEnd) return Step::kEnd;
        decoder.skip(plain);
      } else if (fill_body(head.request) == Step::kEnd) {
        return Step::kEnd;
      }
    }
    head.request.trailers = std::move(decoder.trailers());
    head.request.body = Blob(std::move(body));
    return Step::kGo;
  }

  void take_turn(std::uint64_t bytes) {
    if (options_.bodies != nullptr) turn_ = options_.bodies->take(bytes);
    pace_ = {.since = steady_clock::now()};
  }

  // One read of a body. One that does not get on gives up when others wait for its turn.
  template <class ReadUntil>
  Transport::Read read_body(const ReadUntil& read_until) {
    const auto end = steady_clock::now() + options_.body_timeout;
    while (true) {
      const auto pace_end = pace_.since + options_.stall_timeout;
      const bool has_turn = !turn_.is_of_nothing();
      const Transport::Read read = read_until(has_turn ? std::min(end, pace_end) : end);
      const auto now = steady_clock::now();
      pace_.bytes += read.count;
      if (has_turn && now >= pace_end) {
        if (pace_.bytes < kBodyPaceBytesMin && turn_.is_wanted()) {
          return {.outcome = Transport::Outcome::kTimeout};
        }
        pace_ = {.since = now};
      }
      if (read.outcome != Transport::Outcome::kTimeout || now >= end) return read;
    }
  }

  Step fill_body(const HttpRequest& request) {
    const auto read =
        read_body([&](Deadline deadline) { return input_.fill(transport_, deadline); });
    return read.outcome == Transport::Outcome::kBytes ? Step::kGo : give_up(read.outcome, request);
  }

  HeadDecision look(const HttpRequest& request) {
    if (!handler_.look) return {};
    try {
      return handler_.look(request);
    } catch (const std::exception&) {
      return {.answer = explain(failed_to_answer(), request)};
    }
  }

  HttpResponse answer(HttpRequest& request) {
    try {
      std::optional<VisitorScope> here;
      if (visitor_) here.emplace(*visitor_);
      HttpResponse response = handler_.answer(request);
      if (response.status >= 200 && response.status <= 999) return response;
    } catch (const std::exception&) {
      // What went wrong is the handler's to report; a client learns nothing from it.
    }
    return explain(failed_to_answer(), request);
  }

  bool send_without_body(const Http1Head& head, const HttpResponse& response) {
    const bool body_follows = has_body(head);
    const bool keep_alive = send(head, response, head.keep_alive && !body_follows);
    if (body_follows) linger();
    return keep_alive;
  }

  // Whether the connection goes on.
  bool send(const Http1Head& head, const HttpResponse& response, bool keep_alive) {
    const bool streams = response.stream && Http1Writer::has_body(response.status);
    const bool unbounded = streams && head.is_http_1_0;
    const ResponseFraming framing = {
        .is_head = head.request.method == "HEAD",
        .is_http_1_0 = head.is_http_1_0,
        .keep_alive = keep_alive && !unbounded && !life_.stopping && !wants_close(response)};
    const bool sends_body = !framing.is_head && Http1Writer::has_body(response.status);
    const std::string& bytes = writer_.head(response, framing, now());
    if (!streams || !sends_body) {
      const std::string_view body = sends_body ? response.body.view() : std::string_view();
      return transport_.write(bytes, body) && end_reply(framing.keep_alive);
    }
    if (!transport_.write(bytes, {})) return false;
    StreamWriter stream(transport_, life_, !head.is_http_1_0);
    try {
      response.stream(stream);
    } catch (const std::exception&) {
      // A body cut short is how the client learns of it.
      return false;
    }
    return stream.finish() && framing.keep_alive;
  }

  // Closing a socket with bytes unread would take back the reply that is still on its way.
  bool end_reply(bool keep_alive) {
    if (!keep_alive && !input_.unread().empty()) linger();
    return keep_alive;
  }

  static HttpRefusal failed_to_answer() {
    return {.status = 500, .reason = "the server failed to answer"};
  }
  static HttpRefusal too_long() { return {.status = 413, .reason = "the body is too long"}; }
  static HttpRefusal too_slow() {
    return {.status = 408, .reason = "the request did not arrive in time"};
  }

  HttpResponse explain(const HttpRefusal& refusal, const HttpRequest& request) {
    try {
      auto response = handler_.refuse ? handler_.refuse(request, refusal) : std::nullopt;
      if (response) return std::move(*response);
    } catch (const std::exception&) {
      // A line of text then.
    }
    return {.status = refusal.status,
            .headers = {{"Content-Type", "text/plain"}},
            .body = Blob(std::string(refusal.reason) + "\n")};
  }

  Step refuse(const HttpRefusal& refusal, const HttpRequest& request) {
    const HttpResponse response = explain(refusal, request);
    const bool is_head = request.method == "HEAD";
    const std::string& bytes =
        writer_.head(response, {.is_head = is_head, .keep_alive = false}, now());
    if (transport_.write(bytes, is_head ? std::string_view() : response.body.view())) linger();
    return Step::kEnd;
  }

  // What has come of a head may still tell what was meant.
  Step refuse_head(const HttpRefusal& refusal) {
    return refuse(refusal, read_some_of_head(input_.unread()));
  }

  Step give_up(Transport::Outcome outcome, const HttpRequest& request) {
    if (outcome == Transport::Outcome::kEnd) return Step::kEnd;
    return refuse(too_slow(), request);
  }

  // Lets the peer read the reply before the connection goes away.
  void linger() {
    transport_.end_writing();
    const Deadline deadline = steady_clock::now() + kLingerMax;
    std::vector<char> discarded(std::size_t{64} << 10);
    while (!life_.stopping && steady_clock::now() < *deadline &&
           transport_.read(discarded.data(), discarded.size(), deadline).outcome ==
               Transport::Outcome::kBytes) {
    }
  }

  Time now() const { return options_.now ? options_.now() : system_now(); }

  Transport& transport_;
  const HttpHandler& handler_;
  const Http1Options& options_;
  const Http1Peer& peer_;
  ConnectionLife& life_;
  std::optional<PeerVisitor> visitor_ = {};
  InputBuffer input_;
  Http1Writer writer_;
  BodyBudget::Lease turn_ = {};
  Pace pace_ = {};
};

}  // namespace

void serve_http1(Transport& transport, const HttpHandler& handler, const Http1Options& options,
                 const Http1Peer& peer, ConnectionLife& life) {
  Connection(transport, handler, options, peer, life).run();
}

}  // namespace emu::wire
