// bindings.cpp — the engine's door to JavaScript: a handful of functions, UTF-8 bytes in, UTF-8
// bytes out.
//
// Strings never cross as JavaScript strings: half a surrogate pair in one would corrupt the text
// and eat the next character. Bytes come in as Uint8Array (Embind copies them into a std::string)
// and go out as a Uint8Array with memory of its own: no view into the heap is handed out, which
// growth would empty, and no object that the caller would have to delete.
//
// The session is this module's state: one WebAssembly instance is one engine.
#include <emscripten/bind.h>
#include <emscripten/heap.h>
#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "session.h"

namespace {

using crossread::Offsets;

emscripten::val bytes(std::string_view text) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  return emscripten::val::global("Uint8Array")
      .new_(emscripten::val(emscripten::typed_memory_view(text.size(), data)));
}

crossread::Session& session() {
  static crossread::Session instance;
  return instance;
}

Offsets offsets_of(bool utf16) { return utf16 ? Offsets::utf16 : Offsets::utf8; }

void begin(const std::string& request) { session().begin(request); }
bool step(double work) { return session().step(static_cast<std::uint64_t>(work)); }
emscripten::val stage() { return bytes(session().stage()); }
double progress() { return session().progress(); }
emscripten::val take(bool utf16) { return bytes(session().take(offsets_of(utf16))); }
emscripten::val problems() { return bytes(session().problems()); }

emscripten::val ingest(const std::string& name, const std::string& content) {
  return bytes(crossread::ingest_json(name, content));
}

emscripten::val extract(const std::string& request, bool utf16) {
  return bytes(crossread::extract_ndjson(request, offsets_of(utf16), crossread::Engine{}));
}

emscripten::val version() { return bytes(crossread::version()); }
double heap_bytes() { return static_cast<double>(emscripten_get_heap_size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(crossread) {
  emscripten::function("begin", &begin);
  emscripten::function("step", &step);
  emscripten::function("stage", &stage);
  emscripten::function("progress", &progress);
  emscripten::function("take", &take);
  emscripten::function("problems", &problems);
  emscripten::function("ingest", &ingest);
  emscripten::function("extract", &extract);
  emscripten::function("version", &version);
  emscripten::function("heapBytes", &heap_bytes);
}
