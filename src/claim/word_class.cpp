#include "claim/word_class.h"

#include <array>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::size_t kClasses = static_cast<std::size_t>(WordClass::other) + 1;

// The codes of the table, in the order of WordClass. Ties are broken as in the trainer: by code.
constexpr std::array<std::string_view, kClasses> kCodes = {
    "NN", "NP", "JJ", "RB", "CD", "DT", "PR", "PS", "WH", "EX", "VB", "VBD", "VBP",
    "VBZ", "VBG", "VBN", "MD", "IN", "RP", "SC", "CC", "TO", "PO", ".", "UH"};

WordClass class_of(std::string_view code) {
  for (std::size_t i = 0; i < kClasses; ++i) {
    if (kCodes[i] == code) return static_cast<WordClass>(i);
  }
  return WordClass::other;
}

// Classes whose members are capitalised at the start of a sentence alone.
bool is_closed(WordClass c) {
  switch (c) {
    case WordClass::determiner: case WordClass::pronoun: case WordClass::possessive_pronoun:
    case WordClass::preposition: case WordClass::conjunction: case WordClass::to:
    case WordClass::modal: case WordClass::subordinator: case WordClass::wh:
    case WordClass::existential: case WordClass::possessive:
      return true;
    default:
      return false;
  }
}

struct ClassScores {
  std::array<int, kClasses> sum{};
  bool any = false;

  // Adds a row, "NN12 VBD-3".
  void add(std::string_view row) {
    std::size_t at = 0;
    while (at < row.size()) {
      std::size_t end = at;
      while (end < row.size() && row[end] != '-' && (row[end] < '0' || row[end] > '9')) ++end;
      const WordClass c = class_of(row.substr(at, end - at));
      const bool minus = end < row.size() && row[end] == '-';
      if (minus) ++end;
      int weight = 0;
      while (end < row.size() && row[end] != ' ') weight = weight * 10 + (row[end++] - '0');
      sum[static_cast<std::size_t>(c)] += minus ? -weight : weight;
      any = true;
      at = end + 1;
    }
  }

  WordClass best() const {
    if (!any) return WordClass::noun;
    std::size_t best = 0;
    for (std::size_t i = 1; i < kClasses; ++i) {
      if (i == static_cast<std::size_t>(WordClass::mark)) continue;  // words are no marks
      if (sum[i] > sum[best] || (sum[i] == sum[best] && kCodes[i] < kCodes[best])) best = i;
    }
    return static_cast<WordClass>(best);
  }
};

std::string_view last_characters(std::string_view word, int count) {
  auto at = static_cast<std::uint32_t>(word.size());
  while (count-- > 0 && at > 0) at -= decode_before(word, at).bytes;
  return word.substr(at);
}

std::string_view first_characters(std::string_view word, int count) {
  std::uint32_t at = 0;
  while (count-- > 0 && at < word.size()) at += decode(word, at).bytes;
  return word.substr(0, at);
}

char shape_of(const Document& d, const Token& t) {
  if (t.casing == Casing::upper && d.surface(t).size() > 1) return 'A';
  const Character first = decode(d.surface(t), 0);
  if (is_upper(first.code)) return 'C';
  for (const char c : d.surface(t)) {
    if (c >= '0' && c <= '9') return '9';
  }
  return d.surface(t).find('-') == std::string_view::npos ? 'a' : '-';
}

class WordTagger {
 public:
  WordTagger(const Document& document, std::vector<WordClass>& out) : d_(document), out_(out) {}

  void sentence(Range tokens) {
    range_ = tokens;
    std::string_view p1 = "<", p2 = "<";
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      out_[i] = tag(i, p1, p2);
      p2 = p1;
      p1 = kCodes[static_cast<std::size_t>(out_[i])];
    }
  }

 private:
  bool is_mark(std::uint32_t i) const {
    const TokenKind kind = d_.tokens[i].kind;
    return kind == TokenKind::punctuation || kind == TokenKind::end;
  }

  WordClass tag(std::uint32_t i, std::string_view p1, std::string_view p2) {
    const Token& t = d_.tokens[i];
    const std::string_view word = d_.folded(t);
    if (is_mark(i) || word.empty()) return WordClass::mark;
    if (t.kind == TokenKind::number || (word[0] >= '0' && word[0] <= '9')) return WordClass::number;
    const char shape = shape_of(d_, t);
    if (const Table::Row sure = row('=', word)) {
      const WordClass c = class_of(sure.fields);
      const bool capital = shape == 'C' || shape == 'A';
      if (!capital || is_closed(c) || i == range_.first) return c;
    }
    return weigh(i, word, shape, p1, p2);
  }

  WordClass weigh(std::uint32_t i, std::string_view word, char shape, std::string_view p1,
                  std::string_view p2) {
    const std::string_view before = i > range_.first ? d_.folded(d_.tokens[i - 1]) : "<";
    const std::string_view after = i + 1 < range_.last ? d_.folded(d_.tokens[i + 1]) : ">";
    const bool start = i == range_.first || is_mark(i - 1);
    ClassScores scores;
    const auto add = [&](char key, std::string_view a, std::string_view b = {},
                         std::string_view c = {}) { scores.add(row(key, a, b, c).fields); };
    add('a', word);
    add('b', last_characters(word, 3));
    add('c', last_characters(word, 2));
    const char shape_key[] = {shape, start ? '1' : '0'};
    add('d', std::string_view(shape_key, 2));
    add('e', p1);
    add('f', p2, " ", p1);
    add('g', p1, " ", word);
    add('h', before);
    add('i', after);
    add('j', last_characters(after, 3));
    add('l', first_characters(word, 3));
    add('m', p1, " ", after);
    add('n', {});
    return scores.best();
  }

  Table::Row row(char key, std::string_view a, std::string_view b = {}, std::string_view c = {}) {
    static const Table kTable = table("word_class");
    buffer_.assign(1, key);
    buffer_.append(a).append(b).append(c);
    return kTable.find(buffer_);
  }

  const Document& d_;
  std::vector<WordClass>& out_;
  Range range_;
  std::string buffer_;
};

}  // namespace

std::vector<WordClass> word_classes(const Document& document) {
  std::vector<WordClass> out(document.tokens.size(), WordClass::other);
  WordTagger tagger(document, out);
  for (const Sentence& s : document.sentences) tagger.sentence(s.tokens);
  return out;
}

}  // namespace crossread
