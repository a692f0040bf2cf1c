// The document of `compare --format json`. One method a section, in the order of the sections.
#include <deque>

#include "base/sha256.h"
#include "json/output.h"

namespace crossread {
namespace {

constexpr int kSchema = 1;  // grows when a key changes its meaning or goes; src/json/schema.json

// What went in: a line of JSON an article, in the order of their ids, so that anybody can check it.
std::string input_digest(const std::vector<Analysis>& articles) {
  Sha256 digest;
  for (const Analysis& analysis : articles) {
    const Article& article = analysis.document.article;
    JsonWriter line;
    line.begin_object();
    line.key("id").string(article.id);
    line.text_or_null("source", article.source);
    line.text_or_null("title", article.title);
    line.text_or_null("published", article.published);
    line.text_or_null("url", article.url);
    line.key("text").string(article.text);
    line.end_object();
    digest.add(line.take());
    digest.add("\n");
  }
  return digest.hex();
}

class ComparisonWriter {
 public:
  ComparisonWriter(const Comparison& comparison, const Options& options, Offsets offsets)
      : comparison_(comparison), options_(options), unit_(offsets) {
    for (const Analysis& analysis : comparison.articles) {
      offsets_.emplace_back(analysis.document.article.text, offsets);
    }
  }

  std::string write(std::string_view id) {
    out_.begin_object();
    if (!id.empty()) out_.key("id").string(id);
    header();
    articles();
    events();
    entities();
    facts();
    findings();
    quotes();
    timeline();
    omissions();
    reuse();
    coverage();
    lineage();
    wording();
    reporting();
    damage();
    brief();
    notes();
    out_.end_object();
    return out_.take();
  }

 private:
  const std::string& id_of(ArticleIndex article) const {
    return comparison_.articles[article].document.article.id;
  }

  void place(const Evidence& evidence) {
    out_.key("article").string(id_of(evidence.article));
    write_span(out_, offsets_[evidence.article], evidence.span);
  }

  void places(std::string_view key, const std::vector<Evidence>& list) {
    out_.key(key).begin_array();
    for (const Evidence& evidence : list) object(evidence);
    out_.end_array();
  }

  // `write` fills the object of each.
  template <class T, class Write>
  void objects(std::string_view key, const std::vector<T>& list, Write write) {
    out_.key(key).begin_array();
    for (const T& item : list) {
      out_.begin_object();
      write(item);
      out_.end_object();
    }
    out_.end_array();
  }

  void object(const Evidence& evidence) {
    out_.begin_object();
    place(evidence);
    out_.end_object();
  }

  void header() {
    const Options& o = options_;
    out_.key("crossread").begin_object();
    out_.key("version").string(version());
    out_.key("schema").integer(kSchema);
    out_.key("offsets").string(unit_ == Offsets::utf8 ? "utf8" : "utf16");
    out_.key("options").begin_object();
    out_.key("max_article_bytes").integer(o.max_article_bytes);
    out_.key("max_tokens").integer(o.text.max_tokens);
    out_.key("max_token_bytes").integer(o.text.max_token_bytes);
    out_.key("max_sentence_tokens").integer(o.text.max_sentence_tokens);
    out_.key("max_articles").integer(o.compare.max_articles);
    out_.key("max_facts").integer(o.compare.max_facts);
    out_.key("max_findings").integer(o.compare.max_findings);
    out_.key("max_family").integer(o.compare.max_family);
    out_.key("max_statements").integer(o.compare.max_statements);
    out_.key("max_wording").integer(o.compare.max_wording);
    out_.end_object();
    out_.key("sha256").string(input_digest(comparison_.articles));
    out_.end_object();
  }

  void articles() {
    out_.key("articles").begin_array();
    for (std::size_t i = 0; i < comparison_.articles.size(); ++i) {
      const Analysis& analysis = comparison_.articles[i];
      out_.begin_object();
      write_head(out_, analysis.document);
      write_state(out_, analysis.document);
      out_.key("text_made").boolean(analysis.document.article.text_from_ingest);
      out_.key("text").string(analysis.document.article.text);
      write_layers(out_, analysis, offsets_[i]);
      out_.end_object();
    }
    out_.end_array();
  }

  void events() {
    out_.key("events").begin_array();
    for (std::size_t i = 0; i < comparison_.events.size(); ++i) {
      out_.begin_object();
      write_id(out_, "id", 'v', static_cast<std::uint32_t>(i), true);
      ids("articles", comparison_.events[i].articles);
      out_.end_object();
    }
    out_.end_array();
  }

