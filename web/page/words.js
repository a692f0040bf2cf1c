// words.js — what the page around the element says.
export const words = {
  "theme.label": "Colours", "theme.auto": "Auto", "theme.light": "Light", "theme.dark": "Dark",
  "pick.label": "Event", "pick.real": "Real articles", "pick.fiction": "Invented events", "pick.own": "Your own articles",
  "own.button": "Your own articles", "own.title": "Your own articles",
  "own.sub": "Two or more on one event: text, saved web pages, JSON or NDJSON. They stay on this device; nothing is sent.",
  "own.drop": "Drop files anywhere on this page, or choose them.", "own.choose": "Choose files", "own.over": "Drop to compare",
  "own.paste": "Or paste the text of one article, or a JSON list of several", "own.add": "Add this text", "own.close": "Close",
  "own.source": "Source", "own.title.field": "Title", "own.date": "Date", "own.remove": "Remove", "own.clear": "Remove all",
  "own.one": "One article so far. Add a second one to see where they differ.",
  "own.bad": "Not read", "own.pasted": "pasted text", "own.reading": "Reading…",
  "own.toolarge": "is larger than 64 MB and was not opened", "own.unread": "could not be opened",
};
