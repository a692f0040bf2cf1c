#include "text/tokenize.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "tables/tables.h"
#include "text/abbreviations.h"
#include "text/links.h"

namespace crossread {
namespace {

enum class Class : std::uint8_t { space, letter, digit, mark, high, other };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> table{};
  for (std::size_t i = 0; i < 256; ++i) {
    const auto c = static_cast<unsigned char>(i);
    if (c >= 0x80)
      table[i] = Class::high;
    else if (c == ' ' || (c >= 9 && c <= 13))
      table[i] = Class::space;
    else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
      table[i] = Class::letter;
    else if (c >= '0' && c <= '9')
      table[i] = Class::digit;
    else
      table[i] = c > ' ' && c < 0x7F ? Class::mark : Class::other;
  }
  return table;
}
constexpr std::array<Class, 256> kClasses = make_classes();

Class class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }
bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

class Scanner {
 public:
  Scanner(std::string_view text, const TextOptions& options)
      : text_(text), size_(static_cast<std::uint32_t>(text.size())), options_(options) {
    tokens_.reserve(
        std::min<std::size_t>(text.size() / 4 + 2, options.max_tokens + std::size_t{1}));
  }

  std::vector<Token> run() {
    while (true) {
      const std::uint32_t begin = skip_space(at_);
      if (begin == size_ || tokens_.size() >= options_.max_tokens) break;
      at_ = begin;
      scan_one();
    }
    Token end;
    end.lead = end_;
    end.span = {size_, size_};
    end.kind = TokenKind::end;
    tokens_.push_back(end);
    return std::move(tokens_);
  }

 private:
  char peek(std::uint32_t at) const { return at < size_ ? text_[at] : '\0'; }
  Class kind_at(std::uint32_t at) const { return at < size_ ? class_of(text_[at]) : Class::space; }
  std::string_view slice_of(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }

  std::uint32_t skip_space(std::uint32_t at) const {
    while (at < size_) {
      const Class k = class_of(text_[at]);
      if (k == Class::space) {
        ++at;
      } else if (k == Class::high) {
        const Character c = decode(text_, at);
        if (!is_space(c.code)) break;
        at += c.bytes;
      } else {
        break;
      }
    }
    return at;
  }

  // Puts [at_, end) as one token, or as several if it is longer than a token may be.
  void put(std::uint32_t end, TokenKind kind) {
    while (end - at_ > options_.max_token_bytes && tokens_.size() < options_.max_tokens) {
      std::uint32_t cut = floor_border(text_, at_ + options_.max_token_bytes);
      if (cut <= at_) cut = at_ + decode(text_, at_).bytes;
      put_piece(cut, kind);
    }
    if (at_ < end && tokens_.size() < options_.max_tokens) put_piece(end, kind);
  }

  void put_piece(std::uint32_t end, TokenKind kind) {
    Token token;
    token.lead = end_;
    token.span = {at_, end};
    token.kind = kind;
    tokens_.push_back(token);
    at_ = end_ = end;
  }

  void scan_one() {
    switch (class_of(text_[at_])) {
      case Class::letter:
        return scan_word();
      case Class::digit:
        return scan_number();
      case Class::mark:
        return scan_mark();
      case Class::high:
        return scan_high();
      case Class::space:
      case Class::other:
        return put(at_ + 1, TokenKind::symbol);
    }
  }

  // Past the letters (and, once there is one, digits) from `at`.
  std::uint32_t letters_end(std::uint32_t at, bool digits) const {
    while (at < size_) {
      const Class k = class_of(text_[at]);
      if (k == Class::letter || (digits && k == Class::digit)) {
        ++at;
      } else if (k == Class::high) {
        const Character c = decode(text_, at);
        if (!is_letter(c.code) || is_spaceless_script(c.code)) break;
        at += c.bytes;
      } else {
        break;
      }
    }
    return at;
  }

  // Bytes of an apostrophe at `at`, straight or curly; 0 if there is none.
  std::uint32_t apostrophe(std::uint32_t at) const {
    if (peek(at) == '\'') return 1;
    if (at + 3 <= size_ && slice_of(at, at + 3) == "’") return 3;
    if (at + 2 <= size_ && slice_of(at, at + 2) == "ʼ") return 2;
    return 0;
  }

  void scan_word() {
    std::uint32_t end = letters_end(at_, true);
    if (const std::uint32_t link = link_end(text_, at_, end)) return put(link, TokenKind::link);
    while (true) {
      if (peek(end) == '&' && joins_ampersand(end)) {
        end = letters_end(end + 1, true);
        continue;
      }
      const std::uint32_t quote = apostrophe(end);
      if (quote == 0) break;
      const std::uint32_t tail = letters_end(end + quote, false);
      if (tail == end + quote) break;
      if (try_clitic(end, quote, tail)) return;
      if (end - at_ > 12) break;  // O'Neill, d'Ivoire; not a quote that lost its space
      end = tail;
    }
    put(dotted_end(end), TokenKind::word);
  }

