#include "examples.h"

#include <algorithm>

#include "mention/name_features.h"
#include "mention/name_lexicon.h"

namespace crossread::names_training {
namespace {

int tag_at(const std::vector<GoldSpan>& gold, Span token, std::size_t& at) {
  while (at < gold.size() && gold[at].span.end <= token.begin) ++at;
  if (at == gold.size() || token.end <= gold[at].span.begin) return 0;
  const auto type = static_cast<Coarse>(gold[at].type);
  return token.begin <= gold[at].span.begin ? begin_tag(type) : inside_tag(type);
}

// Keeps the features listed in `keep` (old id → new id or kNone).
void renumber(std::vector<Example>& examples, const std::vector<std::uint32_t>& keep) {
  for (Example& e : examples) {
    std::vector<std::uint32_t> features, start;
    std::vector<Groups> groups;
    for (std::size_t k = 0; k < e.size(); ++k) {
      start.push_back(static_cast<std::uint32_t>(features.size()));
      Groups now;
      for (std::uint32_t f = e.start[k]; f < e.start[k + 1]; ++f) {
        const std::uint32_t id = keep[e.features[f]];
        if (id == FeatureIds::kNone) continue;
        features.push_back(id);
        if (f < e.start[k] + e.groups[k].words) ++now.words;
        if (f < e.start[k] + e.groups[k].known) ++now.known;
      }
      groups.push_back(now);
    }
    start.push_back(static_cast<std::uint32_t>(features.size()));
    e.features = std::move(features);
    e.start = std::move(start);
    e.groups = std::move(groups);
  }
}

}  // namespace

std::uint32_t FeatureIds::id(std::uint64_t hash, bool grow) {
  const auto it = ids_.find(hash);
  if (it != ids_.end()) return it->second;
  if (!grow) return kNone;
  const auto fresh = static_cast<std::uint32_t>(hashes.size());
  ids_.emplace(hash, fresh);
  hashes.push_back(hash);
  return fresh;
}

void add_text(const Text& text, const NameModel& model, const Set& set, FeatureIds& ids, bool grow,
              Corpus& corpus) {
  Article article;
  article.id = "t";
  article.text = text.bytes;
  const Document document = read_document(std::move(article));
  const NameLexicon lexicon(document);
  const NameContext context(document, lexicon, model);
  for (const GoldSpan& g : text.gold) corpus.gold += static_cast<Coarse>(g.type) != Coarse::other;
  std::vector<std::uint64_t> found;
  std::size_t at = 0;
  for (std::size_t s = 0; s < context.segments().size(); ++s) {
    const Range r = context.segments()[s];
    Example e;
    e.weight = set.weight;
    e.open = !set.has_other;
    int last = -1;
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      const FeatureGroups groups = name_features(context, s, i, found);
      e.start.push_back(static_cast<std::uint32_t>(e.features.size()));
      Groups kept;
      for (std::size_t k = 0; k < found.size(); ++k) {
        const std::uint32_t id = ids.id(found[k], grow);
        if (id == FeatureIds::kNone) continue;
        e.features.push_back(id);
        if (k < groups.words) ++kept.words;
        if (k < groups.known) ++kept.known;
      }
      e.groups.push_back(kept);
      int tag = tag_at(text.gold, document.tokens[i].span, at);
      if (!may_follow(last, tag)) tag -= 1;
      if (tag != 0 && !is_inside(tag) && tag < begin_tag(Coarse::other)) ++corpus.within;
      e.gold.push_back(static_cast<std::int8_t>(tag));
      last = tag;
    }
    e.start.push_back(static_cast<std::uint32_t>(e.features.size()));
    corpus.examples.push_back(std::move(e));
  }
}

std::vector<std::uint64_t> keep_best(const std::vector<Corpus*>& corpora,
                                     const std::vector<std::uint64_t>& hashes,
                                     const std::vector<double>& scores, std::size_t limit) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    if (scores[i] > 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return scores[a] != scores[b] ? scores[a] > scores[b] : hashes[a] < hashes[b];
  });
  if (order.size() > limit) order.resize(limit);
  std::vector<std::uint32_t> keep(scores.size(), FeatureIds::kNone);
  std::vector<std::uint64_t> kept;
  for (const std::uint32_t i : order) {
    keep[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(hashes[i]);
  }
  for (Corpus* c : corpora) renumber(c->examples, keep);
  return kept;
}

}  // namespace crossread::names_training
