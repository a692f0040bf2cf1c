#include "text/lines.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "tables/tables.h"
#include "text/abbreviations.h"

namespace crossread {
namespace {

std::uint32_t size_of(std::string_view s) { return static_cast<std::uint32_t>(s.size()); }

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const Character c = decode(text, span.begin);
    if (!is_space(c.code)) break;
    span.begin += c.bytes;
  }
  while (!span.empty()) {
    const Character c = decode_before(text, span.end);
    if (!is_space(c.code)) break;
    span.end -= c.bytes;
  }
  return span;
}

// The next word from `at`: bytes between spaces. Empty at the end.
Span next_word(std::string_view line, std::uint32_t at) {
  while (at < line.size() && line[at] == ' ') ++at;
  const std::uint32_t begin = at;
  while (at < line.size() && line[at] != ' ') ++at;
  return {begin, at};
}

// True for the closing quotes and brackets that may follow the end of a sentence.
bool is_closer(char32_t code) {
  const char32_t plain = plain_mark(code);
  return plain == '"' || plain == '\'' || plain == ')' || plain == ']';
}

// Digits at the start of a word, as many as `most`; -1 if there are none, or more.
int leading_number(std::string_view word, std::size_t most) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < word.size() && is_digit(static_cast<unsigned char>(word[digits]))) {
    if (digits == most) return -1;
    value = value * 10 + (word[digits++] - '0');
  }
  return digits == 0 ? -1 : value;
}

// Lines of dates have short forms that the table, which is made for running text, leaves out.
int month_number(std::string_view word) {
  static const Table kMonths = table("months");
  const std::string low = fold(word.substr(0, word.find_last_not_of(".,") + 1));
  if (low == "jun") return 6;
  if (low == "jul") return 7;
  const Table::Row row = kMonths.find(low);
  return row ? leading_number(row.field(0), 2) : 0;
}

std::optional<WrittenDate> numeric_date(std::string_view line) {
  if (const auto day = parse_iso_day(line.substr(0, 10))) {
    Span word = next_word(line, 0);  // takes a time with it: 2024-05-14T09:30Z
    if (word.end > 10 && line[10] != 'T' && line[10] != ',') return std::nullopt;
    return WrittenDate{*day, word.end};
  }
  if (line.size() < 10 || line[2] != line[5] || (line[2] != '.' && line[2] != '/')) {
    return std::nullopt;
  }
  const int first = leading_number(line, 2), second = leading_number(line.substr(3), 2);
  const int year = leading_number(line.substr(6), 4);
  // Day before month, as most of the world writes it, unless only the other order makes a date.
  Day day = day_of(year, second, first);
  if (day == kNoDay && line[2] == '/') day = day_of(year, first, second);
  if (day == kNoDay) return std::nullopt;
  return WrittenDate{day, 10};
}

bool is_weekday(std::string_view word) {
  constexpr std::string_view kDays[] = {"monday",   "tuesday", "wednesday", "thursday", "friday",
                                        "saturday", "sunday",  "mon",       "tue",      "wed",
                                        "thu",      "fri",     "sat",       "sun"};
  const std::string low = fold(word.substr(0, word.find_last_not_of(".,") + 1));
  return std::find(std::begin(kDays), std::end(kDays), low) != std::end(kDays);
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  std::uint32_t begin = 0;
  while (begin < text.size()) {
    std::size_t newline = text.find_first_of("\r\n\f\v", begin);
    if (newline == std::string_view::npos) newline = text.size();
    const Span span = trimmed(text, {begin, static_cast<std::uint32_t>(newline)});
    if (!span.empty()) {
      lines.push_back({span, blank});
      blank = false;
    } else if (newline < text.size() &&
               !(text[newline] == '\n' && newline > 0 && text[newline - 1] == '\r')) {
      blank = true;
    }
    begin = static_cast<std::uint32_t>(newline) + 1;
  }
  return lines;
}

std::uint32_t word_count(std::string_view line) {
  std::uint32_t words = 0;
  bool inside = false;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    const bool wordly = byte >= 0x80 || is_letter(byte) || is_digit(byte);
    if (byte == ' ' || byte == '\t') inside = false;
    if (wordly && !inside) ++words;
    inside = inside || wordly;
  }
  return words;
}

