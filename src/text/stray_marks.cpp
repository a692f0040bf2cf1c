// The second half of repair.h: marks and characters, where no word is at stake.
#include <algorithm>
#include <array>
#include <optional>

#include "base/sort.h"
#include "base/utf8.h"
#include "text/lemma.h"
#include "text/repair.h"

namespace crossread {
namespace {

// The byte that windows-1252 writes for a character; nothing if it has none.
std::optional<unsigned char> as_windows_1252(char32_t code) {
  constexpr std::array<char32_t, 32> kHigh = {
      0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
      0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  if (code >= 0x80 && code <= 0xFF) return static_cast<unsigned char>(code);
  const auto* found = std::find(kHigh.begin(), kHigh.end(), code);
  if (found == kHigh.end()) return std::nullopt;
  return static_cast<unsigned char>(0x80 + (found - kHigh.begin()));
}

// UTF-8 that was read as windows-1252 ("â€™" for ’): its span from `at` and the right text.
std::optional<Damage> misread(std::string_view text, std::uint32_t at) {
  const Character lead = decode(text, at);
  if (lead.code < 0xC2 || lead.code > 0xF4) return std::nullopt;
  const std::uint32_t length = lead.code >= 0xF0 ? 4 : lead.code >= 0xE0 ? 3 : 2;
  std::string bytes(1, static_cast<char>(lead.code));
  std::uint32_t end = at + lead.bytes;
  while (bytes.size() < length && end < text.size()) {
    const Character c = decode(text, end);
    const std::optional<unsigned char> byte = as_windows_1252(c.code);
    if (!byte || *byte < 0x80 || *byte > 0xBF) return std::nullopt;
    bytes.push_back(static_cast<char>(*byte));
    end += c.bytes;
  }
  if (bytes.size() < length || find_invalid_utf8(bytes) != std::string_view::npos)
    return std::nullopt;
  return Damage{{at, end}, DamageKind::odd_character, bytes};
}

void note_odd_characters(Document& doc) {
  const std::string_view text = doc.article.text;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ++at;
      continue;
    }
    const Character c = decode(text, at);
    if (std::optional<Damage> damage = misread(text, at)) {
      at = damage->span.end;
      doc.damage.push_back(std::move(*damage));
      continue;
    }
    const bool control = c.code < 0xA0 && c.code != 0x85;
    const bool lost = c.code == 0xFFFD || (c.code >= 0xE000 && c.code <= 0xF8FF);
    if (control || lost) {
      doc.damage.push_back({{at, at + c.bytes}, DamageKind::odd_character, ""});
    }
    at += c.bytes;
  }
}

// "Hong Kong ." — unless the whole text is written so, as tokenised text is.
void note_spaced_marks(Document& doc) {
  std::vector<Damage> found;
  std::size_t marks = 0;
  for (std::size_t i = 1; i + 1 < doc.tokens.size(); ++i) {
    const Token& t = doc.tokens[i];
    if (t.kind != TokenKind::punctuation) continue;
    const std::string_view mark = doc.surface(t);
    if (mark != "." && mark != "," && mark != ";") continue;
    ++marks;
    if (t.lead == t.span.begin || doc.tokens[i - 1].kind != TokenKind::word) continue;
    if (doc.article.text.substr(t.lead, t.span.begin - t.lead).find('\n') != std::string::npos) {
      continue;
    }
    found.push_back({{t.lead, t.span.end}, DamageKind::stray_mark, std::string(mark)});
  }
  if (found.size() * 10 > marks + 9) return;
  doc.damage.insert(doc.damage.end(), found.begin(), found.end());
}

// "City(3-2)": a word that runs into a bracket. "person(s)" and "f(x)" are written so.
void note_lost_spaces(Document& doc) {
  for (std::size_t i = 1; i + 2 < doc.tokens.size(); ++i) {
    const Token& t = doc.tokens[i];
    const Token& word = doc.tokens[i - 1];
    if (doc.surface(t) != "(" || t.lead != t.span.begin || word.kind != TokenKind::word) continue;
    if (word.span.size() < 3 || doc.tokens[i + 1].span.size() < 2) {
      const bool figure = doc.tokens[i + 1].kind == TokenKind::number;
      if (word.span.size() < 3 || !figure) continue;
    }
    if (doc.folded(doc.tokens[i + 1]) == "es" || doc.folded(doc.tokens[i + 1]) == "ies") continue;
    doc.damage.push_back(
        {{word.span.begin, t.span.end}, DamageKind::glued, std::string(doc.surface(word)) + " ("});
  }
}

// Two spaces inside a sentence, where a word or a mark got lost; not in a text that is set so.
void note_wide_spaces(Document& doc) {
  constexpr std::size_t kMostWideSpaces = 3;
  std::vector<Damage> found;
  std::size_t behind_stops = 0;
  for (std::size_t i = 1; i + 1 < doc.tokens.size(); ++i) {
    const Token& t = doc.tokens[i];
    const std::string_view gap = doc.text({t.lead, t.span.begin});
    if (gap != "  ") continue;
    const Token& before = doc.tokens[i - 1];
    if (before.kind == TokenKind::word && t.kind == TokenKind::word) {
      found.push_back({{t.lead, t.span.begin}, DamageKind::stray_mark, " "});
    } else {
      ++behind_stops;
    }
  }
  if (found.size() > kMostWideSpaces || behind_stops > 0) return;
  doc.damage.insert(doc.damage.end(), found.begin(), found.end());
}

// "… of Corvane on Tuesday⏎The shareholders …": a paragraph that breaks off. Only where words are
// glued too, and other paragraphs do end with a stop: else it is a list or a caption.
void note_lost_stops(Document& doc) {
  constexpr std::uint32_t kSentenceWords = 9;
  const auto glued = [](const Damage& d) { return d.kind == DamageKind::glued; };
  if (std::none_of(doc.damage.begin(), doc.damage.end(), glued)) return;
  std::vector<Damage> found;
  std::size_t stopped = 0;
  for (const Block& b : doc.blocks) {
    if (b.kind != BlockKind::body) continue;
    const Range tokens = doc.tokens_in(b.span);
    if (tokens.empty()) continue;
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      words += doc.tokens[i].kind == TokenKind::word ? 1 : 0;
      capitals += doc.tokens[i].casing == Casing::capitalised ? 1 : 0;
    }
    const Token& last = doc.tokens[tokens.last - 1];
    if (last.kind == TokenKind::punctuation) {
      ++stopped;
    } else if (last.kind == TokenKind::word && words >= kSentenceWords && 2 * capitals < words &&
               doc.tokens[tokens.first].casing == Casing::capitalised) {
      found.push_back({last.span, DamageKind::stray_mark, std::string(doc.surface(last)) + "."});
    }
  }
  if (stopped < 2) return;
  doc.damage.insert(doc.damage.end(), found.begin(), found.end());
}

