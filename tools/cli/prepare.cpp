#include "cli/prepare.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "cli/console.h"
#include "ingest/articles.h"

namespace crossread::cli {
namespace {

// Keeps the articles at `kept`, in that order.
void keep(Inputs& inputs, const std::vector<std::uint32_t>& kept) {
  Inputs out;
  out.failed = inputs.failed;
  for (const std::uint32_t i : kept) {
    out.articles.push_back(std::move(inputs.articles[i]));
    out.where.push_back(std::move(inputs.where[i]));
  }
  inputs = std::move(out);
}

}  // namespace

void merge_repeats(Inputs& inputs) {
  const std::vector<std::uint32_t> stands_for = settle_articles(inputs.articles);
  std::vector<std::uint32_t> kept;
  for (std::uint32_t i = 0; i < stands_for.size(); ++i) {
    if (stands_for[i] == i) {
      kept.push_back(i);
    } else {
      say(inputs.where[i],
          "has the same text as " + inputs.where[stands_for[i]] + "; the two are compared as one");
    }
  }
  keep(inputs, kept);
}

int refuse_surplus(Inputs& inputs, std::uint32_t limit) {
  if (inputs.articles.size() <= limit) return 0;
  std::vector<std::uint32_t> order(inputs.articles.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return inputs.articles[a].id < inputs.articles[b].id;
  });
  const auto surplus = static_cast<int>(order.size() - limit);
  say("", std::to_string(order.size()) + " articles were given and the limit is " +
              std::to_string(limit) + "; the last " + std::to_string(surplus) +
              " by id are left out, from “" + inputs.articles[order[limit]].id + "” on");
  order.resize(limit);
  keep(inputs, order);
  return surplus;
}

void say_notes(const std::string& where, const Analysis& analysis) {
  const Document& document = analysis.document;
  bool told_language = document.language == "en" || document.language == "und";
  for (const std::vector<Note>* notes : {&document.article.notes, &document.notes}) {
    for (const Note& note : *notes) {
      say(where, "note: " + note.text);
      told_language = told_language || note.code == "language";
    }
  }
  if (!told_language) {
    say(where,
        "note: looks " + language_name(document.language) +
            "; read by English rules: of its figures percentages and sums with a sign are "
            "compared, and names, numeric dates and copied text; wording and omissions are not");
  }
}

std::string language_name(const std::string& code) {
  constexpr std::pair<const char*, const char*> kNames[] = {
      {"de", "German"},  {"es", "Spanish"},  {"fr", "French"},     {"it", "Italian"},
      {"nl", "Dutch"},   {"pl", "Polish"},   {"pt", "Portuguese"}, {"ru", "Russian"},
      {"sv", "Swedish"}, {"ar", "Arabic"},   {"zh", "Chinese"},    {"ja", "Japanese"},
      {"tr", "Turkish"}, {"uk", "Ukrainian"}};
  for (const auto& [known, name] : kNames) {
    if (code == known) return name;
  }
  return "“" + code + "”";
}

}  // namespace crossread::cli
