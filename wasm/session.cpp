#include "session.h"

#include <algorithm>
#include <utility>

#include "ingest/articles.h"
#include "ingest/csv.h"
#include "ingest/ingest.h"

namespace crossread {
namespace {

// Reading is the longer half: tokens, names and dates of every article.
constexpr double kReadShare = 0.6;

std::string json_list(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) {
    if (out.size() > 1) out += ',';
    out += item;
  }
  return out + ']';
}

std::string errors_list(const std::vector<Error>& errors) {
  std::vector<std::string> items;
  items.reserve(errors.size());
  for (const Error& error : errors) items.push_back(error_json(error));
  return json_list(items);
}

// What a reader knows an article by.
const std::string& label(const Article& article) {
  return article.id.empty() ? article.title : article.id;
}

}  // namespace

void Session::begin(std::string_view request) {
  waiting_.clear();
  next_ = 0;
  read_.clear();
  comparer_.reset();
  errors_.clear();
  ReadArticles in = read_json(request, "request");
  errors_ = std::move(in.errors);
  admit(std::move(in.articles));
}

void Session::admit(std::vector<Article> articles) {
  const std::vector<std::uint32_t> stands_for = settle_articles(articles);
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    if (stands_for[i] == i) continue;
    errors_.push_back({ErrorCode::duplicate, label(articles[i]),
                       "has the same text as " + label(articles[stands_for[i]]) +
                           "; the two are compared as one"});
  }
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    if (stands_for[i] == i) waiting_.push_back(std::move(articles[i]));
  }
  std::stable_sort(waiting_.begin(), waiting_.end(),
                   [](const Article& a, const Article& b) { return a.id < b.id; });
  const std::size_t limit = engine_.options().compare.max_articles;
  for (std::size_t i = limit; i < waiting_.size(); ++i) {
    errors_.push_back(
        {ErrorCode::too_large, label(waiting_[i]),
         "is one too many: at most " + std::to_string(limit) + " articles are compared at once"});
  }
  if (waiting_.size() > limit)
    waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(limit), waiting_.end());
}

bool Session::step(std::uint64_t work) {
  if (next_ < waiting_.size()) {
    auto analysis = engine_.analyse(std::move(waiting_[next_++]));
    if (analysis) {
      read_.push_back(*std::move(analysis));
    } else {
      errors_.push_back(analysis.error());
    }
    return true;
  }
  if (!comparer_) comparer_.emplace(std::move(read_), engine_.options().compare);
  return comparer_->step(Budget{work});
}

std::string_view Session::stage() const {
  if (next_ < waiting_.size() || !comparer_) return "read";
  return comparer_->progress().stage;
}

double Session::progress() const {
  if (comparer_) return kReadShare + (1 - kReadShare) * comparer_->progress().done;
  if (waiting_.empty()) return 0;
  return kReadShare * static_cast<double>(next_) / static_cast<double>(waiting_.size());
}

std::string Session::take(Offsets offsets) {
  const Comparison comparison = comparer_->take();
  comparer_.reset();
  return comparison_json(comparison, engine_.options(), offsets);
}

std::string Session::problems() const { return errors_list(errors_); }

std::string ingest_json(std::string_view name, std::string_view bytes) {
  ReadArticles in;
  const Format format = sniff(bytes, name);
  if (format == Format::json) {
    in = read_json(bytes, name);
  } else if (format == Format::ndjson) {
    in = read_ndjson(bytes, name);
  } else if (format == Format::csv) {
    ReadCsv read = read_csv(bytes, name);
    in = {std::move(read.articles), std::move(read.errors)};
  } else {
    auto article = ingest(bytes, name);
    if (article) {
      in.articles.push_back(*std::move(article));
    } else {
      in.errors.push_back(article.error());
    }
  }
  return "{\"articles\":" + articles_json(in.articles) + ",\"errors\":" + errors_list(in.errors) +
         '}';
}

std::string extract_ndjson(std::string_view request, Offsets offsets, const Engine& engine) {
  ReadArticles in = read_json(request, "request");
  std::string out;
  for (Article& article : in.articles) {
    auto analysis = engine.analyse(std::move(article));
    out += analysis ? extract_json(*analysis, offsets) : error_json(analysis.error());
    out += '\n';
  }
  for (const Error& error : in.errors) out += error_json(error) + '\n';
  return out;
}

}  // namespace crossread