bool ends_sentence(std::string_view line) {
  std::uint32_t end = size_of(line);
  while (end > 0) {
    const Character c = decode_before(line, end);
    if (!is_closer(c.code)) {
      return c.code == '.' || c.code == '!' || c.code == '?' || c.code == ':' || c.code == ';' ||
             c.code == 0x2026 || c.code == 0x3002 || c.code == 0xFF01 || c.code == 0xFF1F;
    }
    end -= c.bytes;
  }
  return false;
}

bool has_inner_boundary(std::string_view line) {
  for (std::size_t at = line.find_first_of(".!?"); at != std::string_view::npos;
       at = line.find_first_of(".!?", at + 1)) {
    const std::size_t space = line.find(' ', at);
    if (space == std::string_view::npos) return false;
    if (space > at + 4) continue;
    const std::size_t word =
        line.rfind(' ', at) == std::string_view::npos ? 0 : line.rfind(' ', at) + 1;
    if (line[at] == '.' && abbreviation(line.substr(word, at + 1 - word)) != Abbreviation::none) {
      continue;
    }
    const std::size_t next = line.find_first_not_of(' ', space);
    if (next == std::string_view::npos) return false;
    const Character c = decode(line, static_cast<std::uint32_t>(next));
    if (is_upper(c.code) && at > 2) return true;
  }
  return false;
}

bool is_title_case(std::string_view line) {
  static const Table kSmall = table("small_words");
  std::uint32_t capitals = 0;
  for (Span word = next_word(line, 0); !word.empty(); word = next_word(line, word.end)) {
    std::string_view w = slice(line, word);
    while (!w.empty() && !is_letter(decode(w, 0).code) && !is_digit(decode(w, 0).code)) {
      w.remove_prefix(decode(w, 0).bytes);
    }
    if (w.empty()) continue;
    const Character c = decode(w, 0);
    if (is_upper(c.code)) {
      ++capitals;
    } else if (!is_digit(c.code) && !kSmall.has(fold(w))) {
      return false;
    }
  }
  return capitals > 0;
}

std::optional<WrittenDate> date_at_start(std::string_view line) {
  if (line.size() < 8) return std::nullopt;
  if (const auto numeric = numeric_date(line)) return numeric;
  Span word = next_word(line, 0);
  if (is_weekday(slice(line, word))) word = next_word(line, word.end);
  const Span second = next_word(line, word.end);
  const Span third = next_word(line, second.end);
  int month = month_number(slice(line, word));
  int day = leading_number(slice(line, second), 2);
  if (month == 0) {
    month = month_number(slice(line, second));
    day = leading_number(slice(line, word), 2);
  }
  const int year = leading_number(slice(line, third), 4);
  const Day found = day_of(year, month, day);
  if (found == kNoDay || year < 1000) return std::nullopt;
  return WrittenDate{found, third.end};
}

std::optional<WrittenDate> date_line(std::string_view line) {
  static const Table kLabels = table("date_labels");
  std::uint32_t at = 0;
  bool labelled = false;
  for (int words = 0; words < 3; ++words) {  // "Published:", "Last updated on"
    const Span word = next_word(line, at);
    std::string_view w = slice(line, word);
    while (!w.empty() && (w.back() == ':' || w.back() == '-')) w.remove_suffix(1);
    const Table::Row label = kLabels.find(w.size() > 16 ? std::string() : fold(w));
    if (!label) break;
    labelled = labelled || label.field(0) != "weak";  // "On May 14, 2024, he …" is a sentence
    at = word.end;
  }
  if (!labelled) at = 0;
  while (at < line.size() && (line[at] == ' ' || line[at] == ':')) ++at;
  std::optional<WrittenDate> date = date_at_start(line.substr(at));
  if (!date) return std::nullopt;
  date->bytes += at;
  // Without a label the date must be the whole line, or all but a time of day.
  const std::uint32_t left = word_count(line.substr(date->bytes));
  if (!labelled && left > 4) return std::nullopt;
  return date;
}

}  // namespace crossread
