#include "text/language.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLookedAt = 300;  // words: enough, and bounded

enum Script : std::size_t {
  latin,
  greek,
  cyrillic,
  hebrew,
  arabic,
  han,
  kana,
  hangul,
  thai,
  devanagari,
  scripts
};

Script script_of(char32_t c) {
  const auto within = [c](char32_t low, char32_t high) { return low <= c && c <= high; };
  if (c < 0x250 || within(0x1E00, 0x1EFF)) return latin;
  if (within(0x370, 0x3FF)) return greek;
  if (within(0x400, 0x52F)) return cyrillic;
  if (within(0x590, 0x5FF)) return hebrew;
  if (within(0x600, 0x6FF) || within(0xFB50, 0xFEFC)) return arabic;
  if (within(0x3041, 0x30FF)) return kana;
  if (within(0x4E00, 0x9FFF)) return han;
  if (within(0xAC00, 0xD7A3) || within(0x1100, 0x11FF)) return hangul;
  if (within(0xE01, 0xE5B)) return thai;
  if (within(0x900, 0x97F)) return devanagari;
  return scripts;
}

bool has(std::string_view text, std::string_view letter) {
  return text.find(letter) != std::string_view::npos;
}

// What the letters say, where the script alone does not: `text` is a sample, folded.
std::string of_script(Script script, std::string_view text) {
  switch (script) {
    case greek:
      return "el";
    case hebrew:
      return "he";
    case kana:
      return "ja";
    case han:
      return "zh";
    case hangul:
      return "ko";
    case thai:
      return "th";
    case devanagari:
      return "hi";
    case arabic:
      return has(text, "پ") || has(text, "گ") ? (has(text, "ٹ") ? "ur" : "fa") : "ar";
    case cyrillic:
      if (has(text, "ї") || has(text, "є")) return "uk";
      if (has(text, "ў")) return "be";
      if (has(text, "ђ") || has(text, "ј")) return has(text, "ѓ") ? "mk" : "sr";
      return has(text, "ы") || has(text, "э") ? "ru" : has(text, "ъ") ? "bg" : "ru";
    case latin:
    case scripts:
      break;
  }
  return "und";
}

}  // namespace

std::string language_of(const Document& doc) {
  static const Table kSmallWords = table("language_words");
  constexpr std::size_t kLanguages = 16;
  std::array<std::uint32_t, kLanguages> hits{};
  std::array<std::string_view, kLanguages> names{};
  std::array<std::uint32_t, scripts + 1> letters{};
  std::uint32_t words = 0;
  std::string sample;
  for (const Token& t : doc.tokens) {
    if (t.kind != TokenKind::word || t.span.size() > 60) continue;
    if (++words > kLookedAt) break;
    const std::string_view word = doc.folded(t);
    const Script script = script_of(decode(word, 0).code);
    letters[script] += static_cast<std::uint32_t>(word.size());
    if (script != latin) sample.append(word);
    const Table::Row row = kSmallWords.find(word);
    if (!row) continue;
    // Each field is a language that has the word among its commonest.
    std::string_view fields = row.fields;
    while (!fields.empty()) {
      const std::string_view name = fields.substr(0, fields.find(' '));
      fields.remove_prefix(std::min(fields.size(), name.size() + 1));
      std::size_t i = 0;
      while (i < kLanguages && !names[i].empty() && names[i] != name) ++i;
      if (i == kLanguages) continue;
      names[i] = name;
      ++hits[i];
    }
  }
  const auto top =
      static_cast<std::size_t>(std::max_element(letters.begin(), letters.end()) - letters.begin());
  if (top != latin) {
    // Japanese mixes kana into Han.
    if (top == han && letters[kana] * 10 > letters[han]) return "ja";
    return letters[top] >= 12 ? of_script(static_cast<Script>(top), sample) : "und";
  }
  std::size_t best = 0, second = kLanguages;
  for (std::size_t i = 1; i < kLanguages && !names[i].empty(); ++i) {
    if (hits[i] > hits[best]) {
      second = best;
      best = i;
    } else if (second == kLanguages || hits[i] > hits[second]) {
      second = i;
    }
  }
  const std::uint32_t runner_up = second < kLanguages ? hits[second] : 0;
  if (hits[best] < 3 || hits[best] * 12 < words || hits[best] * 10 < runner_up * 11) return "und";
  return std::string(names[best]);
}

}  // namespace crossread
