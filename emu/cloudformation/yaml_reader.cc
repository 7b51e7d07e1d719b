#include "cloudformation/yaml_reader.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <set>
#include <streambuf>
#include <utility>

#include "cloudformation/advice.h"
#include "cloudformation/functions.h"
#include "cloudformation/json_reader.h"
#include "cloudformation/template_limits.h"
#include "cloudformation/yaml_scalar.h"
#include "core/text/utf8.h"

namespace emu::cloudformation {

namespace {

// Leaves the parser, whose handlers have no other way out.
struct Stop {
  Error error;
};

// Reads a text where it lies.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* const begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

Place place_of(const YAML::Mark& mark) {
  return {.line = mark.line + 1, .column = mark.column + 1};
}

std::size_t count_nodes(const Node& node) {
  std::size_t count = 1;
  for (const Node& item : node.items) count += count_nodes(item);
  return count;
}

int depth_of(const Node& node) {
  int depth = 0;
  for (const Node& item : node.items) depth = std::max(depth, 1 + depth_of(item));
  return depth;
}

class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(std::string_view file) : file_(file) {}

  Node& root() { return root_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    stop(place_of(mark), "Template format error: unsupported structure.",
         "a template is one document; take away what follows ---");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node;
    node.place = place_of(mark);
    if (!frames_.empty() && frames_.back().key) node.place = frames_.back().key->place;
    remember(anchor, node);
    put(std::move(node), "~");
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      stop(place_of(mark), "Template format error: an alias stands inside of its own anchor.",
           "write the value out");
    }
    count(count_nodes(found->second), place_of(mark));
    check_depth(depth_of(found->second), place_of(mark));
    put(found->second, found->second.text);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const Place place = place_of(mark);
    Node node = tag == "?" ? plain_scalar(value, place) : text_node(value, place);
    node = tagged(tag, std::move(node));
    remember(anchor, node);
    put(std::move(node), value);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(list_node({}, place_of(mark)), tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(map_node(place_of(mark)), tag, anchor);
  }
  void OnMapEnd() override {
    merge(frames_.back().node);
    close();
  }

 private:
  struct Frame {
    Node node;
    std::string tag;
    YAML::anchor_t anchor = 0;
    std::optional<Node::Key> key = {};  // of a map: what the next value is for
    std::map<std::string, Place, std::less<>> seen = {};
  };

  [[noreturn]] void stop(Place place, std::string_view text, std::string_view advice) {
    throw Stop{make_error(file_, place, text, advice)};
  }

  void count(std::size_t nodes, Place place) {
    nodes_ += nodes;
    if (nodes_ <= kNodesMax) return;
    stop(place, "Template format error: too many values.",
         fmt::format("at most {}, each alias counted as what it stands for", kNodesMax));
  }

  void check_depth(int more, Place place) {
    if (static_cast<int>(frames_.size()) + more <= kNodeDepthMax) return;
    stop(place, "Template format error: nested too deeply.",
         fmt::format("at most {} levels", kNodeDepthMax));
  }

  void remember(YAML::anchor_t anchor, const Node& node) {
    if (anchor == 0) return;
    count(count_nodes(node), node.place);
    anchors_[anchor] = node;
  }

  void open(Node node, const std::string& tag, YAML::anchor_t anchor) {
    check_depth(1, node.place);
    if (!frames_.empty() && frames_.back().node.is_map() && !frames_.back().key) {
      stop(node.place,
           fmt::format("Template format error: map keys must be strings; received a {} instead",
                       node.is_map() ? "map" : "list"),
           "a text with a variable in braces needs quotes: \"${Name}\"");
    }
    frames_.push_back({.node = std::move(node), .tag = tag, .anchor = anchor});
  }

  void close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    Node node = tagged(frame.tag, std::move(frame.node));
    remember(frame.anchor, node);
    put(std::move(node), {});
  }

