#include "report/descent.h"

#include <algorithm>
#include <map>

#include "base/sort.h"
#include "report/layout.h"

namespace crossread {
namespace {

constexpr std::size_t kMaxShared3 = 8;  // passages of three sources or more that are shown
constexpr std::size_t kLeastSources = 3;
constexpr std::size_t kMaxReasons = 4;

std::string passage_words(const Comparison& c, const Evidence& e) {
  return printable(c.articles[e.article].document.text(e.span));
}

std::string node_name(const Comparison& c, const Digest& digest, const LineageNode& node) {
  if (!node.hidden) return digest.sources[node.index].letter;
  const HiddenSource& source = c.lineage.hidden[node.index];
  if (!source.name.empty()) return printable(source.name) + " (not among the articles)";
  if (source.kind == HiddenKind::undecided) return "";
  return "an unseen source" +
         (c.lineage.hidden.size() > 1 ? " " + std::to_string(node.index + 1) : "");
}

void add_pairs(const Comparison& c, Digest& digest) {
  std::map<std::pair<ArticleIndex, ArticleIndex>, DigestReuse> pairs;
  std::map<std::pair<ArticleIndex, ArticleIndex>, ReuseLevel> levels;  // of the longest
  for (const Reuse& reuse : c.reuse) {
    const auto key = std::pair{reuse.a.article, reuse.b.article};
    DigestReuse& pair = pairs[key];
    pair.a = key.first, pair.b = key.second;
    if (reuse.level == ReuseLevel::verbatim) ++pair.verbatim;
    if (reuse.level == ReuseLevel::edited) ++pair.edited;
    if (reuse.level == ReuseLevel::paraphrase) ++pair.paraphrase;
    const std::string here = passage_words(c, reuse.a);
    ReuseLevel& level = levels.try_emplace(key, ReuseLevel::paraphrase).first->second;
    if (reuse.level < level || (reuse.level == level && here.size() > pair.longest.size())) {
      pair.longest = here;
      level = reuse.level;
    }
  }
  const auto percent = [](const Coverage& k) {
    return static_cast<std::uint32_t>((k.verbatim + k.edited + k.paraphrase + 5) / 10);
  };
  for (const Coverage& coverage : c.coverage) {
    const bool forward = coverage.of < coverage.in;
    DigestReuse& pair =
        pairs[{std::min(coverage.of, coverage.in), std::max(coverage.of, coverage.in)}];
    (forward ? pair.of_a : pair.of_b) = percent(coverage);
  }
  for (auto& [key, pair] : pairs) digest.reuse.push_back(std::move(pair));
  sort_by(digest.reuse, [](const DigestReuse& x, const DigestReuse& y) {
    const std::uint32_t p = x.of_a + x.of_b;
    const std::uint32_t q = y.of_a + y.of_b;
    return p != q ? p > q : x.verbatim + x.edited > y.verbatim + y.edited;
  });
}

// The rendering of the first source stands for a passage.
void add_passages(const Comparison& c, Digest& digest) {
  std::map<std::uint32_t, std::map<ArticleIndex, std::string>> renderings;
  for (const Reuse& reuse : c.reuse) {
    for (const Evidence* e : {&reuse.a, &reuse.b}) {
      std::string& words = renderings[reuse.passage][e->article];
      std::string here = passage_words(c, *e);
      if (here.size() > words.size()) words = std::move(here);
    }
  }
  for (const auto& [passage, by_article] : renderings) {
    if (by_article.size() < kLeastSources) continue;
    DigestPassage out;
    for (const auto& [article, words] : by_article) out.sources.push_back(article);
    out.words = by_article.begin()->second;
    digest.passages.push_back(std::move(out));
  }
  sort_by(digest.passages, [](const DigestPassage& x, const DigestPassage& y) {
    return x.sources.size() > y.sources.size();
  });
  if (digest.passages.size() > kMaxShared3) {
    digest.more_passages = static_cast<std::uint32_t>(digest.passages.size() - kMaxShared3);
    digest.passages.resize(kMaxShared3);
  }
}

void add_steps(const Comparison& c, Digest& digest) {
  std::map<std::uint32_t, std::vector<const LineageEdge*>> undecided;  // by hidden source
  for (const LineageEdge& edge : c.lineage.edges) {
    if (edge.from.hidden && c.lineage.hidden[edge.from.index].kind == HiddenKind::undecided) {
      undecided[edge.from.index].push_back(&edge);
      continue;
    }
    DigestStep step;
    step.from = node_name(c, digest, edge.from);
    step.to = node_name(c, digest, edge.to);
    step.confidence = edge.confidence;
    for (const LineageReason& reason : edge.reasons) {
      if (step.reasons.size() < kMaxReasons) step.reasons.push_back(printable(reason.why));
    }
    digest.steps.push_back(std::move(step));
  }
  for (const auto& [source, edges] : undecided) {
    DigestStep step;
    step.decided = false;
    for (const LineageEdge* edge : edges) {
      step.from += (step.from.empty() ? "" : ", ") + node_name(c, digest, edge->to);
    }
    step.confidence = edges.front()->confidence;
    for (const LineageReason& reason : edges.front()->reasons)
      step.reasons.push_back(printable(reason.why));
    digest.steps.push_back(std::move(step));
  }
}

}  // namespace

void add_descent(const Comparison& comparison, Digest& digest) {
  add_pairs(comparison, digest);
  add_passages(comparison, digest);
  digest.origins = comparison.lineage.origins;
  add_steps(comparison, digest);
}

std::string reuse_counts(const DigestReuse& reuse) {
  std::string out;
  const auto add = [&](std::uint32_t n, std::string_view what) {
    if (n == 0) return;
    if (out.empty()) {
      out = std::to_string(n) + (n == 1 ? " passage " : " passages ");
    } else {
      out += ", " + std::to_string(n) + " ";
    }
    out += what;
  };
  add(reuse.verbatim, "word for word");
  add(reuse.edited, "edited");
  add(reuse.paraphrase, "reworded");
  return out;
}

std::vector<std::string> origin_lines(const Digest& digest) {
  std::vector<std::string> out;
  std::size_t articles = 0;
  for (const auto& family : digest.origins) articles += family.size();
  if (digest.origins.size() < articles) {
    out.push_back(std::to_string(digest.origins.size()) +
                  (digest.origins.size() == 1 ? " origin" : " independent origins") + " for " +
                  std::to_string(articles) + " articles.");
  }
  for (const auto& family : digest.origins) {
    if (family.size() < 2) continue;
    std::string letters;
    for (const ArticleIndex article : family)
      letters += (letters.empty() ? "" : ", ") + digest.sources[article].letter;
    out.push_back("Of one descent: " + letters + ".");
  }
  return out;
}

}  // namespace crossread
