// slot_features — for tools/train_slots.py: pairs of figures of the articles of one event with what
// the model of compare/slots.h sees of them, a JSON object a line.
//
//     slot_features seeds/ferry/*.txt > ferry.slots
#include <cstdio>
#include <fstream>
#include <sstream>

#include "compare/cluster.h"
#include "compare/compare.h"
#include "compare/slots.h"

using namespace crossread;

namespace {

Analysis read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  Article article;
  const std::size_t slash = path.rfind('/') + 1;
  article.id = path.substr(slash, path.rfind('.') - slash);
  article.text = bytes.str();
  return analyse_document(read_document(std::move(article)));
}

void print(const std::vector<Analysis>& articles, const Slot& slot) {
  std::printf("[\"%s\",%u,%u]", articles[slot.article].document.article.id.c_str(), slot.span.begin,
              slot.span.end);
}

void print_event(const std::vector<Analysis>& articles, const Event& event) {
  const EntityLinks links = link_entities(articles, {event});
  const EventTerms terms = make_terms(articles, event, links);
  GraphBuilder builder(terms);
  while (!builder.done()) builder.add_row();
  const Graph graph = builder.take();
  const auto groups = cluster_units(terms, graph, cluster_options(event.articles.size()));
  std::vector<std::vector<std::uint32_t>> groups_of(terms.units.size());
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    for (const std::uint32_t u : groups[g]) groups_of[u].push_back(g);
  }
  const std::vector<Slot> slots = find_slots(articles, event, links, terms);
  for (const SlotPair& pair : pair_slots(slots, terms, graph, groups_of, articles)) {
    std::printf("{\"a\":");
    print(articles, slots[pair.a]);
    std::printf(",\"b\":");
    print(articles, slots[pair.b]);
    std::printf(",\"relation\":%d,\"chance\":%d,\"features\":[",
                static_cast<int>(pair.compared.relation), pair.chance);
    const SlotFeatures features =
        slot_features(slots[pair.a], slots[pair.b], terms, graph, groups_of);
    const char* comma = "";
    for (const std::int32_t value : features.values()) {
      std::printf("%s%d", comma, value);
      comma = ",";
    }
    std::printf("]}\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Analysis> articles;
  for (int i = 1; i < argc; ++i) articles.push_back(read(argv[i]));
  const Comparison comparison = compare(std::move(articles));  // sorts, and lends dates
  for (const Event& event : comparison.events) print_event(comparison.articles, event);
}
