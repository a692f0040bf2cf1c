// files.js — the files of a drop, folders opened.
//
//     {files: [File, …], bad: [{where: "news/a.txt", message: "could not be opened"}, …]}
//
// Every entry is in one of the two lists; a folder that is not opened is one.

const MAX_FILES = 2000;

export async function filesOf(transfer, t) {
  const entries = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile())
    .filter(Boolean);
  const found = { files: [], bad: [], t };
  for (const entry of entries.length > 0 ? entries : transfer.files) await collect(entry, found);
  return { files: found.files, bad: found.bad };
}

async function collect(entry, { files, bad, t }) {
  const isFile = entry instanceof File;
  const where = isFile ? entry.name : entry.fullPath.replace(/^\//, "");
  if (files.length >= MAX_FILES) return void bad.push({ where, message: t("own.toomany", { n: MAX_FILES }) });
  if (isFile) return void files.push(entry);
  try {
    if (entry.isFile) files.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    else await collectFolder(entry, { files, bad, t });
  } catch {
    bad.push({ where, message: t("own.unread") });
  }
}

async function collectFolder(folder, found) {
  const reader = folder.createReader();
  for (;;) {
    const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    for (const child of batch) await collect(child, found);
  }
}
