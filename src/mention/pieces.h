// pieces.h — the tokens of a document as figures and dates are read: cut where digits meet letters.
//
//     token    | $54.9 |-|million|   5am | A320 | 2009-13 |        however the tokenizer cut
//     piece    |$|54.9 |-|million| 5|am | A|320 | 2009|-|13 |
//
// Between two sentences lies an empty piece, so that no rule that looks ahead crosses a border. A
// look outside the text gives an empty form too: rules need no bounds checks. O(bytes) to build.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace crossread {

enum class PieceKind : std::uint8_t { border, word, number, mark };

struct Piece {
  Span span;
  Span form;                 // folded, in Pieces' own pool
  std::uint32_t token = 0;   // the token it is cut from
  PieceKind kind = PieceKind::border;
  Casing casing = Casing::none;
  bool spaced = true;        // white space (or a repaired gap) before it
};

// A row of the table number_words: "eleven" is a teen, 11; "bn" a magnitude letter, 10^9.
struct NumberWord {
  std::string_view kind;     // "" for any other word
  double value = 0;
  explicit operator bool() const { return !kind.empty(); }
};
NumberWord number_word(std::string_view form);

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
  std::string_view bare(std::size_t i) const { return slice(forms_, bare_[i < size() ? i : 0]); }
  std::string_view surface(std::size_t i) const { return document_->text((*this)[i].span); }
  std::string_view lemma(std::size_t i) const;
  NumberWord number_word(std::size_t i) const { return i < size() ? numbers_[i] : NumberWord{}; }

  bool is(std::size_t i, std::string_view form_wanted) const { return form(i) == form_wanted; }
  bool is_any(std::size_t i, std::initializer_list<std::string_view> forms_wanted) const;
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
  void add_word(const Token& token, std::uint32_t index, bool spaced);
  void add_piece(Span span, std::uint32_t token, PieceKind kind, bool spaced);
  void add_border(std::uint32_t token);
  void find_decimal_mark();

  const Document* document_;
  std::string forms_;
  std::vector<Piece> pieces_;
  std::vector<Span> bare_;
  std::vector<NumberWord> numbers_;  // looked up once: every rule asks for them at every piece
  Piece border_;
  DecimalMark decimal_mark_ = DecimalMark::point;
};

}  // namespace crossread
