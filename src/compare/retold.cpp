#include "compare/retold.h"

#include <algorithm>

#include "base/one_of.h"
#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::int32_t kLostShare = 750;    // thousandths of a piece's words that must be gone
constexpr std::int32_t kRoom = 2;           // words that a sentence may be longer than it should be
constexpr std::int32_t kStandsShare = 350;  // of a sentence's words, in one sentence of the other

// Words that a piece must have, by how much the retelling keeps: by chance they would not all go.
std::size_t least_words(std::int32_t kept) {
  return kept >= 700 ? 2 : kept >= 550 ? 3 : kept >= 400 ? 4 : 5;
}

}  // namespace

EventWords::EventWords(const EventView& view) : tokens_(view.articles.size()) {
  static const Table kLight = table("light_words");
  static const Table kSynonyms = table("synonyms");
  number("");  // 0 stands for nothing
  for (const ArticleIndex a : view.event.articles) {
    const Analysis& analysis = view.articles[a];
    const Document& d = analysis.document;
    for (const Token& token : d.tokens) {
      TokenWords words;
      if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
        words.lemma = number(fold_accents(d.lemma(token)));
        words.form = number(fold_accents(d.folded(token)));
        words.content =
            token.kind == TokenKind::number ||
            (token.span.size() > 1 && !kLight.has(d.lemma(token)) && !kLight.has(d.folded(token)));
      }
      tokens_[a].push_back(words);
    }
    for (std::size_t n = 0; n < analysis.names.size(); ++n) {
      const CrossEntityId entity = view.links.of(a, analysis.entities.of_mention[n]);
      if (!entity.valid()) continue;
      const Word name = number("@" + std::to_string(entity.value));
      for (std::uint32_t t = analysis.names[n].tokens.first; t < analysis.names[n].tokens.last; ++t)
        tokens_[a][t].name = name;
    }
  }
  synonyms_.resize(keys_.size());
  for (Word id = 0; id < keys_.size(); ++id) {
    std::string_view rest = kSynonyms.find(keys_[id]).field(0);
    while (!rest.empty()) {
      const std::size_t space = rest.find(' ');
      const auto other = numbers_.find(std::string(rest.substr(0, space)));
      if (other != numbers_.end()) {
        synonyms_[id].push_back(other->second);
        synonyms_[other->second].push_back(id);
      }
      rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
  }
}

Word EventWords::number(const std::string& key) {
  const auto [place, is_new] = numbers_.try_emplace(key, static_cast<Word>(keys_.size()));
  if (is_new) keys_.push_back(key);
  return place->second;
}

RetoldWords::RetoldWords(const EventView& view, const EventWords& words, ArticleIndex from,
                         ArticleIndex to, const std::vector<Match>& matches,
                         const std::vector<std::vector<std::uint32_t>>& units)
    : view_(view), words_(words), from_(from), to_(to), units_(units) {
  std::size_t all = 0;
  std::size_t gone = 0;
  std::vector<std::int32_t> lengths;
  for (const Match& match : matches) {
    if (match.score == 0) continue;
    const std::vector<std::uint32_t> content = content_of(from_, tokens_of(match.a));
    const auto n = static_cast<std::int32_t>(content.size());
    if (n == 0) continue;
    all += content.size();
    gone += lost(words_of(tokens_of(match.b)), content);
    lengths.push_back(static_cast<std::int32_t>(content_of(to_, tokens_of(match.b)).size()) * 1000 /
                      n);
  }
  if (all == 0) return;
  kept_ = static_cast<std::int32_t>((all - gone) * 1000 / all);
  std::sort(lengths.begin(), lengths.end());
  length_ = std::clamp(lengths[lengths.size() / 2], 600, 1400);
}

const Sentence& RetoldWords::sentence_of(std::uint32_t sentence) const {
  const Unit& unit = view_.terms.units[units_[sentence].front()];
  return view_.analysis(unit).document.sentences[view_.statement(unit).sentence];
}

Range RetoldWords::tokens_of(std::uint32_t sentence) const { return sentence_of(sentence).tokens; }
Span RetoldWords::place_of(std::uint32_t sentence) const { return sentence_of(sentence).span; }

std::vector<std::uint32_t> RetoldWords::content_of(ArticleIndex article, Range tokens) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    if (words_.of(article)[t].content) out.push_back(t);
  }
  return out;
}

