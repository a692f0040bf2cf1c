#include "mention/pieces.h"

#include <algorithm>

#include "base/utf8.h"

namespace crossread {
namespace {

bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

// End of the figure that begins at `at`: digits, and marks that stand between digits. `dotted`: the
// digits belong to a chain like "16.05.2024" that is no figure; stays set for the rest of it.
std::uint32_t figure_end(std::string_view text, std::uint32_t at, std::uint32_t end, bool& dotted) {
  while (at < end && ascii_digit(text[at])) ++at;
  const std::uint32_t plain = at;
  int points = 0;
  int commas = 0;
  bool groups_of_three = true;
  while (at + 1 < end && (text[at] == '.' || text[at] == ',') && ascii_digit(text[at + 1])) {
    (text[at] == '.' ? points : commas) += 1;
    const std::uint32_t group = ++at;
    while (at < end && ascii_digit(text[at])) ++at;
    if (at - group != 3) groups_of_three = false;
  }
  if (!groups_of_three && points > 1) dotted = true;
  return dotted ? plain : at;
}

bool neither(char32_t c) { return !is_letter(c) && !is_digit(c); }

bool is_magnitude(std::string_view form) {
  return form == "million" || form == "billion" || form == "thousand" || form == "hundred" ||
         form == "-";
}

// Bytes of the unit that a word begins with where more is glued to it; 0 for nearly every word.
std::size_t glued_unit(const Document& document, const Token& token) {
  const std::string_view form = document.folded(token);
  if (token.kind != TokenKind::word || form.size() != token.span.size()) return 0;
  for (const std::string_view unit :
       {"percent", "euros", "dollars", "pounds", "years", "months", "days", "hours", "people",
        "votes", "meters", "metres", "kilometers", "kilometres", "miles"}) {
    if (form.starts_with(unit) && form.size() >= unit.size() + 2 &&
        !form.starts_with("percentag") && !form.starts_with("percentil")) {
      return unit.size();
    }
  }
  return 0;
}

Casing casing_of(std::string_view text) {
  const char32_t first = decode(text, 0).code;
  if (is_upper(first)) return Casing::capitalised;
  return is_lower(first) ? Casing::lower : Casing::none;
}

}  // namespace

Pieces::Pieces(const Document& document)
    : document_(&document), forms_(document.forms), known_at_(document.forms.size() + 1) {
  pieces_.reserve(document.tokens.size() + document.tokens.size() / 4 + 2);
  add_border(0);
  std::uint32_t token = 0;
  for (const Sentence& sentence : document.sentences) {
    for (token = sentence.tokens.first; token < sentence.tokens.last; ++token) add_token(token);
    add_border(token);
  }
  find_decimal_mark();
}

void Pieces::add_border(std::uint32_t token) {
  Piece border;
  border.token = token;
  pieces_.push_back(border);
}

void Pieces::add_piece(Span span, std::uint32_t token, PieceKind kind, bool spaced) {
  const Token& whole = document_->tokens[token];
  const bool uncut = span == whole.span && kind == PieceKind::word;
  Piece piece;
  piece.span = span;
  piece.token = token;
  piece.kind = kind;
  piece.spaced = spaced;
  piece.casing = uncut ? whole.casing : casing_of(document_->text(span));
  if (uncut) {
    piece.form = whole.folded;
  } else {
    piece.form.begin = static_cast<std::uint32_t>(forms_.size());
    append_folded(forms_, document_->text(span));
    piece.form.end = static_cast<std::uint32_t>(forms_.size());
  }
  piece.bare = piece.form;
  if (kind == PieceKind::word && slice(forms_, piece.form).find('.') != std::string_view::npos) {
    piece.bare.begin = static_cast<std::uint32_t>(forms_.size());
    for (std::uint32_t at = piece.form.begin; at < piece.form.end; ++at) {
      if (forms_[at] != '.') forms_.push_back(forms_[at]);
    }
    piece.bare.end = static_cast<std::uint32_t>(forms_.size());
  }
  find_opens(piece);
  pieces_.push_back(piece);
}

void Pieces::find_opens(Piece& piece) const {
  const ValueWordId id = find_value_word(slice(forms_, piece.form));
  const ValueWord& word = value_word(id);
  piece.opens = word.opens;
  piece.leads = word.leads;
  piece.follows = word.follows;
  if (piece.kind == PieceKind::word) {
    piece.word = id;
    if (piece.bare == piece.form) return;
    const ValueWord& bare = value_word(slice(forms_, piece.bare));  // "Sept.", "Tues."
    if ((bare.opens & kOpens) == 0) return;
    piece.leads = bare.leads && (piece.leads || (piece.opens & kOpens) == 0);
    piece.opens |= bare.opens;
  } else if (piece.kind == PieceKind::number) {
    piece.opens |= digits_open();
    piece.leads = false;
  }
  piece.follows = true;
}

bool Pieces::behind_figure() const {
  return !pieces_.empty() && (pieces_.back().kind == PieceKind::number ||
                              is_magnitude(slice(forms_, pieces_.back().form)));
}

// A unit behind a figure that lost the space after it, "18 percentfewer", gets a border there.
void Pieces::add_word(const Token& token, std::uint32_t index, bool spaced) {
  const std::size_t unit = behind_figure() ? glued_unit(*document_, token) : 0;
  if (unit == 0) return add_piece(token.span, index, PieceKind::word, spaced);
  const std::uint32_t cut = token.span.begin + static_cast<std::uint32_t>(unit);
  add_piece({token.span.begin, cut}, index, PieceKind::word, spaced);
  add_piece({cut, token.span.end}, index, PieceKind::word, true);
}

// As the same token was read before; false if it was not.
bool Pieces::add_known(std::uint32_t index, bool spaced) {
  const Token& token = document_->tokens[index];
  const std::uint32_t at = known_at_[token.folded.begin];
  if (at == 0) return false;
  const Known& known = known_[at - 1];
  if (known.kind != token.kind || known.piece.span.size() != token.span.size() ||
      (known.glued_unit && behind_figure())) {
    return false;
  }
  pieces_.push_back(known.piece);
  Piece& piece = pieces_.back();
  piece.span = token.span;
  piece.token = index;
  piece.spaced = spaced;
  if (piece.kind == PieceKind::word) piece.casing = token.casing;
  return true;
}

void Pieces::keep(std::uint32_t index) {
  const Token& token = document_->tokens[index];
  std::uint32_t& at = known_at_[token.folded.begin];
  if (at != 0 || pieces_.back().span != token.span) return;
  Known known;
  known.piece = pieces_.back();
  known.kind = token.kind;
  known.glued_unit = glued_unit(*document_, token) != 0;
  known_.push_back(known);
  at = static_cast<std::uint32_t>(known_.size());
}

void Pieces::add_token(std::uint32_t index) {
  const Token& token = document_->tokens[index];
  if (token.span.empty()) return;
  const bool spaced = token.lead < token.span.begin || token.glued || index == 0;
  if (add_known(index, spaced)) return;
  cut_token(index, spaced);
  keep(index);
}

void Pieces::cut_token(std::uint32_t index, bool spaced) {
  const Token& token = document_->tokens[index];
  const std::string_view text = document_->article.text;
  const std::string_view surface = document_->surface(token);
  const bool plain =
      token.kind == TokenKind::link ||
      (token.kind == TokenKind::word && std::none_of(surface.begin(), surface.end(), ascii_digit));
  if (plain) return add_word(token, index, spaced);
  bool dotted = false;
  for (std::uint32_t at = token.span.begin; at < token.span.end; spaced = false) {
    std::uint32_t end = at;
    PieceKind kind = PieceKind::mark;
    const Character first = decode(text, at);
    if (is_digit(first.code)) {
      kind = PieceKind::number;
      end = figure_end(text, at, token.span.end, dotted);
    } else if (is_letter(first.code)) {
      kind = PieceKind::word;
      while (end < token.span.end && is_letter(decode(text, end).code))
        end += decode(text, end).bytes;
      // "u.s.$", "a.m." cut off a figure: letters with inner dots stay together.
      while (end + 1 < token.span.end && text[end] == '.' && !ascii_digit(text[end + 1]) &&
             is_letter(decode(text, end + 1).code)) {
        ++end;
        while (end < token.span.end && is_letter(decode(text, end).code))
          end += decode(text, end).bytes;
      }
      if (end + 1 == token.span.end && text[end] == '.') ++end;
    } else {
      end += first.bytes;
      if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol) {
        while (end < token.span.end && neither(decode(text, end).code))
          end += decode(text, end).bytes;
      }
    }
    add_piece({at, end}, index, kind, spaced);
    at = end;
  }
}

