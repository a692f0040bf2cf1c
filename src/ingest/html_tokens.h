// html_tokens.h — HTML as tags and text: what the main text is taken from.
//
//     <p class="lede">Ana &amp; Bo</p>   →   open p {class: lede} · text "Ana & Bo" · close p
//
// Follows the HTML standard where news pages need it: attributes with or without quotes, comments,
// raw text (script, style …) taken whole, character references. Bad markup never fails; it becomes
// text or is skipped. O(bytes).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossread {

enum class HtmlTokenKind : unsigned char { open, close, text, raw, end };

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::end;
  std::string name;  // of the tag, lower case; for raw text the tag it stands in
  std::string text;  // decoded text; raw text as it is
  std::vector<std::pair<std::string, std::string>> attributes;  // lower-case names, decoded values
  bool closed = false;                                          // <br/>

  std::string_view attribute(std::string_view key) const;
};

class HtmlTokenizer {
 public:
  // Keeps a view of `html`, which must be valid UTF-8 and outlive this object.
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}
  HtmlToken next();  // of kind `end` when there is no more

 private:
  HtmlToken tag(bool closing);
  HtmlToken raw_text(const std::string& name);
  void attributes(HtmlToken& token);
  bool skip_declaration();

  std::string_view html_;
  std::size_t at_ = 0;
  std::string raw_;  // the raw-text element that is open, or ""
};

// Character references replaced: "caf&eacute; &#8364;5 &amp" → "café €5 &".
std::string decode_references(std::string_view text);

}  // namespace crossread
