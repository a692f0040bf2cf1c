#include "claim/quote_marks.h"

#include <optional>
#include <string_view>

#include "base/utf8.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLongestPassage = 1'000;  // tokens

// What a mark may do. One family closes another's marks only where the writer mixed plain and curly.
enum class Family : std::uint8_t { none, quotes, guillemets, single };
struct MarkRole {
  Family family = Family::none;
  bool opens = false;
  bool closes = false;
};

bool space_before(const Document& d, std::uint32_t i) {
  const Token& t = d.tokens[i];
  return i == 0 || t.lead < t.span.begin || t.span.begin == 0;
}

bool space_after(const Document& d, std::uint32_t i) {
  return i + 1 >= d.tokens.size() || d.tokens[i + 1].kind == TokenKind::end ||
         d.tokens[i + 1].lead < d.tokens[i + 1].span.begin;
}

bool opening_place(const Document& d, std::uint32_t i) {
  if (i == 0 || space_before(d, i)) return !space_after(d, i);
  const std::string_view before = d.folded(d.tokens[i - 1]);
  return (before == "(" || before == "[" || before == "-" || before == "\"") && !space_after(d, i);
}

bool closing_place(const Document& d, std::uint32_t i) {
  if (i == 0 || space_before(d, i)) return false;
  if (space_after(d, i)) return true;
  return d.tokens[i + 1].kind == TokenKind::punctuation || d.tokens[i + 1].glued;
}

MarkRole role_of(const Document& d, std::uint32_t i) {
  const Token& t = d.tokens[i];
  if (t.kind != TokenKind::punctuation && t.kind != TokenKind::symbol) return {};
  const std::string_view s = d.surface(t);
  if (s == "“") return {Family::quotes, true, !opening_place(d, i) && closing_place(d, i)};
  if (s == "„" || s == "‟") return {Family::quotes, true, false};
  if (s == "”") return {Family::quotes, false, true};
  if (s == "\"" || s == "''" || s == "``" || s == "″") {
    const bool spaced = space_before(d, i) && space_after(d, i);
    return {Family::quotes, opening_place(d, i) || spaced, closing_place(d, i) || spaced};
  }
  if (s == "«" || s == "»") {
    const bool left = s == "«";
    return {Family::guillemets, left || opening_place(d, i), !left || closing_place(d, i)};
  }
  if (s == "‘" || s == "‚") return {Family::single, opening_place(d, i), false};
  if (s == "’" || s == "'") {
    return {Family::single, s == "'" && opening_place(d, i), closing_place(d, i)};
  }
  return {};
}

class MarkFinder {
 public:
  explicit MarkFinder(const Document& document) : d_(document) {}

  QuoteMarks run() {
    for (std::uint32_t i = 0; i < d_.tokens.size(); ++i) {
      if (open_ && begins_paragraph(d_, i)) end_paragraph(i);
      step(i);
    }
    if (open_) end_paragraph(static_cast<std::uint32_t>(d_.tokens.size()));
    return std::move(out_);
  }

 private:
  void step(std::uint32_t i) {
    const MarkRole role = role_of(d_, i);
    if (role.family == Family::none) return;
    if (open_) {
      if (role.family == family_ && role.closes) {
        close(i, i + 1, false);
      } else if (role.family == family_ && role.opens && family_ == Family::quotes &&
                 d_.surface(d_.tokens[i]) == "“") {
        out_.lost.push_back(*open_);  // a second “: the first was never closed
        open_ = i;
      }
      return;
    }
    if (!role.opens) return;
    if (role.family == Family::single && !has_single_partner(i)) return;
    open_ = i;
    family_ = role.family;
  }

  // ’90s, ’tis: a single mark opens only if a partner follows soon, in the same paragraph.
  bool has_single_partner(std::uint32_t i) const {
    for (std::uint32_t j = i + 1; j < d_.tokens.size() && j < i + 120; ++j) {
      if (begins_paragraph(d_, j)) return false;
      const MarkRole role = role_of(d_, j);
      if (role.family != Family::single || !role.closes) continue;
      // "the workers’ union": a plural possessive stands between two words.
      const std::string_view before = d_.folded(d_.tokens[j - 1]);
      const bool stop = before == "." || before == "," || before == "?" || before == "!";
      const bool possessive = !stop && before.ends_with('s') && j + 1 < d_.tokens.size() &&
                              d_.tokens[j + 1].kind == TokenKind::word &&
                              d_.tokens[j + 1].casing == Casing::lower;
      if (!possessive) return true;
    }
    return false;
  }

  void close(std::uint32_t last, std::uint32_t outside, bool goes_on) {
    if (last - *open_ > kLongestPassage) {
      out_.lost.push_back(*open_);  // two stray marks, pages apart
    } else if (*open_ + 1 < last) {
      Passage p;
      p.tokens = {*open_ + 1, last};
      p.outside = {*open_, outside};
      p.goes_on = goes_on;
      p.continues = continuing_;
      out_.passages.push_back(p);
    }
    continuing_ = goes_on;
    open_.reset();
  }

  void end_paragraph(std::uint32_t i) {
    const bool again = i < d_.tokens.size() && role_of(d_, i).family == family_ &&
                       role_of(d_, i).opens;
    if (again && i > *open_ + 3) {
      close(i, i, true);
    } else if (continuing_) {
      close(i, i, false);  // the last paragraph of a long quotation, its closing mark forgotten
    } else {
      out_.lost.push_back(*open_);
      open_.reset();
    }
  }

  const Document& d_;
  QuoteMarks out_;
  std::optional<std::uint32_t> open_;
  Family family_ = Family::none;
  bool continuing_ = false;
};

}  // namespace

bool begins_paragraph(const Document& document, std::uint32_t i) {
  if (i == 0) return true;
  const Token& t = document.tokens[i];
  int lines = 0;
  for (const char c : slice(document.article.text, {t.lead, t.span.begin})) lines += c == '\n';
  if (lines != 1) return lines > 1;
  const std::string_view before = document.folded(document.tokens[i - 1]);
  return before == "." || before == "?" || before == "!" || before == "\"" || before == ":" ||
         before == "'" || before == ")" || before == ",";
}

QuoteMarks find_quote_marks(const Document& document) { return MarkFinder(document).run(); }

}  // namespace crossread
