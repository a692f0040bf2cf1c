#include "claim/quote_marks.h"

#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLongestPassage = 1'000;  // tokens
constexpr std::uint32_t kUnpaired = 3;            // words that one mark alone must hold
constexpr std::uint32_t kLongestUnpaired = 150;   // and at most

// What a mark may do. One family closes another's marks only where the writer mixed plain and
// curly.
enum class Family : std::uint8_t { none, quotes, guillemets, single };
struct MarkRole {
  Family family = Family::none;
  bool opens = false;
  bool closes = false;
  std::uint32_t width = 1;  // tokens
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

bool single_sign(const Document& d, std::uint32_t i) {
  const std::string_view s = d.surface(d.tokens[i]);
  return s == "'" || s == "’" || s == "‘" || s == "`";
}

// Two single signs side by side do the work of a double one: ''so,'' ‘’so,’’ ``so''.
bool doubled(const Document& d, std::uint32_t i) {
  return i + 1 < d.tokens.size() && single_sign(d, i) && single_sign(d, i + 1) &&
         !space_after(d, i) && (i + 2 >= d.tokens.size() || !single_sign(d, i + 2));
}

MarkRole role_of(const Document& d, std::uint32_t i) {
  const Token& t = d.tokens[i];
  if (t.kind != TokenKind::punctuation && t.kind != TokenKind::symbol) return {};
  const std::string_view s = d.surface(t);
  if (doubled(d, i)) {
    const bool left = space_before(d, i) || i == 0, right = space_after(d, i + 1);
    const bool inches = i > 0 && d.tokens[i - 1].kind == TokenKind::number && !left;
    return {Family::quotes, left, !inches && (right || !left), 2};
  }
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
      if (begins_paragraph(d_, i)) {
        if (open_) end_paragraph(i);
        paragraph_ = i;
      }
      const MarkRole role = role_of(d_, i);
      if (role.family != Family::none) step(i, role);
      i += role.width - 1;
    }
    if (open_) {
      const auto size = static_cast<std::uint32_t>(d_.tokens.size());
      end_paragraph(d_.tokens.back().kind == TokenKind::end ? size - 1 : size);
    }
    return std::move(out_);
  }

 private:
  void step(std::uint32_t i, const MarkRole& role) {
    if (open_) {
      if (role.family == family_ && role.closes) {
        close(i, i + role.width, false);
      } else if (role.family == family_ && role.opens && family_ == Family::quotes &&
                 d_.surface(d_.tokens[i]) == "“") {
        out_.lost.push_back(*open_);  // a second “: the first was never closed
        open_ = i;
      }
      return;
    }
    if (!role.opens) {
      if (role.closes && role.family == Family::quotes) close_unopened(i, i + role.width);
      return;
    }
    if (role.family == Family::single && !has_single_partner(i)) return;
    open_ = i;
    width_ = role.width;
    family_ = role.family;
  }

  // “… so I left,” she said: where the first mark is lost, the words begin with their paragraph.
  void close_unopened(std::uint32_t last, std::uint32_t outside) {
    const std::uint32_t first = out_.passages.empty()
                                    ? paragraph_
                                    : std::max(paragraph_, out_.passages.back().outside.last);
    if (first != paragraph_ || last < first + kUnpaired || last - first > kLongestUnpaired) return;
    const std::string_view stop = d_.folded(d_.tokens[last - 1]);
    if (stop != "," && stop != "." && stop != "!" && stop != "?") return;
    Passage p;
    p.tokens = {first, last};
    p.outside = {first, outside};
    out_.passages.push_back(p);
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
    } else if (*open_ + width_ < last) {
      Passage p;
      p.tokens = {*open_ + width_, last};
      p.outside = {*open_, outside};
      p.goes_on = goes_on;
      p.continues = continuing_;
      out_.passages.push_back(p);
    }
    continuing_ = goes_on;
    open_.reset();
  }

  void end_paragraph(std::uint32_t i) {
    const bool again =
        i + 1 < d_.tokens.size() && role_of(d_, i).family == family_ && role_of(d_, i).opens;
    if (again && i > *open_ + 3) {
      close(i, i, true);
    } else if (continuing_) {
      close(i, i, false);  // the last paragraph of a long quotation, its closing mark forgotten
    } else if (after_cue(*open_) && i - *open_ > kUnpaired && i - *open_ <= kLongestUnpaired) {
      close(i, i, false);  // she said: “It will rain.
    } else {
      out_.lost.push_back(*open_);
      open_.reset();
    }
  }

  // A colon, or a verb that takes words in marks, a comma between them or not.
  bool after_cue(std::uint32_t mark) const {
    static const Table kCues = table("cue_verbs");
    if (mark == 0) return false;
    std::uint32_t i = mark - 1;
    const std::string_view before = d_.folded(d_.tokens[i]);
    if (before == ":") return true;
    if (before == "," && i > 0) --i;
    const Table::Row row = kCues.find(d_.lemma(d_.tokens[i]));
    return row && row.field(1).find('q') != std::string_view::npos;
  }

  const Document& d_;
  QuoteMarks out_;
  std::optional<std::uint32_t> open_;
  std::uint32_t width_ = 1;      // tokens of the open mark
  std::uint32_t paragraph_ = 0;  // its first token
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
