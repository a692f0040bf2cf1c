#include "ingest/csv.h"

#include <algorithm>
#include <string>

#include "base/calendar.h"
#include "base/utf8.h"
#include "ingest/encoding.h"
#include "ingest/ingest.h"

namespace crossread {
namespace {

struct CsvRecord {
  std::vector<std::string> fields;
  std::size_t line = 1;
  bool closed = true;  // false: a quote is still open at the end
};

class CsvReader {
 public:
  CsvReader(std::string_view text, char comma) : text_(text), comma_(comma) {}

  bool more() const { return at_ < text_.size(); }

  CsvRecord next() {
    CsvRecord record;
    record.line = line_;
    std::string field;
    bool quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      line_ += c == '\n';
      if (quoted) {
        if (c != '"') {
          field += c;
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          field += '"', ++at_;
        } else {
          quoted = false;
        }
      } else if (c == '"' && is_blank(field)) {
        quoted = true, field.clear();
      } else if (c == comma_) {
        record.fields.push_back(std::move(field)), field.clear();
      } else if (c == '\n') {
        ++at_;
        break;
      } else {
        field += c;
      }
    }
    record.closed = !quoted;
    if (!field.empty() && field.back() == '\r') field.pop_back();
    record.fields.push_back(std::move(field));
    return record;
  }

 private:
  std::string_view text_;
  char comma_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

struct Columns {
  std::size_t id = npos, source = npos, title = npos, published = npos, url = npos, text = npos;
  static constexpr std::size_t npos = std::string::npos;
};

Columns columns_of(const std::vector<std::string>& header) {
  Columns columns;
  const std::pair<std::string_view, std::size_t Columns::*> kNames[] = {
      {"id", &Columns::id},
      {"outlet", &Columns::source},
      {"source", &Columns::source},
      {"title", &Columns::title},
      {"published", &Columns::published},
      {"date", &Columns::published},
      {"url", &Columns::url},
      {"text", &Columns::text}};
  for (const auto& [name, column] : kNames) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      const std::string& cell = header[i];
      const std::size_t begin = cell.find_first_not_of(" \t"), end = cell.find_last_not_of(" \t");
      if (begin != std::string::npos && fold(cell.substr(begin, end - begin + 1)) == name)
        columns.*column = i;
    }
  }
  return columns;
}

std::string cell(const CsvRecord& record, std::size_t column) {
  return column < record.fields.size() ? record.fields[column] : std::string();
}

Article article_of(const CsvRecord& record, const Columns& columns) {
  Article article;
  article.id = cell(record, columns.id);
  article.source = cell(record, columns.source);
  article.title = cell(record, columns.title);
  article.published = cell(record, columns.published);
  article.url = cell(record, columns.url);
  article.text = cell(record, columns.text);
  article.text_from_ingest = true;
  if (!article.published.empty() && !parse_iso_day(article.published)) {
    article.notes.push_back(
        {"published_unreadable",
         "“" + article.published + "” is no ISO date (such as 2024-05-14) and is left out"});
    article.published.clear();
  }
  return article;
}

}  // namespace

ReadCsv read_csv(std::string_view bytes, std::string_view name) {
  ReadCsv out;
  const std::string where(name), stem = id_from_name(name);
  const Result<Decoded> decoded = to_utf8(bytes);
  if (!decoded) {
    out.errors.push_back({decoded.error().code, where, decoded.error().message});
    return out;
  }
  std::string_view text = decoded->text;
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  const std::string_view head = text.substr(0, text.find('\n'));
  const std::size_t mark = head.find_first_of(",;\t");
  CsvReader reader(text, mark == std::string_view::npos ? ',' : head[mark]);
  const Columns columns = columns_of(reader.next().fields);
  if (columns.text == Columns::npos) {
    out.errors.push_back({ErrorCode::missing, where, "has no column \"text\" in its first line"});
    return out;
  }
  while (reader.more()) {
    const CsvRecord record = reader.next();
    const std::string place = where + ":" + std::to_string(record.line);
    if (record.fields.size() == 1 && is_blank(record.fields[0])) continue;
    Article article = article_of(record, columns);
    if (!record.closed) {
      out.errors.push_back({ErrorCode::syntax, place, "has a quotation mark that never closes"});
    } else if (is_blank(article.text)) {
      out.errors.push_back({ErrorCode::empty, place, "has an empty text"});
    } else {
      if (article.id.empty()) article.id = stem + "-" + std::to_string(record.line);
      article.notes.insert(article.notes.begin(), decoded->notes.begin(), decoded->notes.end());
      out.articles.push_back(std::move(article));
    }
  }
  if (out.articles.empty() && out.errors.empty())
    out.errors.push_back({ErrorCode::empty, where, "holds no article"});
  return out;
}

}  // namespace crossread
