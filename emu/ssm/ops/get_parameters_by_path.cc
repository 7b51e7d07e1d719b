#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "core/text/ascii.h"
#include "ssm/answers.h"
#include "ssm/filters.h"
#include "ssm/limits.h"
#include "ssm/name.h"
#include "ssm/service.h"

namespace emu::ssm {

namespace {

// The character that comes behind a slash: where a level ends, all that lies below it has gone by.
constexpr char kAfterSlash = '/' + 1;

// The parameters below a path, one after another. What lies deeper than one level is passed over as
// a whole when it is not asked for.
class Walk {
 public:
  Walk(State::Parameters& parameters, std::string_view path, bool is_recursive)
      : parameters_(parameters),
        hierarchy_(hierarchy_of(path)),
        is_recursive_(is_recursive),
        at_(parameters.lower_bound(hierarchy_)) {
    find();
  }

  void begin_behind(const std::string& name) {
    at_ = parameters_.upper_bound(std::max(name, hierarchy_));
    find();
  }
  bool is_over() const { return at_ == parameters_.end() || !at_->first.starts_with(hierarchy_); }
  const std::string& name() const { return at_->first; }
  StoredParameter& parameter() const { return at_->second; }
  void next() {
    ++at_;
    find();
  }

 private:
  void find() {
    while (!is_recursive_ && !is_over()) {
      const std::size_t end = end_of_level(name(), hierarchy_);
      if (end == std::string::npos) return;
      at_ = parameters_.lower_bound(name().substr(0, end) + kAfterSlash);
    }
  }

  State::Parameters& parameters_;
  std::string hierarchy_;
  bool is_recursive_;
  State::Parameters::iterator at_;
};

}  // namespace

Result<GetParametersByPathResult> Ssm::get_parameters_by_path(Call& call,
                                                              const GetParametersByPath& in) {
  const std::string_view path = trim(in.path);
  EMU_CHECK(check_path(path));
  EMU_CHECK(check_path_filters(in.parameter_filters));
  EMU_TRY(const auto last, read_token(in.next_token));

  State& state = state_of(call);
  const auto room = static_cast<std::size_t>(in.max_results.value_or(kByPathPage));
  GetParametersByPathResult out;
  Walk walk(state.parameters, path, in.recursive.value_or(false));
  if (last) walk.begin_behind(*last);
  for (; !walk.is_over(); walk.next()) {
    const ParameterVersion* version = filtered(in.parameter_filters, walk.name(), walk.parameter());
    if (version == nullptr) continue;
    if (out.parameters.size() == room) {
      out.next_token = token_of(out.parameters.back().name);
      break;
    }
    out.parameters.push_back(
        parameter_of(state, walk.name(), *version, in.with_decryption.value_or(false)));
  }
  return out;
}

}  // namespace emu::ssm
