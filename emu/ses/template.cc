#include "ses/template.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "core/json/json_writer.h"
#include "ses/errors.h"
#include "ses/limits.h"
#include "ses/template_parser.h"

namespace emu::ses {

namespace {

// Objects are searched from their beginning.
constexpr std::size_t kLooksPerStep = 16;

using Node = MailTemplate::Node;
using Kind = Node::Kind;

// Not an attribute: SES puts a link here, and nothing does so here.
constexpr std::string_view kUnsubscribeUrl = "amazonSESUnsubscribeUrl";

void write_json(JsonWriter& writer, const JsonView& value) {
  switch (value.type()) {
    case JsonView::Type::kNull:
      return writer.null();
    case JsonView::Type::kBoolean:
      return writer.boolean(value.boolean());
    case JsonView::Type::kInteger:
      return writer.integer(value.integer());
    case JsonView::Type::kReal:
      return writer.real(value.real());
    case JsonView::Type::kString:
      return writer.string(value.string());
    case JsonView::Type::kArray:
      writer.begin_array();
      value.each_element([&](const JsonView& element) {
        write_json(writer, element);
        return true;
      });
      return writer.end_array();
    case JsonView::Type::kObject:
      writer.begin_object();
      value.each_member([&](std::string_view name, const JsonView& member) {
        writer.key(name);
        write_json(writer, member);
        return true;
      });
      return writer.end_object();
  }
}

void append_text(const JsonView& value, std::string& out) {
  if (value.type() == JsonView::Type::kString) {
    out += value.string();
    return;
  }
  JsonWriter writer(out);
  write_json(writer, value);
}

// What {{#if}} takes as given, as Handlebars does.
bool is_given(const std::optional<JsonView>& value) {
  if (!value) return false;
  switch (value->type()) {
    case JsonView::Type::kNull:
      return false;
    case JsonView::Type::kBoolean:
      return value->boolean();
    case JsonView::Type::kInteger:
    case JsonView::Type::kReal:
      return value->real() != 0;
    case JsonView::Type::kString:
      return !value->string().empty();
    case JsonView::Type::kArray:
      return value->size() != 0;
    case JsonView::Type::kObject:
      return true;
  }
  return false;
}

// Where a rendering is: a value that names are looked up in, and what the loop around it says.
struct Scope {
  JsonView value;
  std::string key = {};
  bool is_loop = false;
  bool is_first = false;
  bool is_last = false;
};

class Renderer {
 public:
  explicit Renderer(const TemplateData& data) {
    for (const JsonDocument& document : data.documents()) {
      scopes_.push_back({.value = document.root()});
    }
  }

  Status render(const std::vector<Node>& nodes, std::size_t depth) {
    if (depth > kTemplateDepthMax) {
      return error(errors::kInvalidTemplate, "Invalid template: partials are nested too deeply");
    }
    for (const Node& node : nodes) {
      charge(node.kind == Kind::kText ? 0 : node.text.size());
      EMU_CHECK(render(node, depth));
      if (steps_ > kRenderStepsMax || out_.size() > kRenderedBytesMax) {
        return error(errors::kInvalidTemplate, "Invalid template: the rendered text is too long");
      }
    }
    return {};
  }

  std::string take() { return std::move(out_); }

 private:
  Status render(const Node& node, std::size_t depth) {
    switch (node.kind) {
      case Kind::kText:
        out_ += node.text;
        return {};
      case Kind::kValue:
        return render_value(node.text);
      case Kind::kIf:
        return render(is_given(find(node.text)) ? node.body : node.otherwise, depth + 1);
      case Kind::kUnless:
        return render(is_given(find(node.text)) ? node.otherwise : node.body, depth + 1);
      case Kind::kEach:
        return render_each(node, depth);
      case Kind::kWith:
        return render_with(node, depth);
      case Kind::kInline:
        partials_[node.text] = &node.body;
        return {};
      case Kind::kPartial:
        return render_partial(node, depth);
    }
    return {};
  }

  Status render_value(const std::string& path) {
    if (path.starts_with('@')) {
      render_of_loop(path);
      return {};
    }
    const std::optional<JsonView> value = find(path);
    if (!value && path == kUnsubscribeUrl) {
      out_ += fmt::format("{{{{{}}}}}", path);
      return {};
    }
    if (!value) {
      return error(errors::kMissingRenderingAttribute,
                   fmt::format("Attribute '{}' is not present in the rendering data.", path));
    }
    append_text(*value, out_);
    return {};
  }

  void render_of_loop(std::string_view name) {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (!scope->is_loop) continue;
      if (name == "@index" || name == "@key") out_ += scope->key;
      if (name == "@first") out_ += scope->is_first ? "true" : "false";
      if (name == "@last") out_ += scope->is_last ? "true" : "false";
      return;
    }
  }

