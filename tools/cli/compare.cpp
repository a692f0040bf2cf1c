// crossread compare: several articles on one event → one comparison.
#include <algorithm>
#include <utility>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/page.h"
#include "cli/prepare.h"
#include "crossread.h"
#include "report/report.h"

namespace crossread::cli {
namespace {

Comparison compare_with_progress(std::vector<Analysis> analyses, const CompareOptions& options,
                                 ProgressLine& progress) {
  Comparer comparer(std::move(analyses), options);
  while (comparer.step(Budget{})) {
    const Progress now = comparer.progress();
    progress.show("comparing: " + std::string(now.stage), now.done);
  }
  progress.wipe();
  return comparer.take();
}

std::string rendered(const Comparison& comparison, const CommonOptions& options,
                     const Options& engine_options, std::string_view page, bool to_file) {
  if (options.format == "html")
    return report_page(page, comparison_json(comparison, engine_options, Offsets::utf16));
  if (options.format == "json")
    return comparison_json(comparison, engine_options, options.offsets) + "\n";
  if (options.format == "markdown") return report_markdown(comparison);
  if (options.format == "csv") return report_csv(comparison);
  const bool color =
      use_color(1, options.color) && (!to_file || options.color == ColorWish::always);
  const ReportOptions look{color ? Color::on : Color::off,
                           options.width > 0 ? options.width : terminal_width()};
  if (comparison.articles.size() == 1) return extract_text(comparison.articles[0], look);
  return report_text(comparison, look);
}

}  // namespace

int run_compare(const CommonOptions& options) {
  const Engine engine;
  Inputs inputs = read_inputs(options.files);
  int failed = inputs.failed;
  merge_repeats(inputs);
  failed += refuse_surplus(inputs, engine.options().compare.max_articles);
  std::string page;
  if (options.format == "html") {
    Result<std::string> read = read_page(options.page);
    if (!read) {
      say(read.error());
      return kWrongUsage;
    }
    page = std::move(*read);
  }
  Result<Output> output = Output::open(options.output, options.files);
  if (!output) {
    say(output.error());
    return kWrongUsage;
  }
  ProgressLine progress;
  std::vector<Analysis> analyses;
  for (std::size_t i = 0; i < inputs.articles.size(); ++i) {
    progress.show("reading articles",
                  static_cast<double>(i) / static_cast<double>(inputs.articles.size()));
    Result<Analysis> analysis = engine.analyse(std::move(inputs.articles[i]));
    if (!analysis) {
      progress.wipe();
      say(inputs.where[i], analysis.error().message);
      ++failed;
      continue;
    }
    progress.wipe();
    say_notes(inputs.where[i], *analysis);
    analyses.push_back(std::move(*analysis));
  }
  if (analyses.empty()) {
    say("", "no article could be read");
    return kSomeFailed;
  }
  if (analyses.size() == 1)
    say("", "one article alone has nothing to be compared with; this is what it says");
  const Comparison comparison =
      compare_with_progress(std::move(analyses), engine.options().compare, progress);
  output->write(rendered(comparison, options, engine.options(), page, output->is_file()));
  if (const std::optional<Error> error = output->finish()) {
    say(*error);
    return kSomeFailed;
  }
  return failed > 0 ? kSomeFailed : kFine;
}

}  // namespace crossread::cli
