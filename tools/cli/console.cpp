#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "report/layout.h"

namespace crossread::cli {

bool use_color(int file_descriptor, ColorWish wish) {
  if (wish != ColorWish::automatic) return wish == ColorWish::always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  return (no_color == nullptr || *no_color == '\0') && !dumb && isatty(file_descriptor) != 0;
}

int terminal_width() {
  winsize size{};
  int columns = 0;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  if (columns == 0) {
    const char* given = std::getenv("COLUMNS");
    columns = given == nullptr ? 100 : std::atoi(given);
  }
  return columns <= 0 ? 100 : std::clamp(columns, 60, 120);
}

void say(std::string_view where, std::string_view message) {
  const std::string line =
      "crossread: " + printable(where) + (where.empty() ? "" : ": ") + printable(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void say(const Error& error) { say(error.where, error.message); }

ProgressLine::ProgressLine()
    : terminal_(isatty(STDERR_FILENO) != 0), next_(Clock::now() + std::chrono::seconds(1)) {}

ProgressLine::~ProgressLine() { wipe(); }

void ProgressLine::show(std::string_view what, double done) {
  if (!terminal_ || Clock::now() < next_) return;
  next_ = Clock::now() + std::chrono::milliseconds(100);
  const int percent = static_cast<int>(std::clamp(done, 0.0, 1.0) * 100);
  std::fprintf(stderr, "\r\x1b[K%3d %%  %.*s", percent, static_cast<int>(what.size()), what.data());
  std::fflush(stderr);
  drawn_ = true;
}

void ProgressLine::wipe() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace crossread::cli