  // AT&T, R&D: capitals on both sides and no space.
  bool joins_ampersand(std::uint32_t at) const {
    return at > 0 && is_ascii_upper(text_[at - 1]) && is_ascii_upper(peek(at + 1));
  }

  // 's, n't, 're …: puts the word and the clitic. `end` is at the apostrophe of `quote` bytes.
  bool try_clitic(std::uint32_t end, std::uint32_t quote, std::uint32_t tail) {
    const std::string_view letters = slice_of(end + quote, tail);
    if (letters.size() > 2) return false;
    const std::string low = fold(letters);
    if (low == "t") {
      const char before = text_[end - 1];
      if ((before != 'n' && before != 'N') || end - 1 == at_) return false;
      put(end - 1, TokenKind::word);
      put(tail, TokenKind::word);
      return true;
    }
    if (low != "s" && low != "re" && low != "ve" && low != "ll" && low != "d" && low != "m") {
      return false;
    }
    put(end, TokenKind::word);
    put(tail, TokenKind::word);
    return true;
  }

  // Where the word ends if a dot belongs to it: "U.S.", "Mr.", "J.", "Ph.D.".
  std::uint32_t dotted_end(std::uint32_t end) const {
    if (peek(end) != '.' || end - at_ > 8) return end;
    std::uint32_t last = end;
    while (peek(last) == '.') {
      const std::uint32_t next = letters_end(last + 1, false);
      if (next == last + 1 || next - last > 5 || peek(next) != '.' || next - at_ > 12) break;
      last = next;
    }
    if (last > end && keeps_dot(last + 1)) return last + 1;
    return keeps_dot(end + 1) ? end + 1 : end;
  }

  bool keeps_dot(std::uint32_t end) const {
    if (kind_at(end) == Class::letter || kind_at(end) == Class::digit || peek(end) == '.') {
      // "Sept.16" and "U.S.-led" are abbreviations still; "end.Next" and "U.S..." are not.
      if (peek(end) == '.' || kind_at(end) == Class::letter) return false;
    }
    const std::string_view surface = slice_of(at_, end);
    const std::uint32_t next = skip_space(end);
    const bool digit_next = kind_at(next) == Class::digit;
    switch (abbreviation(surface)) {
      case Abbreviation::none:
        return false;
      case Abbreviation::title:
      case Abbreviation::company:
        return true;
      case Abbreviation::number:
        return digit_next;
      case Abbreviation::month:
        return digit_next || (peek(next) >= 'a' && peek(next) <= 'z');
      case Abbreviation::place:
      case Abbreviation::other:
        return !starts_sentence(next);
      case Abbreviation::initial:
        return is_initial(next);
    }
    return false;
  }

  // A capital that opens a sentence as a rule: The, He, But … End of text and line count as well.
  bool starts_sentence(std::uint32_t at) const {
    if (at >= size_) return true;
    static const Table kStarters = table("sentence_starters");
    const std::uint32_t end = letters_end(at, false);
    return is_ascii_upper(text_[at]) && end - at < 16 && kStarters.has(fold(slice_of(at, end)));
  }

  // "J. K. Rowling", "George W. Bush"; not "Plan B. The" or "than I."
  bool is_initial(std::uint32_t next) const {
    if (next >= size_ || starts_sentence(next)) return false;
    const bool another = is_ascii_upper(text_[next]) && peek(next + 1) == '.';
    if (text_[at_] == 'I' && !another) return false;
    const Character c = decode(text_, next);
    return another || is_upper(c.code);
  }

  std::uint32_t digits_end(std::uint32_t at) const {
    while (kind_at(at) == Class::digit) ++at;
    return at;
  }

  // Bytes of a hard or thin space at `at` that stands between groups of three digits.
  std::uint32_t hard_space(std::uint32_t at) const {
    if (kind_at(at) != Class::high) return 0;
    const Character c = decode(text_, at);
    const bool hard = c.code == 0xA0 || c.code == 0x202F || c.code == 0x2009;
    const std::uint32_t digits = hard ? digits_end(at + c.bytes) - at - c.bytes : 0;
    return digits == 3 ? c.bytes : 0;
  }

  void scan_number() {
    const std::uint32_t first = digits_end(at_);
    if (const std::uint32_t end = date_or_clock_end(first); end != 0) {
      return put(end, TokenKind::number);
    }
    std::uint32_t end = first;
    while (true) {
      const char c = peek(end);
      std::uint32_t mark = 0;
      if ((c == '.' || c == ',') && kind_at(end + 1) == Class::digit)
        mark = 1;
      else if (first - at_ <= 3)
        mark = hard_space(end);
      if (mark == 0) break;
      end = digits_end(end + mark);
    }
    put(end, TokenKind::number);
  }