  void entities() {
    out_.key("entities").begin_array();
    for (std::size_t i = 0; i < comparison_.entities.size(); ++i) {
      const CrossEntity& entity = comparison_.entities[i];
      out_.begin_object();
      write_id(out_, "id", 'x', static_cast<std::uint32_t>(i), true);
      out_.key("type").string(name_type_code(entity.type));
      out_.key("name").string(entity.name);
      places("mentions", entity.mentions);
      places("roles", entity.roles);
      objects("merges", entity.merges, [&](const CrossEntity::Merge& merge) {
        out_.key("rule").string(merge_rule_code(merge.rule));
        out_.key("a");
        object(merge.a);
        out_.key("b");
        object(merge.b);
      });
      out_.end_object();
    }
    out_.end_array();
  }

  void facts() {
    out_.key("facts").begin_array();
    for (std::size_t i = 0; i < comparison_.facts.size(); ++i) {
      const Fact& fact = comparison_.facts[i];
      out_.begin_object();
      write_id(out_, "id", 'f', static_cast<std::uint32_t>(i), true);
      out_.key("verdict").string(verdict_code(fact.verdict));
      out_.key("members").begin_array();
      for (const StatementRef& ref : fact.members) {
        object({ref.article, comparison_.articles[ref.article].statements[ref.statement].span});
      }
      out_.end_array();
      out_.key("origins").integer(fact.origins);
      out_.key("importance").number(fact.importance, 3);
      out_.end_object();
    }
    out_.end_array();
  }

  void findings() {
    out_.key("findings").begin_array();
    for (std::size_t i = 0; i < comparison_.findings.size(); ++i) {
      const Finding& finding = comparison_.findings[i];
      out_.begin_object();
      write_id(out_, "id", 'd', static_cast<std::uint32_t>(i), true);
      out_.key("kind").string(finding_kind_code(finding.kind));
      out_.key("verdict").string(verdict_code(finding.verdict));
      out_.key("rule").string(finding.rule);
      out_.key("why").string(finding.why);
      out_.key("confidence").number(finding.confidence, 3);
      side_values(finding.values);
      places("evidence", finding.evidence);
      write_id(out_, "fact", 'f', finding.fact.value, finding.fact.valid());
      out_.end_object();
    }
    out_.end_array();
  }

  void quotes() {
    out_.key("quotes").begin_array();
    for (std::size_t i = 0; i < comparison_.quotes.size(); ++i) {
      out_.begin_object();
      write_id(out_, "id", 'q', static_cast<std::uint32_t>(i), true);
      objects("members", comparison_.quotes[i], [&](const QuoteMember& member) {
        out_.key("article").string(id_of(member.article));
        out_.key("quote").integer(member.quote);
        out_.key("change").string(quote_change_code(member.change));
      });
      out_.end_object();
    }
    out_.end_array();
  }

  void timeline() {
    objects("timeline", comparison_.timeline, [&](const TimelineEntry& entry) {
      out_.text_or_null("value", entry.value);
      out_.text_or_null("low", entry.days.known() ? iso_date(entry.days.low) : "");
      out_.text_or_null("high", entry.days.known() ? iso_date(entry.days.high) : "");
      places("members", entry.members);
    });
  }

  void omissions() {
    objects("omissions", comparison_.omissions, [&](const Omission& omission) {
      write_id(out_, "fact", 'f', omission.fact.value, omission.fact.valid());
      out_.key("kind").string(omission_kind_code(omission.kind));
      out_.key("told");
      object(omission.told);
      out_.key("missing_in").string(id_of(omission.missing_in));
      out_.key("at");
      if (omission.at.empty()) {
        out_.null();
      } else {
        object({omission.missing_in, omission.at});
      }
      out_.key("confidence").number(omission.confidence, 3);
    });
  }

  void reuse() {
    objects("reuse", comparison_.reuse, [&](const Reuse& pair) {
      out_.key("a");
      object(pair.a);
      out_.key("b");
      object(pair.b);
      out_.key("level").string(reuse_level_code(pair.level));
      write_id(out_, "passage", 'p', pair.passage, true);
      objects("edits", pair.edits, [&](const WordEdit& edit) {
        out_.key("kind").string(edit_kind_code(edit.kind));
        edit_span("a", offsets_[pair.a.article].of(edit.a));
        edit_span("b", offsets_[pair.b.article].of(edit.b));
      });
    });
  }

  void edit_span(std::string_view key, Span span) {
    out_.key(key).begin_array();
    out_.integer(span.begin);
    out_.integer(span.end);
    out_.end_array();
  }

