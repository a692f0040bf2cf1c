// Requests → Articles. The value is looked at with the right type or not at all: a wrong type is
// an Error that names the key, never an exception.
#include <algorithm>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/utf8.h"
#include "ingest/ingest.h"
#include "json/dom.h"
#include "json/json.h"

namespace crossread {
namespace {

const Json* member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

// A string, or a whole number written as one ("id": 3); "" where the key is absent or null.
// Nothing if it is something else.
std::optional<std::string> text_of(const Json& object, const char* key) {
  const Json* value = member(object, key);
  if (value == nullptr) return std::string();
  if (const auto* text = value->get_ptr<const std::string*>()) return *text;
  if (value->is_number_unsigned()) return std::to_string(value->get<std::uint64_t>());
  if (value->is_number_integer()) return std::to_string(value->get<std::int64_t>());
  return std::nullopt;
}

// All of `object` but the text. Errors: syntax, a key of the wrong type.
Result<Article> read_head(const Json& object, const std::string& where) {
  Article article;
  struct Field {
    const char* key;
    std::string Article::*to;
  };
  constexpr Field kFields[] = {{"id", &Article::id},         {"outlet", &Article::source},
                               {"source", &Article::source}, {"title", &Article::title},
                               {"url", &Article::url},       {"published", &Article::published}};
  for (const Field& field : kFields) {
    std::optional<std::string> text = text_of(object, field.key);
    if (!text) {
      return Error{ErrorCode::syntax, where,
                   std::string("has a \"") + field.key + "\" that is no string"};
    }
    if (!text->empty()) article.*field.to = std::move(*text);
  }
  // A date that the engine found itself is found again, not given.
  const std::string from = text_of(object, "published_from").value_or("");
  if (!from.empty() && from != "given") article.published.clear();
  if (!article.published.empty() && !parse_iso_day(article.published)) {
    article.notes.push_back(
        {"published_unreadable",
         "“" + article.published + "” is no ISO date (such as " + "2024-05-14) and is left out"});
    article.published.clear();
  }
  return article;
}

// What an earlier run said while it made the text: {"from":"ingest"} notes, so that a comparison
// reads back whole.
void read_notes(const Json& object, Article& article) {
  const Json* made = member(object, "text_made");
  article.text_from_ingest = made != nullptr && made->is_boolean() && made->get<bool>();
  const Json* notes = member(object, "notes");
  if (notes == nullptr || !notes->is_array()) return;
  for (const Json& note : *notes) {
    if (!note.is_object() || text_of(note, "from") != "ingest") continue;
    article.notes.push_back(
        {text_of(note, "code").value_or(""), text_of(note, "text").value_or("")});
  }
}

Result<Article> read_article(const Json& object, const std::string& where) {
  if (!object.is_object())
    return Error{ErrorCode::syntax, where, "is no article: a JSON object with a \"text\" is"};
  const Json* text = member(object, "text");
  if (text == nullptr) return Error{ErrorCode::missing, where, "has no \"text\""};
  if (!text->is_string())
    return Error{ErrorCode::syntax, where, "has a \"text\" that is no string"};
  Result<Article> article = read_head(object, where);
  if (!article) return article;
  article->text = *text->get_ptr<const std::string*>();
  if (is_blank(article->text)) return Error{ErrorCode::empty, where, "has an empty \"text\""};
  read_notes(object, *article);
  return article;
}

void add(ReadArticles& out, const Json& object, const std::string& where, const std::string& id) {
  Result<Article> article = read_article(object, where);
  if (!article) return out.errors.push_back(article.error());
  if (article->id.empty()) article->id = id;
  out.articles.push_back(std::move(*article));
}

void add_list(ReadArticles& out, const Json& list, const std::string& where,
              const std::string& stem) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    add(out, list[i], where + "[" + std::to_string(i) + "]", stem + "-" + std::to_string(i + 1));
  }
}

// The list under "articles", or null.
const Json* articles_of(const Json& value) {
  const Json* list = value.is_object() ? member(value, "articles") : nullptr;
  return list != nullptr && list->is_array() ? list : nullptr;
}

// Half pairs are counted for a document, not for an article; each article that shows one says so.
void note_surrogates(ReadArticles& out, std::size_t count) {
  if (count == 0) return;
  for (Article& article : out.articles) {
    if (article.text.find("\xef\xbf\xbd") == std::string::npos) continue;
    article.notes.push_back(
        {"lone_surrogate", "half of a surrogate pair is no character and is read as U+FFFD"});
  }
}

