// pieces.h — the tokens of a document as figures and dates are read: cut where digits meet letters.
//
//     token    | $54.9 |-|million|   5am | A320 | 2009-13 |        however the tokenizer cut
//     piece    |$|54.9 |-|million| 5|am | A|320 | 2009|-|13 |
//
// Between two sentences lies an empty piece, so that no rule that looks ahead crosses a border. A
// look outside the text gives an empty form too: rules need no bounds checks. O(bytes) to build.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/one_of.h"
#include "mention/value_words.h"
#include "text/document.h"

namespace crossread {

enum class PieceKind : std::uint8_t { border, word, number, mark };

struct Piece {
  Span span;
  Span form;                // folded, in Pieces' own pool
  Span bare;                // without the dots of an abbreviation
  std::uint32_t token = 0;  // the token it is cut from
  ValueRules opens = 0;     // what a value_word opens here
  ValueWordId word = 0;     // of words alone
  PieceKind kind = PieceKind::border;
  Casing casing = Casing::none;
  bool spaced = true;  // white space (or a repaired gap) before it
  bool leads = false;  // as of a value_word
  bool follows = false;
};

inline NumberWord number_word(std::string_view form) { return value_word(form).number; }

// How an article writes its fractions: "8.2" or, in some translations, "8,2".
enum class DecimalMark : std::uint8_t { point, comma };

class Pieces {
 public:
  explicit Pieces(const Document& document);

  std::size_t size() const { return pieces_.size(); }
  const Piece& operator[](std::size_t i) const { return i < pieces_.size() ? pieces_[i] : border_; }

  // Folded form; "" at a border and outside. `form(i - 1)` is fine for i = 0.
  std::string_view form(std::size_t i) const { return slice(forms_, (*this)[i].form); }
  // The same without the dots of an abbreviation: "sept." → "sept", "a.m." → "am".
  std::string_view bare(std::size_t i) const { return slice(forms_, (*this)[i].bare); }
  std::string_view surface(std::size_t i) const { return document_->text((*this)[i].span); }
  std::string_view lemma(std::size_t i) const;
  NumberWord number_word(std::size_t i) const { return value_word((*this)[i].word).number; }
  bool hedge(std::size_t i) const { return value_word((*this)[i].word).hedge; }
  // The rules that may begin at piece i.
  ValueRules opens(std::size_t i) const {
    const Piece& piece = (*this)[i];
    return piece.leads && !(*this)[i + 1].follows ? 0 : piece.opens;
  }

  bool is(std::size_t i, std::string_view form_wanted) const { return form(i) == form_wanted; }
  bool is_any(std::size_t i, std::initializer_list<std::string_view> forms_wanted) const {
    const std::string_view have = form(i);
    return !have.empty() && is_one_of(have, forms_wanted);
  }
  bool number(std::size_t i) const { return (*this)[i].kind == PieceKind::number; }
  bool word(std::size_t i) const { return (*this)[i].kind == PieceKind::word; }
  bool border(std::size_t i) const { return (*this)[i].kind == PieceKind::border; }
  bool capitalised(std::size_t i) const;
  // No white space between piece i - 1 and piece i.
  bool joined(std::size_t i) const { return !(*this)[i].spaced && !border(i - 1) && !border(i); }
  // By its ending: "votes", not "crisis" or "bus". Also people, men, women, children.
  bool plural(std::size_t i) const;
  bool starts_sentence(std::size_t i) const { return border(i - 1); }

  // Digits without any mark as an integer; -1 if it is none or has more than nine digits.
  int integer(std::size_t i) const;
  int digits(std::size_t i) const;  // how many, when there are digits alone; else 0

  Span span_of(std::size_t first, std::size_t last) const {
    return {(*this)[first].span.begin, (*this)[last - 1].span.end};
  }
  Range tokens_of(std::size_t first, std::size_t last) const {
    return {(*this)[first].token, (*this)[last - 1].token + 1};
  }
  DecimalMark decimal_mark() const { return decimal_mark_; }
  const Document& document() const { return *document_; }

 private:
  void add_token(std::uint32_t index);
  void cut_token(std::uint32_t index, bool spaced);
  void add_word(const Token& token, std::uint32_t index, bool spaced);
  void add_piece(Span span, std::uint32_t token, PieceKind kind, bool spaced);
  void add_border(std::uint32_t token);
  bool add_known(std::uint32_t index, bool spaced);
  void keep(std::uint32_t index);
  void find_opens(Piece& piece) const;
  bool behind_figure() const;
  void find_decimal_mark();

  // A token that is one piece, as it was read the first time.
  struct Known {
    Piece piece;
    TokenKind kind = TokenKind::word;
    bool glued_unit = false;  // reads otherwise behind a figure
  };

  const Document* document_;
  std::string forms_;  // begins with the document's
  std::vector<Piece> pieces_;
  std::vector<Known> known_;
  std::vector<std::uint32_t> known_at_;  // by where the folded form begins: 1 + its place in known_
  Piece border_;
  DecimalMark decimal_mark_ = DecimalMark::point;
};

}  // namespace crossread