  Status render_each(const Node& node, std::size_t depth) {
    const std::optional<JsonView> value = find(node.text);
    if (!is_given(value)) return render(node.otherwise, depth + 1);
    Status failed;
    std::size_t index = 0;
    if (node.body.empty()) return failed;
    const auto visit = [&](std::string key, const JsonView& element) {
      charge(key.size());
      scopes_.push_back({.value = element,
                         .key = std::move(key),
                         .is_loop = true,
                         .is_first = index == 0,
                         .is_last = index + 1 == value->size()});
      failed = render(node.body, depth + 1);
      scopes_.pop_back();
      ++index;
      return failed.ok();
    };
    if (value->type() == JsonView::Type::kArray) {
      value->each_element(
          [&](const JsonView& element) { return visit(std::to_string(index), element); });
    } else if (value->type() == JsonView::Type::kObject) {
      value->each_member([&](std::string_view key, const JsonView& member) {
        return visit(std::string(key), member);
      });
    }
    return failed;
  }

  Status render_with(const Node& node, std::size_t depth) {
    const std::optional<JsonView> value = find(node.text);
    if (!is_given(value)) return render(node.otherwise, depth + 1);
    scopes_.push_back({.value = *value});
    Status status = render(node.body, depth + 1);
    scopes_.pop_back();
    return status;
  }

  Status render_partial(const Node& node, std::size_t depth) {
    const auto partial = partials_.find(node.text);
    if (partial == partials_.end()) {
      return error(errors::kInvalidTemplate,
                   fmt::format("Invalid template: the partial {} is not defined", node.text));
    }
    return render(*partial->second, depth + 1);
  }

  // A step is what takes about as long as a look at a few members of an object.
  void charge(std::size_t looked_at) { steps_ += 1 + looked_at / kLooksPerStep; }

  // The innermost scope that has the first name of a path decides.
  std::optional<JsonView> find(std::string_view path) {
    std::size_t end = scopes_.size();
    while (path.starts_with("../") && end > 1) {
      path.remove_prefix(3);
      --end;
    }
    if (path.starts_with("this.")) path.remove_prefix(5);
    if (path == "this" || path == ".") return scopes_[end - 1].value;
    const std::string_view first = take_name(path);
    for (; end > 0; --end) {
      const JsonView& value = scopes_[end - 1].value;
      if (value.type() != JsonView::Type::kObject) continue;
      if (const auto found = member(value, first)) return find_in(*found, path);
    }
    return std::nullopt;
  }

  std::optional<JsonView> member(const JsonView& object, std::string_view name) {
    charge(object.size());
    return object.find(name);
  }

  std::optional<JsonView> find_in(JsonView value, std::string_view path) {
    while (!path.empty()) {
      const std::string_view name = take_name(path);
      if (value.type() != JsonView::Type::kObject) return std::nullopt;
      const auto found = member(value, name);
      if (!found) return std::nullopt;
      value = *found;
    }
    return value;
  }

  static std::string_view take_name(std::string_view& path) {
    const auto dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    path.remove_prefix(dot == path.npos ? path.size() : dot + 1);
    return name;
  }

  std::vector<Scope> scopes_;
  std::map<std::string, const std::vector<Node>*, std::less<>> partials_;
  std::string out_;
  std::size_t steps_ = 0;
};

}  // namespace

Status TemplateData::add(std::string_view json) {
  std::string why;
  auto document = JsonDocument::parse(json.empty() ? "{}" : json, why);
  if (!document || document->root().type() != JsonView::Type::kObject) {
    return error(errors::kInvalidRenderingParameter, "Template rendering data is invalid");
  }
  documents_.push_back(*std::move(document));
  return {};
}

MailTemplate::MailTemplate(std::vector<Node> nodes) : nodes_(std::move(nodes)) {}
MailTemplate::MailTemplate(MailTemplate&&) noexcept = default;
MailTemplate& MailTemplate::operator=(MailTemplate&&) noexcept = default;
MailTemplate::~MailTemplate() = default;

Result<MailTemplate> MailTemplate::parse(std::string_view text) {
  EMU_TRY(std::vector<Node> nodes, parse_template(text));
  return MailTemplate(std::move(nodes));
}

Result<std::string> MailTemplate::render(const TemplateData& data) const {
  Renderer renderer(data);
  EMU_CHECK(renderer.render(nodes_, 0));
  return renderer.take();
}

Result<std::string> render_template(std::string_view text, const TemplateData& data) {
  EMU_TRY(const MailTemplate parsed, MailTemplate::parse(text));
  return parsed.render(data);
}

}  // namespace emu::ses