std::string_view without_bom(std::string_view bytes) {
  return bytes.substr(0, 3) == "\xef\xbb\xbf" ? bytes.substr(3) : bytes;
}

}  // namespace

ReadArticles read_json(std::string_view bytes, std::string_view name) {
  ReadArticles out;
  const std::string where(name), stem = id_from_name(name);
  Result<ParsedJson> parsed = parse_json(without_bom(bytes), where);
  if (!parsed) {
    out.errors.push_back(parsed.error());
    return out;
  }
  const Json& value = parsed->value;
  const Json* list = value.is_array() ? &value : articles_of(value);
  if (list != nullptr) {
    add_list(out, *list, where, stem);
    if (list->empty()) out.errors.push_back({ErrorCode::empty, where, "holds no article"});
  } else {
    add(out, value, where, stem);
  }
  note_surrogates(out, parsed->lone_surrogates);
  return out;
}

ReadArticles read_ndjson(std::string_view bytes, std::string_view name) {
  ReadArticles out;
  const std::string stem = id_from_name(name);
  bytes = without_bom(bytes);
  for (std::size_t line = 1; !bytes.empty(); ++line) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string where = std::string(name) + ":" + std::to_string(line);
    Result<ParsedJson> parsed = parse_json(text, where);
    if (!parsed) {
      out.errors.push_back(parsed.error());
      continue;
    }
    ReadArticles one;
    add(one, parsed->value, where, stem + "-" + std::to_string(line));
    note_surrogates(one, parsed->lone_surrogates);
    std::move(one.articles.begin(), one.articles.end(), std::back_inserter(out.articles));
    std::move(one.errors.begin(), one.errors.end(), std::back_inserter(out.errors));
  }
  if (out.articles.empty() && out.errors.empty()) {
    out.errors.push_back({ErrorCode::empty, std::string(name), "holds no article"});
  }
  return out;
}

Record read_record(std::string_view line, std::string_view where) {
  Record record;
  const std::string place(where);
  Result<ParsedJson> parsed = parse_json(line, place);
  if (!parsed) {
    record.read.errors.push_back(parsed.error());
    return record;
  }
  if (parsed->value.is_object()) record.id = text_of(parsed->value, "id").value_or("");
  const Json* list = parsed->value.is_array() ? &parsed->value : articles_of(parsed->value);
  record.is_event = list != nullptr;
  if (record.is_event) {
    add_list(record.read, *list, place, record.id.empty() ? "article" : record.id);
  } else {
    add(record.read, parsed->value, place, "");
  }
  note_surrogates(record.read, parsed->lone_surrogates);
  return record;
}

Result<std::vector<ManifestEntry>> read_manifest(std::string_view bytes, std::string_view name) {
  const std::string where(name);
  Result<ParsedJson> parsed = parse_json(without_bom(bytes), where);
  if (!parsed) return parsed.error();
  const Json* list = parsed->value.is_array() ? &parsed->value : articles_of(parsed->value);
  if (list == nullptr)
    return Error{ErrorCode::syntax, where,
                 "is no manifest: neither a list nor {\"articles\": […]}"};
  std::vector<ManifestEntry> entries;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Json& item = (*list)[i];
    const std::string place = where + "[" + std::to_string(i) + "]";
    if (!item.is_object()) return Error{ErrorCode::syntax, place, "is no object"};
    Result<Article> head = read_head(item, place);
    if (!head) return head.error();
    const std::optional<std::string> named = text_of(item, "file");
    if (!named) return Error{ErrorCode::syntax, place, "has a \"file\" that is no string"};
    const std::string file = !named->empty() ? *named : head->id.empty() ? "" : head->id + ".txt";
    if (file.empty())
      return Error{ErrorCode::missing, place, "has neither a \"file\" nor an \"id\""};
    const std::string walled = "/" + file + "/";
    if (file[0] == '/' || file.find('\\') != std::string::npos ||
        walled.find("/../") != std::string::npos) {
      return Error{ErrorCode::usage, place, "names a file outside its folder: " + file};
    }
    if (head->id.empty()) head->id = id_from_name(file);
    entries.push_back({file, std::move(*head)});
  }
  if (entries.empty()) return Error{ErrorCode::empty, where, "lists no article"};
  return entries;
}

}  // namespace crossread
