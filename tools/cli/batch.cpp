// crossread batch: a filter, one record a line. An article becomes its extract, an event
// ({"id", "articles": […]}) its comparison, a bad record an error record: always one line each.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "cli/commands.h"
#include "cli/output.h"
#include "crossread.h"
#include "ingest/articles.h"

namespace crossread::cli {
namespace {

// Lines of standard input, without their end; of any length.
class Lines {
 public:
  Lines() = default;
  ~Lines() { std::free(line_); }
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  bool next() {
    length_ = getline(&line_, &size_, stdin);
    while (length_ > 0 && (line_[length_ - 1] == '\n' || line_[length_ - 1] == '\r')) --length_;
    return length_ >= 0;
  }
  std::string_view text() const { return {line_, static_cast<std::size_t>(length_)}; }

 private:
  char* line_ = nullptr;
  std::size_t size_ = 0;
  ssize_t length_ = 0;
};

struct Answer {
  std::string line;
  int failed = 0;  // of the record itself, or of articles in it
};

Answer error_answer(const Error& error, const std::string& id) {
  say(error);
  return {error_json(error, id), 1};
}

Answer compare_event(const Engine& engine, Record record, const std::string& where,
                     Offsets offsets) {
  Answer answer;
  std::vector<Note> notes;
  const auto fail = [&](const std::string& place, const std::string& message) {
    say(place, message);
    notes.push_back({"article_failed", place + ": " + message});
    ++answer.failed;
  };
  for (const Error& error : record.read.errors) fail(error.where, error.message);
  const std::vector<std::uint32_t> stands_for = settle_articles(record.read.articles);
  std::vector<Analysis> analyses;
  for (std::size_t i = 0; i < stands_for.size(); ++i) {
    Article& article = record.read.articles[i];
    const std::string id = article.id;
    if (stands_for[i] != i) {
      notes.push_back({"repeated", "“" + id + "” has the same text as “" +
                                       record.read.articles[stands_for[i]].id + "”"});
      continue;
    }
    Result<Analysis> analysis = engine.analyse(std::move(article));
    if (!analysis) {
      fail(where + " (" + id + ")", analysis.error().message);
      continue;
    }
    analyses.push_back(std::move(*analysis));
  }
  const std::uint32_t limit = engine.options().compare.max_articles;
  if (analyses.size() > limit) {
    return error_answer({ErrorCode::too_large, where,
                         "has " + std::to_string(analyses.size()) + " articles; the limit is " +
                             std::to_string(limit)},
                        record.id);
  }
  if (analyses.empty())
    return error_answer({ErrorCode::empty, where, "holds no article that could be read"},
                        record.id);
  Comparison comparison = engine.compare(std::move(analyses));
  comparison.notes.insert(comparison.notes.end(), notes.begin(), notes.end());
  answer.line = comparison_json(comparison, engine.options(), offsets, record.id);
  return answer;
}

Answer answer_to(const Engine& engine, std::string_view line, std::size_t number, Offsets offsets) {
  const std::string where = "line " + std::to_string(number);
  Record record = read_record(line, where);
  if (record.is_event) return compare_event(engine, std::move(record), where, offsets);
  if (record.read.articles.empty()) return error_answer(record.read.errors.at(0), record.id);
  Article& article = record.read.articles[0];
  // As compare names the article on line 3 of a.ndjson a-3.
  if (article.id.empty()) article.id = "line-" + std::to_string(number);
  Result<Analysis> analysis = engine.analyse(std::move(article));
  if (!analysis)
    return error_answer({analysis.error().code, where, analysis.error().message}, record.id);
  return {extract_json(*analysis, offsets), 0};
}

}  // namespace

int run_batch(const BatchOptions& options) {
  const Engine engine;
  Result<Output> output = Output::open(options.output, {});
  if (!output) {
    say(output.error());
    return kWrongUsage;
  }
  Lines lines;
  int failed = 0;
  for (std::size_t number = 1; lines.next(); ++number) {
    if (lines.text().find_first_not_of(" \t") == std::string_view::npos) continue;
    const Answer answer = answer_to(engine, lines.text(), number, options.offsets);
    output->write(answer.line + "\n");
    failed += answer.failed;
    if (answer.failed > 0 && options.strict) {
      say("line " + std::to_string(number), "stopped here, as --strict asks");
      break;
    }
  }
  if (std::ferror(stdin) != 0) {
    say("standard input", std::string("cannot be read: ") + std::strerror(errno));
    ++failed;
  }
  if (const std::optional<Error> error = output->finish()) {
    say(*error);
    return kSomeFailed;
  }
  return failed > 0 ? kSomeFailed : kFine;
}

}  // namespace crossread::cli