  // A finished value: a key, the value of one, an item of a list, or all there is.
  void put(Node node, const std::string& text) {
    count(1, node.place);
    if (frames_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = frames_.back();
    if (frame.node.is_list()) {
      frame.node.items.push_back(std::move(node));
      return;
    }
    if (!frame.key) {
      take_key(frame, node, text);
      return;
    }
    frame.node.keys.push_back(std::move(*frame.key));
    frame.node.items.push_back(std::move(node));
    frame.key.reset();
  }

  void take_key(Frame& frame, const Node& node, const std::string& text) {
    if (!node.is_scalar() && !node.is_null()) {
      stop(node.place, "Template format error: map keys must be strings; received a map instead",
           "a function cannot be a key");
    }
    frame.key = Node::Key{.name = text, .place = node.place};
    const auto [first, is_new] = frame.seen.emplace(text, node.place);
    if (!is_new) throw Stop{twice(file_, *frame.key, first->second)};
  }

  // `<<: *base` stands for the keys of base that the map does not have itself.
  void merge(Node& map) {
    const Node* merged = map.find("<<");
    if (merged == nullptr) return;
    const std::vector<Node> sources = merged->is_list() ? merged->items : std::vector{*merged};
    map.remove("<<");
    std::set<std::string, std::less<>> own;
    for (const Node::Key& key : map.keys) own.insert(key.name);
    for (const Node& source : sources) {
      if (!source.is_map()) {
        stop(source.place, "Template format error: unsupported structure.",
             "<< takes an alias of a map");
      }
      for (std::size_t i = 0; i < source.keys.size(); ++i) {
        if (!own.insert(source.keys[i].name).second) continue;
        map.keys.push_back(source.keys[i]);
        map.items.push_back(source.items[i]);
      }
    }
  }

  Node tagged(const std::string& tag, Node node) {
    constexpr std::string_view kStandard = "tag:yaml.org,2002:";
    if (tag == "?" || tag == "!" || tag.empty()) return node;
    if (tag.starts_with(kStandard)) return standard(tag.substr(kStandard.size()), std::move(node));
    const std::optional<std::string_view> function = function_of_tag(tag);
    if (!function) {
      stop(node.place, fmt::format("Template format error: the tag {} is not known.", tag),
           advice_for(tag, function_tags()));
    }
    // The attribute is all behind the first point: !GetAtt Database.Endpoint.Address.
    if (*function == "Fn::GetAtt" && node.is_text()) {
      if (const auto point = node.text.find('.'); point != node.text.npos) {
        node = list_node({text_node(node.text.substr(0, point), node.place),
                          text_node(node.text.substr(point + 1), node.place)},
                         node.place);
      }
    }
    const Place place = node.place;
    Node call = map_node(place);
    call.set(*function, std::move(node));
    return call;
  }

  Node standard(const std::string& type, Node node) {
    if (type == "str" && node.is_scalar()) node.kind = Node::Kind::kText;
    if (type == "int" || type == "float" || type == "bool") {
      node = plain_scalar(node.text, node.place);
    }
    constexpr std::string_view kNone[] = {"binary", "omap", "pairs", "set", "timestamp"};
    for (const std::string_view each : kNone) {
      if (type != each) continue;
      stop(node.place, fmt::format("Template format error: the tag !!{} is not supported.", type),
           "leave the tag out");
    }
    return node;
  }

  std::string_view file_;
  Node root_;
  int documents_ = 0;
  std::size_t nodes_ = 0;
  std::vector<Frame> frames_;
  std::map<YAML::anchor_t, Node> anchors_;
};

std::string_view line_of(std::string_view text, int line) {
  for (; line > 1; --line) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

// What people write most often that is no YAML, said better than by the parser.
std::string advice_on(std::string_view text, const YAML::Exception& problem) {
  const std::string_view line = line_of(text, problem.mark.line + 1);
  const std::size_t tab = line.find('\t');
  if (tab != line.npos && tab <= line.find_first_not_of(" \t")) {
    return "YAML is indented with spaces, and this is a tab";
  }
  if (line.find("${") != line.npos && line.find('"') == line.npos) {
    return "a text with a variable in braces needs quotes: \"${Name}\"";
  }
  if (line.find('%') != line.npos || line.find('@') != line.npos || line.find('`') != line.npos) {
    return problem.msg + "; a text with such characters needs quotes";
  }
  return problem.msg;
}

Error not_well_formed(std::string_view file, Place place, std::string_view advice) {
  return make_error(file, place,
                    fmt::format("Template format error: YAML not well-formed. "
                                "(line {}, column {})",
                                place.line, place.column),
                    advice);
}

}  // namespace

Result<Node> read_yaml_text(std::string_view text, std::string_view file) {
  if (!is_valid_utf8(text)) {
    return not_well_formed(file, {.line = 1, .column = 1}, "a template is UTF-8");
  }
  TreeBuilder builder(file);
  try {
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) continue;
  } catch (const Stop& stop) {
    return stop.error;
  } catch (const YAML::Exception& problem) {
    const Place place =
        problem.mark.is_null() ? Place{.line = 1, .column = 1} : place_of(problem.mark);
    return not_well_formed(file, place, advice_on(text, problem));
  }
  return std::move(builder.root());
}

}  // namespace emu::cloudformation
