/** Where a fact comes from: a tag of domain-facts.md §0.1 with its heading, e.g. `S4: 网站域名`. */
export type Source = string;

/** `error` blocks the submit gate, `warn` advises, `info` tells. */
export type Level = "error" | "warn" | "info";
