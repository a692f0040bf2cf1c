// article.h — what goes in: one text, as it came, and what is known about it.
#pragma once

#include <string>
#include <vector>

namespace crossread {

// Something the reader should know that is no error: "cut at 2,000,000 bytes", "read as
// windows-1252", "looks French". `code` is stable and for programs, `text` is a sentence.
struct Note {
  std::string code;
  std::string text;
};

struct Article {
  std::string id;         // unique within one comparison
  std::string source;     // outlet, "" if unknown
  std::string title;      // "" if only the text has it
  std::string published;  // ISO date or date-time, "" if unknown
  std::string url;
  std::string text;         // valid UTF-8, owned here alone; every span of the house points into it
  std::vector<Note> notes;  // what ingest dropped or changed
  bool text_from_ingest = false;  // the text is not the file's own bytes (HTML, other encodings)
};

}  // namespace crossread
