#include "compare/compare.h"

#include <algorithm>
#include <utility>

#include "compare/arrange.h"
#include "compare/brief.h"
#include "compare/cluster.h"
#include "compare/damage.h"
#include "compare/dates.h"
#include "compare/events.h"
#include "compare/facts.h"
#include "compare/headline.h"
#include "compare/lineage.h"
#include "compare/link.h"
#include "compare/omission.h"
#include "compare/quote_groups.h"
#include "compare/reuse.h"
#include "compare/rewording.h"
#include "compare/similarity.h"
#include "compare/speakers.h"
#include "compare/status.h"
#include "compare/substitutes.h"
#include "compare/terms.h"
#include "compare/verdict.h"
#include "compare/view.h"
#include "compare/wording.h"

namespace crossread {
namespace {

constexpr std::size_t kMostNamed = 60;  // articles that the note on several events names

// "a, b, c; d, e; 12 more", so that a reader sees which article is of which event.
std::string names_of_events(const Comparison& comparison) {
  std::string out;
  std::size_t named = 0;
  for (const Event& event : comparison.events) {
    if (!out.empty()) out += "; ";
    for (std::size_t i = 0; i < event.articles.size(); ++i) {
      if (named == kMostNamed)
        return out + "and " + std::to_string(comparison.articles.size() - named) + " more";
      out += (i > 0 ? ", " : "") + comparison.articles[event.articles[i]].document.article.id;
      ++named;
    }
  }
  return out;
}

}  // namespace

struct Comparer::State {
  enum class Stage : std::uint8_t { events, entities, terms, align, facts, verdicts, finish, done };

  CompareOptions options;
  Comparison result;
  Stage stage = Stage::events;
  EntityLinks links;
  std::size_t event = 0;  // the one being worked on
  EventTerms terms;
  std::unique_ptr<GraphBuilder> builder;
  Graph graph;
  Groups groups;

  bool has_event() const { return event < result.events.size(); }
  void find_all_events();
  void align_event();
  void judge_event();
  void look_at_words(const EventView& view);
  void append(std::vector<Fact> facts, std::vector<Finding> findings,
              std::vector<Omission> omissions);
  void append_reuse(ReuseResult reuse);
  void append_lineage(Lineage lineage);
  void finish();
  std::uint64_t work();  // one piece; returns what it cost
  double done_share() const;
};

void Comparer::State::find_all_events() {
  const Nearness near = article_nearness(result.articles);
  result.events = find_events(near);
  borrow_dates(result.articles, result.events, near);
  if (result.articles.size() == 1) {
    result.notes.push_back(
        {"single_article", "There is only one article, so nothing can be compared."});
  } else if (result.events.size() > 1) {
    result.notes.push_back(
        {"several_events", "These articles are about " + std::to_string(result.events.size()) +
                               " different events (" + names_of_events(result) +
                               "); only articles on the same event are compared."});
  }
}

void Comparer::State::align_event() {
  graph = builder->take();
  builder.reset();
  groups = cluster_units(terms, graph, cluster_options(result.events[event].articles.size()));
}

void Comparer::State::judge_event() {
  Groups groups_of(terms.units.size());
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    for (const std::uint32_t u : groups[g]) groups_of[u].push_back(g);
  }
  const EventView view{result.articles, result.events[event], links, terms, graph, groups,
                       groups_of};
  ValueFindings values = value_findings(view);
  const std::vector<std::uint32_t> places = add_groups(values.groups, groups, groups_of);
  for (std::size_t i = 0; i < values.findings.size(); ++i) {
    if (values.group_of[i] != Id<void>::kNone)
      values.findings[i].fact = FactId{places[values.group_of[i]]};
  }
  ReuseResult reuse = find_reuse(result.articles, result.events[event], terms, graph);
  std::vector<Fact> facts = make_facts(view, independent_lines(reuse));
  append_lineage(find_lineage(view, reuse, options.max_family));
  std::vector<Finding> findings = std::move(values.findings);
  const auto add = [&](std::vector<Finding> more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
  };
  add(headline_findings(view));
  add(speaker_findings(view));
  add(substitute_findings(view));
  add(rewording_findings(view));
  add(status_findings(view));
  std::vector<Omission> omissions = find_omissions(view, facts);
  look_at_words(view);
  const auto timeline = make_timeline(view);
  result.timeline.insert(result.timeline.end(), timeline.begin(), timeline.end());
  append_reuse(std::move(reuse));
  append(std::move(facts), std::move(findings), std::move(omissions));
}

// Quotes, terms, damage: what is said in which words.
void Comparer::State::look_at_words(const EventView& view) {
  const auto quotes = group_quotes(view);
  result.quotes.insert(result.quotes.end(), quotes.begin(), quotes.end());
  const std::vector<Reading> readings = read_event(view);
  const std::vector<TermSlot> slots = find_term_slots(view, readings);
  const auto wording = find_wording(view, slots);
  result.wording.insert(result.wording.end(), wording.begin(), wording.end());
  result.reporting.resize(result.articles.size());
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const ArticleIndex a = view.event.articles[i];
    result.reporting[a] = find_reporting(result.articles[a], a, readings[i]);
  }
  const auto damage = damage_by_others(view, slots, quotes);
  result.damage.insert(result.damage.end(), damage.begin(), damage.end());
}