  // 2024-05-14, 10/12/2024, 5:15, 17:05:30; 0 if [at_, first) begins none of them.
  std::uint32_t date_or_clock_end(std::uint32_t first) const {
    const std::uint32_t length = first - at_;
    const char mark = peek(first);
    if (mark != '-' && mark != '/' && mark != ':') return 0;
    const std::uint32_t second = digits_end(first + 1);
    const std::uint32_t two = second - first - 1;
    if (two == 0 || two > 2) return 0;
    const bool more = peek(second) == mark;
    const std::uint32_t third = more ? digits_end(second + 1) : second;
    const std::uint32_t three = more ? third - second - 1 : 0;
    if (mark == ':') {
      if (length > 2 || two != 2) return 0;
      return more && three == 2 ? third : second;
    }
    if (mark == '-') return length == 4 && two == 2 && three == 2 ? third : 0;
    if (length == 4) return three == 1 || three == 2 ? third : 0;
    return length <= 2 && (three == 4 || three == 2) ? third : 0;
  }

  void scan_mark() {
    const char c = text_[at_];
    std::uint32_t end = at_ + 1;
    const bool word_before = end_ == at_ && at_ > 0 && class_of(text_[at_ - 1]) == Class::letter;
    if ((c == '@' || c == '#') && !word_before) {
      const std::uint32_t letters = letters_end(end, true);
      if (letters > end && kind_at(end) != Class::digit) {
        while (end < size_ && (kind_at(end) == Class::letter || kind_at(end) == Class::digit ||
                               text_[end] == '_' || kind_at(end) == Class::high)) {
          if (kind_at(end) == Class::high && letters_end(end, true) == end) break;
          end = kind_at(end) == Class::high ? letters_end(end, true) : end + 1;
        }
        return put(end, TokenKind::link);
      }
    }
    if (c == '.' && kind_at(end) == Class::digit && end_ != at_) {  // ".5", after a space
      return put(digits_end(end), TokenKind::number);
    }
    if (c == '!' || c == '?') {
      while (peek(end) == '!' || peek(end) == '?') ++end;
    } else if (c == '.' || c == '-' || c == '*' || c == '=' || c == '_') {
      while (peek(end) == c) ++end;
    }
    constexpr std::string_view kSymbols = "$%+<=>^|~#&@*\\_";
    put(end,
        kSymbols.find(c) != std::string_view::npos ? TokenKind::symbol : TokenKind::punctuation);
  }

  void scan_high() {
    const Character c = decode(text_, at_);
    if (is_spaceless_script(c.code)) return put_with_marks(c.bytes, TokenKind::word);
    if (is_letter(c.code) && !is_mark(c.code)) return scan_word();
    if (is_letter(c.code)) return put(letters_end(at_, true), TokenKind::word);
    const bool punctuation = plain_mark(c.code) < 0x80 || (c.code >= 0x2010 && c.code <= 0x205E) ||
                             (c.code >= 0x3001 && c.code <= 0x301F) || c.code == 0xBF ||
                             c.code == 0xA1 || c.code == 0xB7 || c.code == 0x387 ||
                             c.code == 0x37E || (c.code >= 0x589 && c.code < 0x700) ||
                             c.code == 0x964 || c.code == 0x965 || c.code == 0x30FB ||
                             (c.code >= 0xFF01 && c.code <= 0xFF0F) || c.code == 0xFF1A ||
                             c.code == 0xFF1B || c.code == 0xFF1F || c.code == 0xFF61;
    put_with_marks(c.bytes, punctuation ? TokenKind::punctuation : TokenKind::symbol);
  }

  // One character and the marks that sit on it: accents, variation selectors, joined emoji.
  void put_with_marks(std::uint32_t bytes, TokenKind kind) {
    std::uint32_t end = at_ + bytes;
    while (end < size_ && kind_at(end) == Class::high) {
      const Character c = decode(text_, end);
      if (!is_mark(c.code) && !(c.code >= 0x1F3FB && c.code <= 0x1F3FF)) break;
      end += c.bytes;
      if (c.code != 0x200D || kind_at(end) != Class::high) continue;
      const Character joined = decode(text_, end);
      if (!is_space(joined.code)) end += joined.bytes;
    }
    put(end, kind);
  }

  std::string_view text_;
  std::uint32_t size_;
  TextOptions options_;
  std::uint32_t at_ = 0;   // where the next token begins
  std::uint32_t end_ = 0;  // where the last one ended
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, const TextOptions& options) {
  return Scanner(text, options).run();
}

}  // namespace crossread
