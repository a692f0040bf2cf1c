// Articles as read_json takes them: what the page keeps between reading files and comparing.
#include "json/json.h"
#include "json/writer.h"

namespace crossread {

std::string articles_json(const std::vector<Article>& articles) {
  JsonWriter out;
  out.begin_array();
  for (const Article& article : articles) {
    out.begin_object();
    out.key("id").string(article.id);
    out.text_or_null("source", article.source);
    out.text_or_null("title", article.title);
    out.text_or_null("published", article.published);
    out.text_or_null("url", article.url);
    out.key("text_made").boolean(article.text_from_ingest);
    out.key("notes").begin_array();
    for (const Note& note : article.notes) {
      out.begin_object();
      out.key("from").string("ingest");
      out.key("code").string(note.code);
      out.key("text").string(note.text);
      out.end_object();
    }
    out.end_array();
    out.key("text").string(article.text);
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace crossread
