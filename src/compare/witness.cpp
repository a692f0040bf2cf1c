#include "compare/witness.h"

#include <algorithm>
#include <iterator>

#include "base/number.h"
#include "base/utf8.h"

namespace crossread {
namespace {

constexpr Weight kNameReading = 5 * kFixedOne / 2;
constexpr Weight kFigureReading = 4 * kFixedOne;
constexpr Weight kSmallFigureReading = kFixedOne;
constexpr double kSmallFigure = 12;
constexpr int kFigureDecimals = 6;
constexpr std::size_t kDayKey = 11;  // "!2025-05-27"

bool is_small(const Amount& amount) {
  return amount.kind == AmountKind::ordinal ||
         (amount.unit.empty() && amount.value <= kSmallFigure &&
          amount.value == static_cast<int>(amount.value));
}

std::string last_word(std::string_view name) {
  const std::string folded = fold_accents(fold(name));
  const std::size_t space = folded.find_last_of(' ');
  return space == std::string::npos ? folded : folded.substr(space + 1);
}

}  // namespace

Witness::Witness(const EventView& view, const Kinship& kin,
                 const std::vector<std::uint32_t>& members)
    : n_(members.size()), shared_(n_ * n_) {
  std::vector<Member> read;
  for (const std::uint32_t place : members)
    read.push_back(read_member(view, view.event.articles[place]));
  read_pairs(view, kin, members, read);
  for (const Member& member : read) {
    std::vector<bool> has(readings_.size());
    for (std::size_t r = 0; r < readings_.size(); ++r) {
      const Reading& reading = readings_[r];
      has[r] = member.keys.count(reading.key) > 0 ||
               (!reading.surface.empty() && member.forms.count(reading.surface) > 0);
    }
    has_.push_back(std::move(has));
  }
}

Witness::Member Witness::read_member(const EventView& view, ArticleIndex article) {
  const Analysis& analysis = view.articles[article];
  const Document& document = analysis.document;
  Member member;
  for (const Token& token : document.tokens) {
    if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
    member.forms.insert(fold_accents(document.folded(token)));
    member.forms.insert(fold_accents(document.lemma(token)));
  }
  for (std::size_t i = 0; i < analysis.names.size() && i < analysis.entities.of_mention.size();
       ++i) {
    const CrossEntityId entity = view.links.of(article, analysis.entities.of_mention[i]);
    if (!entity.valid()) continue;
    Reading reading{"n " + std::to_string(entity.value),
                    last_word(view.links.entities[entity.value].name), kNameReading};
    if (member.keys.insert(reading.key).second) member.own.push_back(std::move(reading));
  }
  for (const Amount& amount : analysis.amounts) {
    if (amount.is_range || amount.approximate_words) continue;
    Reading reading{"f " + format_number(amount.value, kFigureDecimals) + " " + amount.unit, "",
                    is_small(amount) ? kSmallFigureReading : kFigureReading};
    if (member.keys.insert(reading.key).second) member.own.push_back(std::move(reading));
  }
  for (const Unit& sentence : view.terms.sentences) {
    if (sentence.article != article) continue;
    for (const Term t : sentence.terms) {
      if (view.terms.terms[t].kind == TermKind::day)
        member.keys.insert("d " + view.terms.terms[t].key);
    }
  }
  return member;
}

std::uint32_t Witness::number_of(const Reading& reading) {
  const auto fresh = static_cast<std::uint32_t>(readings_.size());
  const auto [at, is_new] = numbers_.try_emplace(reading.key, fresh);
  if (is_new) readings_.push_back(reading);
  return at->second;
}

void Witness::read_pairs(const EventView& view, const Kinship& kin,
                         const std::vector<std::uint32_t>& members,
                         const std::vector<Member>& read) {
  const auto member_of = [&](ArticleIndex article) {
    for (std::size_t m = 0; m < members.size(); ++m) {
      if (view.event.articles[members[m]] == article) return m;
    }
    return kNobody;
  };
  std::vector<std::set<Term>> terms(n_ * n_);
  for (const SentencePair& pair : kin.pairs) {
    const Unit& x = view.terms.sentences[pair.a];
    const Unit& y = view.terms.sentences[pair.b];
    const std::size_t a = member_of(x.article);
    const std::size_t c = member_of(y.article);
    if (a == kNobody || c == kNobody) continue;
    std::set<Term>& both = terms[std::min(a, c) * n_ + std::max(a, c)];
    std::set_intersection(x.terms.begin(), x.terms.end(), y.terms.begin(), y.terms.end(),
                          std::inserter(both, both.end()));
  }
  for (std::size_t a = 0; a < n_; ++a) {
    for (std::size_t c = a + 1; c < n_; ++c) {
      std::vector<std::uint32_t>& out = shared_[a * n_ + c];
      for (const Term t : terms[a * n_ + c]) {
        const TermInfo& info = view.terms.terms[t];
        if (info.kind == TermKind::word)
          out.push_back(number_of({"w " + info.key, info.key, info.weight}));
        if (info.kind == TermKind::day && info.key.size() == kDayKey) {
          out.push_back(number_of({"d " + info.key, "", info.weight}));
        }
      }
      for (const Reading& reading : read[a].own) {
        if (read[c].keys.count(reading.key) > 0) out.push_back(number_of(reading));
      }
    }
  }
}

Witness::Found Witness::only_shared(std::size_t a, std::size_t c, std::size_t without) const {
  Found found;
  for (const std::uint32_t r : shared_[std::min(a, c) * n_ + std::max(a, c)]) {
    if (without != kNobody && has_[without][r]) continue;
    found.weight += readings_[r].weight;
    ++found.count;
  }
  return found;
}

}  // namespace crossread
