// One article alone: what `extract` prints, and what each article of a comparison carries.
#include <algorithm>

#include "json/output.h"

namespace crossread {
namespace {

std::string_view time_type_code(TimeType type) {
  constexpr std::string_view kCodes[] = {"DATE", "TIME", "DURATION", "SET"};
  return kCodes[static_cast<std::size_t>(type)];
}

std::string_view hedge_code(Hedge hedge) {
  constexpr std::string_view kCodes[] = {"none",      "about",    "nearly",    "just_over",
                                         "more_than", "at_least", "less_than", "up_to"};
  return kCodes[static_cast<std::size_t>(hedge)];
}

std::string_view date_source_code(DateSource source) {
  constexpr std::string_view kCodes[] = {"none", "given", "text", "siblings"};
  return kCodes[static_cast<std::size_t>(source)];
}

void write_strings(JsonWriter& out, std::string_view key, const std::vector<std::string>& values) {
  out.key(key).begin_array();
  for (const std::string& value : values) out.string(value);
  out.end_array();
}

// [[start, end], …]
void write_pairs(JsonWriter& out, std::string_view key, const Offsetter& offsets,
                 const std::vector<Span>& spans) {
  out.key(key).begin_array();
  for (const Span span : spans) {
    const Span shown = offsets.of(span);
    out.begin_array();
    out.integer(shown.begin);
    out.integer(shown.end);
    out.end_array();
  }
  out.end_array();
}

void write_mentions(JsonWriter& out, const Analysis& analysis, const Offsetter& offsets) {
  out.key("mentions").begin_array();
  for (std::size_t i = 0; i < analysis.names.size(); ++i) {
    const NameMention& name = analysis.names[i];
    const auto& entities = analysis.entities.of_mention;
    const EntityId entity = i < entities.size() ? entities[i] : EntityId{};
    out.begin_object();
    write_span(out, offsets, name.span);
    out.key("type").string(name_type_code(name.type));
    write_id(out, "entity", 'e', entity.value, entity.valid());
    out.end_object();
  }
  out.end_array();
}

// Roles in their order, each wording once.
std::vector<std::string> distinct(const Document& document, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span span : spans) {
    std::string words(document.text(span));
    if (std::find(out.begin(), out.end(), words) == out.end()) out.push_back(std::move(words));
  }
  return out;
}

void write_entities(JsonWriter& out, const Analysis& analysis) {
  out.key("entities").begin_array();
  for (std::size_t i = 0; i < analysis.entities.all.size(); ++i) {
    const Entity& entity = analysis.entities.all[i];
    out.begin_object();
    write_id(out, "id", 'e', static_cast<std::uint32_t>(i), true);
    out.key("type").string(name_type_code(entity.type));
    out.key("name").string(entity.name);
    write_strings(out, "aliases", entity.aliases);
    write_strings(out, "roles", distinct(analysis.document, entity.roles));
    out.end_object();
  }
  out.end_array();
}

void write_times(JsonWriter& out, const Analysis& analysis, const Offsetter& offsets) {
  out.key("times").begin_array();
  for (const TimeMention& time : analysis.times) {
    out.begin_object();
    write_span(out, offsets, time.span);
    out.key("type").string(time_type_code(time.type));
    out.text_or_null("value", time.value);
    if (time.days.known()) {
      out.key("low").string(iso_date(time.days.low));
      out.key("high").string(iso_date(time.days.high));
    } else if (time.type == TimeType::duration) {
      out.key("low_days").number(time.low_days, 3);
      out.key("high_days").number(time.high_days, 3);
    }
    if (time.relative) out.key("relative").boolean(true);
    if (time.vague) out.key("vague").boolean(true);
    if (time.stale) out.key("stale").boolean(true);
    out.end_object();
  }
  out.end_array();
}

void write_quantities(JsonWriter& out, const Analysis& analysis, const Offsetter& offsets) {
  out.key("quantities").begin_array();
  for (const Amount& amount : analysis.amounts) {
    out.begin_object();
    write_span(out, offsets, amount.span);
    out.key("kind").string(amount_kind_code(amount.kind));
    out.key("value");
    if (amount.is_range || amount.approximate_words) {
      out.null();
    } else {
      out.number(amount.value, 6);
    }
    out.text_or_null("unit", amount.unit);
    out.key("low").number(amount.low, 6);
    out.key("high").number(amount.high, 6);
    out.text_or_null("of", analysis.document.text(amount.of));
    if (amount.hedge != Hedge::none) out.key("hedge").string(hedge_code(amount.hedge));
    out.end_object();
  }
  out.end_array();
}

void write_quotes(JsonWriter& out, const Analysis& analysis, const Offsetter& offsets) {
  out.key("quotes").begin_array();
  for (const Quote& quote : analysis.quotes) {
    out.begin_object();
    write_pairs(out, "content", offsets, quote.content);
    write_pairs(out, "source", offsets, quote.source);
    write_pairs(out, "cue", offsets, quote.cue);
    if (!quote.via.empty()) write_pairs(out, "via", offsets, quote.via);
    out.key("direct").boolean(quote.direct);
    write_id(out, "speaker", 'e', quote.speaker.value, quote.speaker.valid());
    out.key("strength").string(cue_strength_code(quote.strength));
    if (quote.carried_over) out.key("carried_over").boolean(true);
    out.end_object();
  }
  out.end_array();
}

void write_notes(JsonWriter& out, const std::vector<Note>& notes, std::string_view from) {
  for (const Note& note : notes) {
    out.begin_object();
    out.key("from").string(from);
    out.key("code").string(note.code);
    out.key("text").string(note.text);
    out.end_object();
  }
}

}  // namespace

