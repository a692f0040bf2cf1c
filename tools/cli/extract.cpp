// crossread extract: each article alone.
#include <utility>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/prepare.h"
#include "crossread.h"
#include "report/report.h"

namespace crossread::cli {

int run_extract(const CommonOptions& options) {
  const Engine engine;
  Inputs inputs = read_inputs(options.files);
  int failed = inputs.failed;
  Result<Output> output = Output::open(options.output, options.files);
  if (!output) {
    say(output.error());
    return kWrongUsage;
  }
  const bool color =
      use_color(1, options.color) && (!output->is_file() || options.color == ColorWish::always);
  const ReportOptions look{color ? Color::on : Color::off,
                           options.width > 0 ? options.width : terminal_width()};
  ProgressLine progress;
  bool first = true;
  for (std::size_t i = 0; i < inputs.articles.size(); ++i) {
    progress.show("reading articles",
                  static_cast<double>(i) / static_cast<double>(inputs.articles.size()));
    const Result<Analysis> analysis = engine.analyse(std::move(inputs.articles[i]));
    if (!analysis) {
      progress.wipe();
      say(inputs.where[i], analysis.error().message);
      ++failed;
      continue;
    }
    if (options.format == "text") {
      output->write((first ? "" : "\n") + extract_text(*analysis, look));
    } else {
      output->write(extract_json(*analysis, options.offsets) + "\n");
    }
    first = false;
  }
  progress.wipe();
  if (inputs.articles.empty()) say("", "no article could be read");
  if (const std::optional<Error> error = output->finish()) {
    say(*error);
    return kSomeFailed;
  }
  return failed > 0 ? kSomeFailed : kFine;
}

}  // namespace crossread::cli
