// files.js — the files of a drop, folders opened.

const MAX_FILES = 2000;

export async function filesOf(transfer) {
  const entries = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const files = [];
  for (const entry of entries) await collect(entry, files);
  return files.length > 0 ? files : [...transfer.files];
}

async function collect(entry, files) {
  if (!entry || files.length >= MAX_FILES) return;
  if (entry instanceof File) return void files.push(entry);
  if (entry.isFile) {
    const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
    if (file) files.push(file);
  } else if (entry.isDirectory) {
    const reader = entry.createReader();
    for (;;) {
      const batch = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
      if (batch.length === 0) return;
      for (const child of batch) await collect(child, files);
    }
  }
}
