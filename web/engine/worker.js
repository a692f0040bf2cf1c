// worker.js — the worker as a file of its own, for a page whose policy allows no Blob worker:
// <cross-read worker="crossread-worker.js">.
import engineScope from "#engine-scope";

engineScope().serve(self);