void write_span(JsonWriter& out, const Offsetter& offsets, Span span) {
  const Span shown = offsets.of(span);
  out.key("start").integer(shown.begin);
  out.key("end").integer(shown.end);
}

void write_id(JsonWriter& out, std::string_view key, char letter, std::uint32_t number,
              bool valid) {
  out.key(key);
  if (!valid) return out.null();
  out.string(letter + std::to_string(number));
}

void write_head(JsonWriter& out, const Document& document) {
  const Article& article = document.article;
  const bool given = document.published_from == DateSource::given;
  out.key("id").string(article.id);
  out.text_or_null("source", article.source);
  out.text_or_null("title", article.title);
  out.text_or_null("published", given                          ? article.published
                                : document.published == kNoDay ? std::string()
                                                               : iso_date(document.published));
  out.key("published_from").string(date_source_code(document.published_from));
  out.text_or_null("url", article.url);
  out.key("language").string(document.language);
}

void write_state(JsonWriter& out, const Document& document) {
  out.key("stub").boolean(document.stub);
  write_strings(out, "agencies", document.agencies);
  out.key("notes").begin_array();
  write_notes(out, document.article.notes, "ingest");
  write_notes(out, document.notes, "text");
  out.end_array();
}

void write_layers(JsonWriter& out, const Analysis& analysis, const Offsetter& offsets) {
  write_mentions(out, analysis, offsets);
  write_entities(out, analysis);
  write_times(out, analysis, offsets);
  write_quantities(out, analysis, offsets);
  write_quotes(out, analysis, offsets);
}

std::string extract_json(const Analysis& analysis, Offsets offsets) {
  const Document& document = analysis.document;
  const Offsetter offsetter(document.article.text, offsets);
  JsonWriter out;
  out.begin_object();
  write_head(out, document);
  write_state(out, document);
  if (document.article.text_from_ingest) {
    out.key("text_made").boolean(true);
    out.key("text").string(document.article.text);
  }
  write_layers(out, analysis, offsetter);
  out.end_object();
  return out.take();
}

std::string_view error_code(ErrorCode code) {
  constexpr std::string_view kCodes[] = {"empty",     "binary",     "encoding",
                                         "too_large", "syntax",     "missing",
                                         "duplicate", "unreadable", "usage"};
  return kCodes[static_cast<std::size_t>(code)];
}

std::string error_json(const Error& error, std::string_view id) {
  JsonWriter out;
  out.begin_object();
  if (!id.empty()) out.key("id").string(id);
  out.key("error").begin_object();
  out.key("code").string(error_code(error.code));
  out.key("where").string(error.where);
  out.key("message").string(error.message);
  out.end_object();
  out.end_object();
  return out.take();
}

}  // namespace crossread
