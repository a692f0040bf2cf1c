#include "session.h"

#include <utility>

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

bool same_article(const Article& a, const Article& b) {
  return a.text == b.text && (a.source == b.source || a.source.empty() || b.source.empty());
}

bool id_taken(const std::vector<Article>& articles, std::string_view id) {
  for (const Article& article : articles) {
    if (article.id == id) return true;
  }
  return false;
}

std::string free_id(const std::vector<Article>& articles, const std::string& wanted) {
  if (!wanted.empty() && !id_taken(articles, wanted)) return wanted;
  const std::string stem = wanted.empty() ? "article" : wanted;
  for (std::size_t n = wanted.empty() ? 1 : 2;; ++n) {
    std::string id = stem + '-' + std::to_string(n);
    if (!id_taken(articles, id)) return id;
  }
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
  const std::size_t limit = engine_.options().compare.max_articles;
  for (Article& article : articles) {
    const Article* twin = nullptr;
    for (const Article& other : waiting_) {
      if (same_article(article, other)) twin = &other;
    }
    const std::string name = article.id.empty() ? article.title : article.id;
    if (twin != nullptr) {
      errors_.push_back({ErrorCode::duplicate, name,
                         "is the same article as " + twin->id + " and is counted once"});
    } else if (waiting_.size() == limit) {
      errors_.push_back({ErrorCode::too_large, name,
                         "is one too many: at most " + std::to_string(limit) +
                             " articles are compared at once"});
    } else {
      article.id = free_id(waiting_, article.id);
      waiting_.push_back(std::move(article));
    }
  }
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
  } else {
    auto article = ingest(bytes, name);
    if (article) {
      in.articles.push_back(*std::move(article));
    } else {
      in.errors.push_back(article.error());
    }
  }
  return "{\"articles\":" + articles_json(in.articles) + ",\"errors\":" + errors_list(in.errors) + '}';
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