// Numbers of groups inside the event become numbers of facts in the result.
void Comparer::State::append(std::vector<Fact> facts, std::vector<Finding> findings,
                             std::vector<Omission> omissions) {
  const auto offset = static_cast<std::uint32_t>(result.facts.size());
  for (Finding& finding : findings) {
    if (!finding.fact.valid()) continue;
    Fact& fact = facts[finding.fact.value];
    if (rank_of(finding.verdict) > rank_of(fact.verdict)) fact.verdict = finding.verdict;
    finding.fact.value += offset;
  }
  for (Omission& omission : omissions) omission.fact.value += offset;
  const auto move_all = [](auto& from, auto& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  move_all(facts, result.facts);
  move_all(findings, result.findings);
  move_all(omissions, result.omissions);
}

// Numbers of passages and of unseen sources go on from event to event.
void Comparer::State::append_reuse(ReuseResult reuse) {
  std::uint32_t passages = 0;
  for (const Reuse& before : result.reuse) passages = std::max(passages, before.passage + 1);
  for (Reuse& passage : reuse.passages) {
    passage.passage += passages;
    result.reuse.push_back(std::move(passage));
  }
  result.coverage.insert(result.coverage.end(), reuse.coverage.begin(), reuse.coverage.end());
}

void Comparer::State::append_lineage(Lineage lineage) {
  const auto hidden = static_cast<std::uint32_t>(result.lineage.hidden.size());
  for (LineageEdge& edge : lineage.edges) {
    for (LineageNode* node : {&edge.from, &edge.to}) node->index += node->hidden ? hidden : 0;
    result.lineage.edges.push_back(std::move(edge));
  }
  const auto add = [](auto& from, auto& to) { to.insert(to.end(), from.begin(), from.end()); };
  add(lineage.origins, result.lineage.origins);
  add(lineage.hidden, result.lineage.hidden);
  if (lineage.without_tree == 0) return;
  result.notes.push_back(
      {"lineage_bounded", "A family of more than " + std::to_string(options.max_family) +
                              " different texts is too large to tell who took it from whom."});
}

void Comparer::State::finish() {
  result.entities = std::move(links.entities);
  order_facts(result, options.max_facts);
  order_findings(result, options.max_findings);
  order_omissions(result);
  note_statements_left_out(result, options.max_statements);
  bound_wording(result, options.max_wording);
  result.reporting.resize(result.articles.size());
  result.damage = all_damage(result.articles, std::move(result.damage));
  result.brief = make_brief(result);
}

std::uint64_t Comparer::State::work() {
  switch (stage) {
    case Stage::events:
      find_all_events();
      stage = Stage::entities;
      return result.articles.size() * result.articles.size() + 1;
    case Stage::entities:
      links = link_entities(result.articles, result.events);
      stage = has_event() ? Stage::terms : Stage::finish;
      return links.entities.size() + 1;
    case Stage::terms:
      terms = make_terms(result.articles, result.events[event], links, options.max_statements);
      builder = std::make_unique<GraphBuilder>(terms);
      stage = Stage::align;
      return terms.units.size() + 1;
    case Stage::align:
      if (!builder->done()) return builder->add_row();
      stage = Stage::facts;
      return 1;
    case Stage::facts:
      align_event();
      stage = Stage::verdicts;
      return terms.units.size() * 8 + 1;
    case Stage::verdicts:
      judge_event();
      ++event;
      stage = has_event() ? Stage::terms : Stage::finish;
      return terms.units.size() * 8 + 1;
    case Stage::finish:
      finish();
      stage = Stage::done;
      return 1;
    case Stage::done:
      break;
  }
  return 1;
}

double Comparer::State::done_share() const {
  if (stage == Stage::done) return 1;
  if (result.events.empty()) return 0;
  double within = 0;
  switch (stage) {
    case Stage::events:
      return 0;
    case Stage::entities:
      return 0.05;
    case Stage::terms:
      within = 0;
      break;
    case Stage::align:
      within = 0.1 + 0.5 * (builder ? builder->progress() : 1);
      break;
    case Stage::facts:
      within = 0.6;
      break;
    case Stage::verdicts:
      within = 0.8;
      break;
    case Stage::finish:
    case Stage::done:
      return 0.99;
  }
  return 0.1 +
         0.88 * (static_cast<double>(event) + within) / static_cast<double>(result.events.size());
}

Comparer::Comparer(std::vector<Analysis> analyses, CompareOptions options)
    : state_(std::make_unique<State>()) {
  state_->options = options;
  state_->result.articles = in_order(std::move(analyses), state_->result.notes);
}

Comparer::~Comparer() = default;
Comparer::Comparer(Comparer&&) noexcept = default;
Comparer& Comparer::operator=(Comparer&&) noexcept = default;

bool Comparer::step(Budget budget) {
  std::uint64_t spent = 0;
  while (state_->stage != State::Stage::done && spent < budget.work) spent += state_->work();
  return state_->stage != State::Stage::done;
}

Progress Comparer::progress() const {
  switch (state_->stage) {
    case State::Stage::events:
      return {"events", state_->done_share()};
    case State::Stage::entities:
      return {"entities", state_->done_share()};
    case State::Stage::terms:
    case State::Stage::align:
    case State::Stage::facts:
      return {"facts", state_->done_share()};
    case State::Stage::verdicts:
      return {"verdicts", state_->done_share()};
    case State::Stage::finish:
    case State::Stage::done:
      return {"done", state_->done_share()};
  }
  return {};
}

Comparison Comparer::take() { return std::move(state_->result); }

Comparison compare(std::vector<Analysis> analyses, CompareOptions options) {
  Comparer comparer(std::move(analyses), options);
  while (comparer.step(Budget{})) {
  }
  return comparer.take();
}

}  // namespace crossread