  void coverage() {
    objects("coverage", comparison_.coverage, [&](const Coverage& coverage) {
      out_.key("of").string(id_of(coverage.of));
      out_.key("in").string(id_of(coverage.in));
      out_.key("verbatim").number(coverage.verbatim / 1000.0, 3);
      out_.key("edited").number(coverage.edited / 1000.0, 3);
      out_.key("paraphrase").number(coverage.paraphrase / 1000.0, 3);
    });
  }

  // Articles go by their id; "h0" is a source that is not among them.
  void lineage_node(std::string_view key, const LineageNode& node) {
    if (node.hidden) {
      write_id(out_, key, 'h', node.index, true);
    } else {
      out_.key(key).string(id_of(node.index));
    }
  }

  void lineage() {
    out_.key("lineage").begin_object();
    out_.key("origins").begin_array();
    for (const auto& family : comparison_.lineage.origins) {
      out_.begin_array();
      for (const ArticleIndex article : family) out_.string(id_of(article));
      out_.end_array();
    }
    out_.end_array();
    out_.key("hidden").begin_array();
    for (std::size_t i = 0; i < comparison_.lineage.hidden.size(); ++i) {
      out_.begin_object();
      write_id(out_, "id", 'h', static_cast<std::uint32_t>(i), true);
      out_.key("kind").string(hidden_kind_code(comparison_.lineage.hidden[i].kind));
      out_.text_or_null("name", comparison_.lineage.hidden[i].name);
      out_.end_object();
    }
    out_.end_array();
    objects("edges", comparison_.lineage.edges, [&](const LineageEdge& edge) {
      lineage_node("from", edge.from);
      lineage_node("to", edge.to);
      out_.key("confidence").number(edge.confidence, 3);
      objects("evidence", edge.reasons, [&](const LineageReason& reason) {
        out_.key("rule").string(reason.rule);
        out_.key("why").string(reason.why);
        places("places", reason.places);
      });
    });
    out_.end_object();
  }

  void wording() {
    objects("wording", comparison_.wording, [&](const Wording& row) {
      out_.key("referent").string(row.referent);
      places("terms", row.terms);
    });
  }

  void reporting() {
    out_.key("reporting").begin_array();
    for (ArticleIndex i = 0; i < comparison_.reporting.size(); ++i) {
      const Reporting& reporting = comparison_.reporting[i];
      out_.begin_object();
      out_.key("article").string(id_of(i));
      objects("verbs", reporting.verbs, [&](const Reporting::Verb& verb) {
        out_.key("strength").string(cue_strength_code(verb.strength));
        places("places", verb.places);
      });
      places("hedges", reporting.hedges);
      places("agentless", reporting.agentless);
      out_.end_object();
    }
    out_.end_array();
  }

  void damage() {
    objects("damage", comparison_.damage, [&](const DamagedPlace& damaged) {
      place(damaged.place);
      out_.key("kind").string(scar_kind_code(damaged.kind));
      out_.text_or_null("repair", damaged.repair);
    });
  }

  void ids(std::string_view key, const std::vector<ArticleIndex>& articles) {
    out_.key(key).begin_array();
    for (const ArticleIndex article : articles) out_.string(id_of(article));
    out_.end_array();
  }

  void side_values(const std::vector<SideValue>& values) {
    objects("values", values, [&](const SideValue& side) {
      place(side.words);
      out_.text_or_null("value", side.value);
      out_.text_or_null("unit", side.unit);
    });
  }

  void brief() {
    objects("brief", comparison_.brief, [&](const BriefSentence& sentence) {
      place(sentence.place);
      objects("facts", sentence.facts, [&](const BriefFact& fact) {
        write_id(out_, "fact", 'f', fact.fact.value, fact.fact.valid());
        ids("supporters", fact.supporters);
        ids("dissenters", fact.dissenters);
        out_.key("clause");
        object(fact.clause);
        side_values(fact.values);
      });
    });
  }

  void notes() {
    objects("notes", comparison_.notes, [&](const Note& note) {
      out_.key("code").string(note.code);
      out_.key("text").string(note.text);
    });
  }

  const Comparison& comparison_;
  const Options& options_;
  Offsets unit_;
  std::deque<Offsetter> offsets_;
  JsonWriter out_;
};

}  // namespace

std::string comparison_json(const Comparison& comparison, const Options& options, Offsets offsets,
                            std::string_view id) {
  return ComparisonWriter(comparison, options, offsets).write(id);
}

}  // namespace crossread
