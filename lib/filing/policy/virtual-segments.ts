/**
 * First three digits of virtual operators: the published list serves them, yet their numbers often miss codes and calls
 * (DF §7.4, [S4: 未接到腾讯云备案初审电话如何处理]; which segments these are is general knowledge, [GK]).
 */
export const VIRTUAL_SEGMENTS: ReadonlySet<string> = new Set(["162", "165", "167", "170", "171"]);
