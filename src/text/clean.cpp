#include "text/clean.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "tables/tables.h"
#include "text/credits.h"
#include "text/lines.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLongestTitle = 30;    // words
constexpr std::uint32_t kLongestHeading = 10;  // words
constexpr std::uint32_t kLongestLine = 400;    // bytes of what is no paragraph

enum class Boilerplate : std::uint8_t { none, section, phrase };

Boilerplate boilerplate(std::string_view line) {
  static const Table kPhrases = table("boilerplate");
  if (line.size() > 200) return Boilerplate::none;
  std::string folded = fold(line);
  while (!folded.empty() &&
         std::string_view(".:…>»!-*[] ").find(folded.back()) != std::string_view::npos) {
    folded.pop_back();
  }
  std::size_t begin = 0;
  while (begin < folded.size() &&
         std::string_view("*->[ ").find(folded[begin]) != std::string_view::npos) {
    ++begin;
  }
  folded.erase(0, begin);
  if (const Table::Row row = kPhrases.find(folded)) {
    return row.field(0) == "section" ? Boilerplate::section : Boilerplate::phrase;
  }
  if (word_count(line) > 25) return Boilerplate::none;
  // The prefix may be one, two, three or four words long.
  std::size_t end = 0;
  for (int words = 0; words < 4 && end < folded.size(); ++words) {
    end = std::min(folded.find(' ', end + 1), folded.size());
    std::string_view prefix = std::string_view(folded).substr(0, end);
    Table::Row row = kPhrases.find(prefix);
    if (!row && prefix.ends_with(':')) {
      prefix.remove_suffix(1);
      row = kPhrases.find(prefix);
    }
    if (row && row.field(0) == "prefix") return Boilerplate::phrase;
  }
  return Boilerplate::none;
}

