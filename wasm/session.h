// session.h — one comparison at a time, driven from outside in small steps.
//
//     Session session;
//     session.begin(R"({"articles":[{"id":"a","text":"…"},{"id":"b","text":"…"}]})");
//     while (session.step(50'000)) show(session.stage(), session.progress());
//     std::string json = session.take(Offsets::utf16);   // the document of `compare --format json`
//     std::string problems = session.problems();         // what could not be read, a JSON list
//
// An article that cannot be read is a problem with its name and reason; the others are compared.
// The same article twice is one article and a problem; two texts under one id get an id each.
// Knows nothing of Emscripten. A step costs one article analysed, or about `work` pairs of clauses
// compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/compare.h"
#include "engine.h"
#include "json/json.h"

namespace crossread {

class Session {
 public:
  explicit Session(Options options = {}) : engine_(options) {}

  // Throws away what was there. The request is anything read_json takes.
  void begin(std::string_view request);
  bool step(std::uint64_t work);      // true while there is more to do
  std::string_view stage() const;     // "read", then the stages of Comparer
  double progress() const;            // 0 to 1, never falls within one comparison
  std::string take(Offsets offsets);  // requires that step() returned false; call once
  std::string problems() const;       // [{"error":{"code","where","message"}}, …]

 private:
  void admit(std::vector<Article> articles);

  Engine engine_;
  std::vector<Article> waiting_;  // still to be analysed, from next_ on
  std::size_t next_ = 0;
  std::vector<Analysis> read_;
  std::optional<Comparer> comparer_;
  std::vector<Error> errors_;
};

// A file of any kind → {"articles":[…],"errors":[…]}, the articles as requests take them.
std::string ingest_json(std::string_view name, std::string_view bytes);

// Each article of a request alone, one line of `extract --format ndjson` each; a line of its own
// for every error.
std::string extract_ndjson(std::string_view request, Offsets offsets, const Engine& engine);

}  // namespace crossread