std::vector<Word> RetoldWords::words_of(Range tokens) const {
  std::vector<Word> words;
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    const EventWords::TokenWords& token = words_.of(to_)[t];
    for (const Word word : {token.lemma, token.form, token.name}) {
      if (word != 0) words.push_back(word);
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::uint32_t RetoldWords::lost(const std::vector<Word>& words,
                                const std::vector<std::uint32_t>& content) const {
  const auto has = [&](Word word) {
    return word != 0 && std::binary_search(words.begin(), words.end(), word);
  };
  std::uint32_t n = 0;
  for (const std::uint32_t t : content) {
    const EventWords::TokenWords& token = words_.of(from_)[t];
    const std::vector<Word>& like = words_.synonyms(token.lemma);
    const bool kept = has(token.lemma) || has(token.form) || has(token.name) ||
                      std::any_of(like.begin(), like.end(), has);
    n += kept ? 0 : 1;
  }
  return n;
}

// Words of a sentence of the retelling and of its neighbours.
std::vector<Word> RetoldWords::around(std::uint32_t sentence) const {
  Range tokens = tokens_of(sentence);
  const auto in_article = [&](std::uint32_t s) {
    return s < units_.size() && view_.terms.sentences[s].article == to_;
  };
  if (sentence > 0 && in_article(sentence - 1)) tokens.first = tokens_of(sentence - 1).first;
  if (in_article(sentence + 1)) tokens.last = tokens_of(sentence + 1).last;
  return words_of(tokens);
}

// Cut at marks and at the borders of clauses.
std::vector<Range> RetoldWords::pieces_of(std::uint32_t sentence) const {
  const Document& d = view_.articles[from_].document;
  const Range tokens = tokens_of(sentence);
  std::vector<std::uint32_t> borders{tokens.first, tokens.last};
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    if (d.tokens[t].kind == TokenKind::punctuation &&
        is_one_of(d.folded(d.tokens[t]), {",", ";", ":", "-", "\"", ".", "(", ")"})) {
      borders.push_back(t);
      borders.push_back(t + 1);
    }
  }
  for (const std::uint32_t u : units_[sentence]) {
    const Range clause = view_.statement(view_.terms.units[u]).tokens;
    borders.push_back(clause.first);
    borders.push_back(clause.last);
  }
  std::sort(borders.begin(), borders.end());
  std::vector<Range> pieces;
  for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
    if (borders[i] < borders[i + 1]) pieces.push_back({borders[i], borders[i + 1]});
  }
  return pieces;
}

std::vector<Span> RetoldWords::cut_clauses(const Match& match) const {
  const std::vector<Word> near = around(match.b);
  // Pieces that are gone, neighbours joined.
  struct Gone {
    Range tokens;
    std::size_t words;
    std::size_t lost;
  };
  std::vector<Gone> gone;
  bool open = false;
  for (const Range piece : pieces_of(match.a)) {
    const std::vector<std::uint32_t> content = content_of(from_, piece);
    if (content.empty()) continue;  // a mark, an "and": neither here nor there
    const std::uint32_t n = lost(near, content);
    if (n * 1000 < content.size() * static_cast<std::size_t>(kLostShare)) {
      open = false;
      continue;
    }
    if (open) {
      gone.back().tokens.last = piece.last, gone.back().words += content.size(),
      gone.back().lost += n;
    } else {
      gone.push_back({piece, content.size(), n});
    }
    open = true;
  }
  const auto own = static_cast<std::int32_t>(content_of(from_, tokens_of(match.a)).size());
  const auto retold = static_cast<std::int32_t>(content_of(to_, tokens_of(match.b)).size());
  std::vector<Span> out;
  for (const Gone& g : gone) {
    if (g.lost < least_words(kept_) || static_cast<std::int32_t>(g.words) >= own) continue;
    if (retold > (own - static_cast<std::int32_t>(g.words)) * length_ / 1000 + kRoom) continue;
    out.push_back(view_.articles[from_].document.span_of(g.tokens));
  }
  return out;
}

bool RetoldWords::stands_anywhere(std::uint32_t sentence) const {
  const std::vector<std::uint32_t> content = content_of(from_, tokens_of(sentence));
  for (std::uint32_t s = 0; s < view_.terms.sentences.size(); ++s) {
    if (view_.terms.sentences[s].article != to_ || units_[s].empty()) continue;
    const std::size_t kept = content.size() - lost(words_of(tokens_of(s)), content);
    if (kept * 1000 >= content.size() * static_cast<std::size_t>(kStandsShare)) return true;
  }
  return content.size() < 2;
}

}  // namespace crossread