void Pieces::find_decimal_mark() {
  int commas = 0;
  int points = 0;
  for (const Piece& piece : pieces_) {
    if (piece.kind != PieceKind::number) continue;
    const std::string_view figure = document_->text(piece.span);
    const std::size_t comma = figure.find(',');
    const std::size_t point = figure.find('.');
    if (point == std::string_view::npos && comma != std::string_view::npos &&
        figure.size() - comma - 1 < 3 && figure.find(',', comma + 1) == std::string_view::npos) {
      ++commas;
    }
    if (comma == std::string_view::npos && point != std::string_view::npos &&
        figure.size() - point - 1 < 3) {
      ++points;
    }
  }
  if (commas > points) decimal_mark_ = DecimalMark::comma;
}

std::string_view Pieces::lemma(std::size_t i) const {
  const Piece& piece = (*this)[i];
  if (piece.kind != PieceKind::word) return form(i);
  const Token& token = document_->tokens[piece.token];
  return token.span == piece.span ? document_->lemma(token) : form(i);
}

bool Pieces::plural(std::size_t i) const {
  const std::string_view have = form(i);
  if (is_any(i, {"people", "men", "women", "children", "others"})) return true;
  return word(i) && have.size() > 3 && have.ends_with('s') && !have.ends_with("ss") &&
         !have.ends_with("us") && !have.ends_with("is") && !have.ends_with("'s");
}

bool Pieces::capitalised(std::size_t i) const {
  const Casing casing = (*this)[i].casing;
  return casing == Casing::capitalised || casing == Casing::upper || casing == Casing::mixed;
}

int Pieces::digits(std::size_t i) const {
  if (!number(i)) return 0;
  const std::string_view figure = surface(i);
  return std::all_of(figure.begin(), figure.end(), ascii_digit) ? static_cast<int>(figure.size())
                                                                : 0;
}

int Pieces::integer(std::size_t i) const {
  const int length = digits(i);
  if (length == 0 || length > 9) return -1;
  int value = 0;
  for (const char c : surface(i)) value = 10 * value + (c - '0');
  return value;
}

}  // namespace crossread