// "the worlds best", "the countrys largest": a possessive without its mark.
void note_lost_apostrophes(Document& doc) {
  for (std::size_t i = 1; i + 2 < doc.tokens.size(); ++i) {
    const std::string_view word = doc.folded(doc.tokens[i]), next = doc.folded(doc.tokens[i + 1]);
    const bool superlative = next == "best" || next == "most" || next == "worst" ||
                             (next.size() > 5 && next.ends_with("est") && word_rank(next).plain());
    if (doc.folded(doc.tokens[i - 1]) != "the" || !word.ends_with("s") || !superlative) continue;
    const std::string_view stem = word.substr(0, word.size() - 1);
    const bool no_plural =
        stem == "world" || (stem.ends_with("y") && stem.size() > 3 && !word_rank(word).known());
    if (!no_plural || !word_rank(stem).plain()) continue;
    const Span span = doc.tokens[i].span;
    doc.damage.push_back(
        {span, DamageKind::misspelt, std::string(doc.text({span.begin, span.end - 1})) + "’s"});
  }
}

// Double quotation marks of one block: how many are open at its end, and where the last opened.
struct OpenQuote {
  std::optional<Span> open;          // the mark that nothing closes
  std::optional<Span> never_opened;  // the first closing mark without an opening one
  bool starts = false;               // the block begins with a quotation mark
};

OpenQuote open_quote(const Document& doc, Span block) {
  OpenQuote result;
  const Range tokens = doc.tokens_in(block);
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& t = doc.tokens[i];
    if (t.kind != TokenKind::punctuation || doc.folded(t) != "\"") continue;
    if (i == tokens.first) result.starts = true;
    const std::string_view surface = doc.surface(t);
    const bool straight = surface == "\"";
    const bool opening = straight ? !result.open : surface != "”" && surface != "»";
    if (opening) {
      result.open = t.span;
    } else if (result.open) {
      result.open.reset();
    } else if (!result.never_opened) {
      result.never_opened = t.span;
    }
  }
  return result;
}

void note_lost_quotes(Document& doc) {
  std::vector<OpenQuote> quotes;
  for (const Block& b : doc.blocks) {
    if (b.kind == BlockKind::body) quotes.push_back(open_quote(doc, b.span));
  }
  bool carried = false;  // the paragraph before left its quotation open, as the custom is
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const OpenQuote& q = quotes[i];
    if (q.never_opened && !carried) {
      doc.damage.push_back({*q.never_opened, DamageKind::lost_quote, ""});
    }
    carried = q.open && i + 1 < quotes.size() && quotes[i + 1].starts;
    if (q.open && !carried) doc.damage.push_back({*q.open, DamageKind::lost_quote, ""});
  }
}

}  // namespace

void note_stray_marks(Document& doc) {
  note_odd_characters(doc);
  note_spaced_marks(doc);
  if (doc.language == "en") {
    note_lost_quotes(doc);
    note_lost_spaces(doc);
    note_wide_spaces(doc);
    note_lost_stops(doc);
    note_lost_apostrophes(doc);
  }
  sort_by(doc.damage, [](const Damage& a, const Damage& b) { return a.span < b.span; });
}

}  // namespace crossread
