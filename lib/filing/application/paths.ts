import type { ApplicationDraft } from "./draft";

/**
 * Whatever is stored refers by id (`services[svc_7f].domain`); index paths (`services.0.domain`) exist only at the
 * edges — forms and the command line. These two functions are the only converters.
 */
type Node = Readonly<Record<string, unknown>> | readonly unknown[];

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const idOf = (value: unknown): string | undefined =>
  isNode(value) && !Array.isArray(value) && typeof (value as { id?: unknown }).id === "string"
    ? (value as { id: string }).id
    : undefined;

/** `services[svc_7f].domain` → `services.0.domain`; undefined when a part is gone. */
export function toIndexPath(app: ApplicationDraft, idPath: string): string | undefined {
  let node: unknown = app;
  const out: string[] = [];
  for (const step of idPath.match(/[^.[\]]+|\[[^\]]+\]/g) ?? []) {
    if (step.startsWith("[")) {
      const id = step.slice(1, -1);
      const index = Array.isArray(node) ? node.findIndex((item) => idOf(item) === id) : -1;
      if (index < 0) return undefined;
      out.push(String(index));
      node = (node as readonly unknown[])[index];
    } else {
      out.push(step);
      node = isNode(node) ? (node as Record<string, unknown>)[step] : undefined;
    }
  }
  return out.join(".");
}

/** `services.0.domain` → `services[svc_7f].domain`; undefined when the index points nowhere. */
export function toIdPath(app: ApplicationDraft, indexPath: string): string | undefined {
  let node: unknown = app;
  let out = "";
  for (const step of indexPath.split(".")) {
    if (Array.isArray(node)) {
      // Number() would read an empty step, or one of spaces, as the first item.
      const item: unknown = /^\d+$/.test(step) ? node[Number(step)] : undefined;
      if (item === undefined) return undefined;
      const id = idOf(item);
      out += id === undefined ? `.${step}` : `[${id}]`;
      node = item;
    } else {
      out += out === "" ? step : `.${step}`;
      node = isNode(node) ? (node as Record<string, unknown>)[step] : undefined;
    }
  }
  return out;
}
