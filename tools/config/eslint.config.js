// Rules for the page and the tools: no way to hand text to the HTML parser, no eval, nothing unused.
import noUnsanitized from "eslint-plugin-no-unsanitized";

const browser = ["window", "document", "location", "history", "navigator", "HTMLElement", "Node", "File", "customElements", "CSSStyleSheet", "CustomEvent", "Event", "MouseEvent", "HTMLAnchorElement", "DataTransfer", "DragEvent",
  "IntersectionObserver", "ResizeObserver", "XMLSerializer", "Image", "CSS", "matchMedia", "getComputedStyle", "addEventListener", "dispatchEvent", "self", "scrollTo", "scrollY", "innerWidth"];
const shared = ["AbortController", "AbortSignal", "Blob", "Buffer", "DecompressionStream", "Intl", "MessageChannel", "Response", "TextDecoder", "TextEncoder", "URL", "URLSearchParams", "WebAssembly", "Worker",
  "atob", "clearTimeout", "console", "fetch", "performance", "process", "queueMicrotask", "setImmediate", "setTimeout", "structuredClone"];

export default [
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: Object.fromEntries([...browser, ...shared].map((name) => [name, "readonly"])) },
    plugins: { "no-unsanitized": noUnsanitized },
    rules: {
      "no-unsanitized/method": ["error", {}, { import: { properties: [] } }], "no-unsanitized/property": "error",
      "no-eval": "error", "no-implied-eval": "error", "no-new-func": "error",
      "no-undef": "error", "no-unused-vars": ["error", { ignoreRestSiblings: true }], "prefer-const": "error", "no-var": "error", eqeqeq: ["error", "smart"],
      "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"].map((property) => ({ property, message: "Text reaches the page by text nodes alone." }))],
    },
  },
];
