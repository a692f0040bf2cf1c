#include "text/credits.h"

#include <algorithm>

#include "base/utf8.h"
#include "tables/tables.h"
#include "text/lines.h"

namespace crossread {
namespace {

bool starts_upper(std::string_view word) { return !word.empty() && is_upper(decode(word, 0).code); }

// Splits at spaces; punctuation stays on the words.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(' '); at != std::string_view::npos;) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(' ', end);
  }
  return words;
}

std::string_view without_marks(std::string_view word) {
  constexpr std::string_view kMarks = ".,;:()[]/|";
  while (!word.empty() && kMarks.find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  while (!word.empty() && kMarks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

bool is_all_upper(std::string_view word) {
  std::uint32_t letters = 0;
  for (std::uint32_t at = 0; at < word.size();) {
    const Character c = decode(word, at);
    if (is_lower(c.code)) return false;
    letters += is_upper(c.code) ? 1u : 0u;
    at += c.bytes;
  }
  return letters >= 2;
}

// The, In, But … and not "UP", "IT".
bool is_starter(std::string_view word) {
  static const Table kStarters = table("sentence_starters");
  return !is_all_upper(word) && kStarters.has(fold(word));
}

bool contains_credit_phrase(std::string_view folded) {
  constexpr std::string_view kPhrases[] = {"reporting by",
                                           "editing by",
                                           "edited by",
                                           "written by",
                                           "compiled by",
                                           "with information from",
                                           "with information of",
                                           "with inputs from",
                                           "with input from",
                                           "with files from",
                                           "with reporting",
                                           "with agencies",
                                           "additional reporting",
                                           "contributed to this report",
                                           "contributed reporting",
                                           "translated by",
                                           "writing by",
                                           "information from",
                                           "agency inputs",
                                           "via agencies",
                                           "with additional"};
  for (const std::string_view phrase : kPhrases) {
    if (folded.find(phrase) != std::string_view::npos) return true;
  }
  return folded.starts_with("source: ") || folded.starts_with("sources: ");
}

void add_once(std::string_view name, std::vector<std::string>& names) {
  if (name.empty()) return;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

}  // namespace

bool is_byline(std::string_view line, Place place) {
  const std::vector<std::string_view> words = words_of(line);
  if (words.size() < 2 || words.size() > 20 || ends_sentence(line)) return false;
  const std::string first = fold(words[0]);
  if (first == "by" && starts_upper(words[1])) return true;
  if (place == Place::elsewhere || words.size() > 8 || is_starter(without_marks(words[0]))) {
    return false;
  }
  bool joined = false;
  for (const std::string_view w : words) {
    const std::string low = fold(w);
    if (low == "in" || low == "and" || low == "for" || low == "at" || low == "|") {
      joined = true;
    } else if (!starts_upper(w) && low != "de" && low != "van" && low != "von") {
      return false;
    } else if (w.back() == ',') {
      joined = true;
    }
  }
  return joined && words.size() >= 3;
}

bool is_credit(std::string_view line) {
  const std::uint32_t words = word_count(line);
  if (words == 0 || words > 60) return false;
  const std::string folded = fold(line);
  const bool bracketed =
      (line.front() == '(' && line.back() == ')') || (line.front() == '[' && line.back() == ']');
  if (bracketed && words <= 10 &&
      (folded.find(" with ") != std::string::npos || folded.find("from ") != std::string::npos ||
       folded.find("via ") != std::string::npos)) {
    return true;
  }
  if (bracketed && words <= 3 && is_title_case(line)) return true;
  if (words > 25 && !bracketed) return false;
  // A sentence that happens to say "information from" is no credit.
  const bool sentence = !bracketed && ends_sentence(line) && words > 12;
  return contains_credit_phrase(folded) && !sentence;
}

std::uint32_t trailing_credit(std::string_view paragraph) {
  if (paragraph.size() < 6 || paragraph.back() != ')') return 0;
  const std::size_t open = paragraph.rfind('(');
  if (open == std::string_view::npos || open < 2 || paragraph[open - 1] != ' ') return 0;
  const std::string_view credit = paragraph.substr(open);
  std::size_t before = open;
  while (before > 0 && paragraph[before - 1] == ' ') --before;
  if (!ends_sentence(paragraph.substr(0, before))) return 0;
  const bool agency = word_count(credit) <= 3 && is_title_case(credit) &&
                      credit.find_first_of("0123456789") == std::string_view::npos;
  return agency || is_credit(credit) ? static_cast<std::uint32_t>(credit.size()) : 0;
}

std::uint32_t dateline(std::string_view paragraph) {
  // The dash must come early, with a space before it.
  std::size_t dash = std::string_view::npos, dash_bytes = 0;
  for (const std::string_view mark : {std::string_view("—"), std::string_view("–"),
                                      std::string_view("--"), std::string_view("-")}) {
    const std::size_t at = paragraph.substr(0, 140).find(std::string(" ").append(mark));
    if (at < dash) {
      dash = at;
      dash_bytes = mark.size() + 1;
    }
  }
  if (dash == std::string_view::npos || dash == 0) return 0;
  const std::size_t after = dash + dash_bytes;
  if (after >= paragraph.size() || paragraph[after] == '-') return 0;
  const std::string_view head = paragraph.substr(0, dash);
  const std::vector<std::string_view> words = words_of(head);
  const bool agency = head.back() == ')' || head.back() == '/';
  if (words.empty() || words.size() > 14) return 0;
  if (!is_all_upper(without_marks(words[0])) && !agency) return 0;
  for (const std::string_view w : words) {
    const std::string_view bare = without_marks(w);
    const std::string low = fold(bare);
    const bool small = low == "and" || low == "of" || low == "de" || low == "do" || low == "del" ||
                       low == "la" || low == "publ";
    if (bare.empty() ||
        (!starts_upper(bare) && !is_digit(static_cast<unsigned char>(bare[0])) && !small)) {
      return 0;
    }
  }
  return static_cast<std::uint32_t>(after);
}

void add_agencies(std::string_view credit, std::vector<std::string>& agencies) {
  std::string run;
  bool person = false;  // after "by", until the next clause
  const auto flush = [&] {
    if (!person) add_once(run, agencies);
    run.clear();
  };
  for (const std::string_view word : words_of(credit)) {
    const std::string_view bare = without_marks(word);
    const std::string low = fold(bare);
    if (low == "by") {
      flush();
      person = true;
    } else if (starts_upper(bare) &&
               !(run.empty() && (is_starter(bare) || low == "reporting" || low == "editing" ||
                                 low == "source" || low == "sources" || low == "written"))) {
      if (!run.empty()) run.push_back(' ');
      run.append(bare);
    } else {
      flush();
    }
    if (!word.empty() && (word.back() == ';' || word.back() == '.')) {
      flush();
      person = false;
    } else if (!word.empty() && (word.back() == ',' || word.back() == ')')) {
      flush();
    }
  }
  flush();
}

void add_dateline_agency(std::string_view dateline, std::vector<std::string>& agencies) {
  for (const char close : {')', '/'}) {
    const std::size_t end = dateline.rfind(close);
    if (end == std::string_view::npos || end == 0) continue;
    const std::size_t begin = dateline.rfind(close == ')' ? '(' : '/', end - 1);
    if (begin != std::string_view::npos) {
      add_once(dateline.substr(begin + 1, end - begin - 1), agencies);
    }
  }
}

}  // namespace crossread