// "[+1234 chars]", "…", "...": how feeds cut a text.
bool is_cut_off(std::string_view line) {
  if (line.ends_with("chars]")) return true;
  while (!line.empty() && (line.back() == ']' || line.back() == ')' || line.back() == '"')) {
    line.remove_suffix(1);
  }
  return line.ends_with("…") || line.ends_with("...");
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view title)
      : text_(text), given_(title), lines_(lines_of(text)) {}

  Layout run() {
    read_head();
    while (next_ < lines_.size()) read_paragraph();
    mark_tail();
    return std::move(layout_);
  }

 private:
  std::string_view text_of(Span span) const { return slice(text_, span); }
  std::string_view line_text(std::size_t i) const { return text_of(lines_[i].span); }

  void put(Span span, BlockKind kind) {
    if (!span.empty()) layout_.blocks.push_back({span, kind});
  }

  // Date lines, section name, title and bylines, in whatever order they come.
  void read_head() {
    for (int i = 0; i < 4 && next_ < lines_.size(); ++i) {
      if (!take_date_line()) break;
    }
    take_title();
    for (int i = 0; i < 4 && next_ < lines_.size(); ++i) {
      const Span span = lines_[next_].span;
      if (take_date_line()) continue;
      const Place place = i == 0 && !layout_.title.empty() ? Place::below_title : Place::elsewhere;
      if (span.size() > kLongestLine || !is_byline(text_of(span), place) ||
          next_ + 1 >= lines_.size()) {
        break;
      }
      put(span, BlockKind::byline);
      ++next_;
    }
  }

  // Takes the date at the start of the next line; what follows it on the line stays.
  bool take_date_line() {
    Line& line = lines_[next_];
    const std::optional<WrittenDate> date = date_line(text_of(line.span));
    if (!date) return false;
    if (layout_.dated == kNoDay) layout_.dated = date->day;
    Span rest{line.span.begin + date->bytes, line.span.end};
    while (!rest.empty() && is_space(decode(text_, rest.begin).code)) {
      rest.begin += decode(text_, rest.begin).bytes;
    }
    // "Published 14 May 2024 10:30 GMT": a few words more are the time.
    const bool time = !rest.empty() && word_count(text_of(rest)) <= 4 &&
                      (is_digit(decode(text_, rest.begin).code) || text_[rest.begin] == ',' ||
                       text_[rest.begin] == '-' || text_[rest.begin] == '|');
    if (rest.empty() || time) {
      put(line.span, BlockKind::date_line);
      ++next_;
    } else {
      put({line.span.begin, line.span.begin + date->bytes}, BlockKind::date_line);
      line.span = rest;
    }
    return true;
  }

  void take_title() {
    if (next_ + 1 >= lines_.size()) return;
    const std::string_view first = line_text(next_);
    const Boilerplate kind = boilerplate(first);
    const bool label = word_count(first) <= 2 && !ends_sentence(first) && is_headline(next_ + 1);
    if (kind == Boilerplate::section || kind == Boilerplate::phrase || label) {
      put(lines_[next_++].span, BlockKind::boilerplate);
      if (next_ + 1 >= lines_.size()) return;
    }
    if (!is_headline(next_)) return;
    layout_.title = lines_[next_].span;
    put(lines_[next_++].span, BlockKind::title);
  }

  bool is_headline(std::size_t i) const {
    if (i + 1 >= lines_.size()) return false;
    const std::string_view line = line_text(i);
    if (!given_.empty() && equal_folded(line, given_)) return true;
    if (line.size() > kLongestLine) return false;
    const std::uint32_t words = word_count(line);
    if (words < 2 || words > kLongestTitle || is_credit(line) || dateline(line) != 0) return false;
    if (ends_sentence(line) && line.back() != '?' && line.back() != '!') {
      const char last = line.back();
      // "… wins in the U.S." ends with an abbreviation; a closing quote may end a headline.
      const bool quoted = !line.empty() && static_cast<unsigned char>(last) >= 0x80;
      if (!(last == '.' && line.size() > 3 && line[line.size() - 3] == '.') && !quoted)
        return false;
    }
    return !has_inner_boundary(line) && boilerplate(line) == Boilerplate::none;
  }

  void read_paragraph() {
    const std::size_t first = next_;
    const std::size_t last = paragraph_end(first);
    next_ = last;
    const Span span{lines_[first].span.begin, lines_[last - 1].span.end};
    const std::string_view text = text_of(span);
    if (last - first == 1 && span.size() <= kLongestLine) {
      const Boilerplate kind = boilerplate(text);
      if (kind == Boilerplate::phrase) return put(span, BlockKind::boilerplate);
      if (is_credit(text)) return put_credit(span);
      if (is_byline(text, Place::elsewhere)) return put(span, BlockKind::byline);
      if (is_heading(first)) return put(span, BlockKind::heading);
    }
    put_body(span);
  }

  // A group is the lines between two empty ones; wrapped if they are all about as long.
  void measure_group(std::size_t first) {
    std::size_t end = first + 1;
    std::uint32_t shortest = lines_[first].span.size(), longest = shortest;
    while (end < lines_.size() && !lines_[end].after_blank) {
      shortest = std::min(shortest, lines_[end - 1].span.size());
      longest = std::max(longest, lines_[end - 1].span.size());
      ++end;
    }
    group_end_ = end;
    group_wrapped_ = end - first >= 3 && shortest >= 40 && longest <= 120 &&
                     longest - shortest <= 30 && lines_[end - 1].span.size() <= longest;
  }

  // One past the last line of the paragraph: more than one line where the text is wrapped.
  std::size_t paragraph_end(std::size_t first) {
    if (first >= group_end_) measure_group(first);
    const std::size_t end = group_end_;
    if (group_wrapped_) return end;
    // Or where a line breaks off and the next goes on in lower case.
    std::size_t last = first + 1;
    while (last < end && !ends_sentence(line_text(last - 1)) &&
           is_lower(decode(text_, lines_[last].span.begin).code)) {
      ++last;
    }
    return last;
  }

  bool is_heading(std::size_t i) const {
    const std::string_view line = line_text(i);
    if (i + 1 >= lines_.size() || word_count(line) > kLongestHeading || line.back() == ',') {
      return false;
    }
    const Character c = decode(line, 0);
    if (is_lower(c.code) || line.starts_with("-") || line.starts_with("•")) return false;
    const bool question = line.back() == '?' && !has_inner_boundary(line);
    if (ends_sentence(line) && !question && !is_quoted(line)) return false;
    // A short line of a text without blank lines may be a paragraph that lost its dot: wants the
    // air that a heading has, or the capitals.
    return !question || lines_[i].after_blank
               ? lines_[i].after_blank || is_title_case(line) || word_count(line) <= 6
               : false;
  }

  // ‘Not thanked at the time’: all of it between quotes, no dot inside.
  static bool is_quoted(std::string_view line) {
    const auto size = static_cast<std::uint32_t>(line.size());
    const Character first = decode(line, 0), last = decode_before(line, size);
    const char32_t open = plain_mark(first.code), close = plain_mark(last.code);
    if (open != close || (open != '\'' && open != '"') || size < 8) return false;
    return line.substr(0, size - last.bytes).find_first_of(".!") == std::string_view::npos;
  }

  void put_credit(Span span) {
    put(span, BlockKind::credit);
    add_agencies(text_of(span), layout_.agencies);
  }

  void put_body(Span span) {
    // Datelines open one of the first paragraphs.
    if (const std::uint32_t bytes = bodies_ < 3 ? dateline(text_of(span)) : 0; bytes > 0) {
      put({span.begin, span.begin + bytes}, BlockKind::dateline);
      add_dateline_agency(text_of({span.begin, span.begin + bytes}), layout_.agencies);
      span.begin += bytes;
      while (!span.empty() && is_space(decode(text_, span.begin).code)) {
        span.begin += decode(text_, span.begin).bytes;
      }
    }
    if (span.empty()) return;
    const std::uint32_t credit = trailing_credit(text_of(span));
    Span body{span.begin, span.end - credit};
    while (!body.empty() && is_space(decode_before(text_, body.end).code)) {
      body.end -= decode_before(text_, body.end).bytes;
    }
    put(body, BlockKind::body);
    ++bodies_;
    if (credit > 0) put_credit({span.end - credit, span.end});
  }

  void mark_tail() {
    if (layout_.blocks.empty()) return;
    const Block& last = layout_.blocks.back();
    const std::string_view text = text_of(last.span);
    const std::string folded = last.span.size() < 120 ? fold(text) : std::string();
    layout_.stub = is_cut_off(text) || folded.starts_with("continue reading") ||
                   folded.starts_with("read more") || folded.starts_with("to continue reading");
    if (layout_.stub || last.kind != BlockKind::body || ends_sentence(text)) return;
    // The last paragraph breaks off where the others do not.
    int ended = 0, open = 0;
    for (const Block& b : layout_.blocks) {
      if (b.kind == BlockKind::body) ++(ends_sentence(text_of(b.span)) ? ended : open);
    }
    layout_.stub = open == 1 && ended >= 2;
  }

  std::string_view text_;
  std::string_view given_;
  std::vector<Line> lines_;
  std::size_t next_ = 0;
  std::size_t group_end_ = 0;  // of the lines that measure_group looked at last
  bool group_wrapped_ = false;
  std::uint32_t bodies_ = 0;  // body blocks so far
  Layout layout_;
};

}  // namespace

Layout read_layout(std::string_view text, std::string_view given_title) {
  return Reader(text, given_title).run();
}

}  // namespace crossread
