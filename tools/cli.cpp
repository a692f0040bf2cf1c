// The shell program: what can be asked, and which function answers. The work is in tools/cli/.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "crossread.h"

namespace {

using namespace crossread::cli;
using crossread::Offsets;

const std::map<std::string, Offsets> kOffsets = {{"utf8", Offsets::utf8},
                                                 {"utf16", Offsets::utf16}};
const std::map<std::string, ColorWish> kColors = {
    {"auto", ColorWish::automatic}, {"always", ColorWish::always}, {"never", ColorWish::never}};

void add_offsets(CLI::App* command, Offsets& offsets) {
  command->add_option("--offsets", offsets, "Unit of offsets in JSON: utf8 (bytes) or utf16 [utf8]")
      ->transform(CLI::CheckedTransformer(kOffsets).description(""))
      ->option_text("UNIT");
}

CLI::App* add_command(CLI::App& app, const char* name, const char* what, const char* example,
                      const std::vector<std::string>& formats, CommonOptions& options) {
  CLI::App* command = app.add_subcommand(name, what);
  command->footer(std::string("Example: ") + example);
  command
      ->add_option(
          "FILE", options.files,
          "Text, HTML, JSON, NDJSON or CSV; a folder of such files, its manifest.json giving "
          "titles, outlets and dates; - for standard input")
      ->required()
      ->option_text("...");
  std::string list;
  for (const std::string& format : formats) list += (list.empty() ? "" : ", ") + format;
  options.format = formats[0];
  command->add_option("--format", options.format, "One of: " + list + " [" + formats[0] + "]")
      ->check(CLI::IsMember(formats).description(""))
      ->option_text("FORMAT");
  command->add_option("-o,--output", options.output, "Write there instead of standard output")
      ->option_text("FILE");
  add_offsets(command, options.offsets);
  command
      ->add_option("--color", options.color, "auto, always or never; NO_COLOR is honoured [auto]")
      ->transform(CLI::CheckedTransformer(kColors).description(""))
      ->option_text("WHEN");
  command
      ->add_option("--width", options.width, "Columns of text output [the terminal's, 60 to 120]")
      ->check(CLI::Range(40, 400).description(""))
      ->option_text("COLUMNS");
  return command;
}

bool is_command(std::string_view word) {
  return word == "compare" || word == "extract" || word == "batch";
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "Compares news articles on one event: what they agree on, where they differ, what only one "
      "tells.",
      "crossread"};
  app.set_version_flag("--version", "crossread " + std::string(crossread::version()));
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 fine; 1 some input failed, named on standard error, the rest is done; 2 "
      "wrong usage.\n"
      "Example: crossread compare a.txt b.html c.json");
  CommonOptions compare, extract;
  BatchOptions batch;
  add_command(app, "compare", "Several articles on one event → one comparison",
              "crossread compare a.txt b.html c.json --format markdown -o report.md",
              {"text", "json", "html", "markdown", "csv"}, compare)
      ->add_option("--page", compare.page,
                   "The page that --format html fills [crossread.html beside the program]")
      ->option_text("FILE");
  add_command(app, "extract", "Each article alone: names, dates, figures, quotes",
              "crossread extract --format text article.txt", {"ndjson", "text"}, extract);
  CLI::App* filter = app.add_subcommand(
      "batch", "A filter: one article or event a line in, one result a line out");
  filter->footer("Example: crossread batch < events.ndjson > comparisons.ndjson");
  filter->add_flag("--strict", batch.strict, "Stop at the first record that fails");
  filter->add_option("-o,--output", batch.output, "Write there instead of standard output")
      ->option_text("FILE");
  add_offsets(filter, batch.offsets);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(error);
    const std::string asked = argc > 1 ? argv[1] : "";
    if (!asked.empty() && asked[0] != '-' && !is_command(asked)) {
      say(asked, "is no command of crossread; there are compare, extract and batch");
      return kWrongUsage;
    }
    std::fprintf(stderr, "crossread: %s\nRun crossread --help for what can be asked.\n",
                 error.what());
    return kWrongUsage;
  }
  if (app.got_subcommand("compare")) return run_compare(compare);
  if (app.got_subcommand("extract")) return run_extract(extract);
  return run_batch(batch);
}
