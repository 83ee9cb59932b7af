import type { SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import type { StoredSection } from "@/lib/usecases/orders/read-draft-section";

/** What a refused save says of the newer one. */
export interface Conflict {
  readonly at: number;
  readonly by: "you" | "other";
  /** Document paths inside the section. */
  readonly fields: readonly string[];
}

interface StaleAnswer {
  error?: { params?: { at?: unknown; by?: unknown }; fields?: { path: string }[] };
}

export function conflictOf(payload: unknown): Conflict {
  const { error } = (payload ?? {}) as StaleAnswer;
  return {
    at: typeof error?.params?.at === "number" ? error.params.at : 0,
    by: error?.params?.by === "you" ? "you" : "other",
    fields: (error?.fields ?? []).map(({ path }) => path),
  };
}

/** The section as the server holds it now; null when it cannot be had. */
export async function fetchStored(url: string, section: SectionId): Promise<StoredSection | null> {
  try {
    const answer = await fetch(`${url}?section=${encodeURIComponent(section)}`, { cache: "no-store" });
    return answer.ok ? ((await answer.json()) as StoredSection) : null;
  } catch {
    return null;
  }
}

/** Where the labels of parts stand below `fields`. */
const PARTS: Readonly<Record<string, string>> = {
  people: "person",
  filedServices: "filed",
  preApprovals: "preApproval",
  packages: "package",
  sdks: "sdk",
};
const PAGES: Readonly<Record<string, string>> = { entity: "entity", people: "person", filed: "filed" };

/** Key of the label of a path inside a section: `packages[pkg_1].platform` → `package.platform`. */
export function labelKey(section: SectionId, path: string): string {
  const [, list, field = "id"] = /^(\w+)\[[^\]]*\](?:\.(\w+))?/.exec(path) ?? [];
  const page = PAGES[section] ?? "service";
  if (list === undefined) return path.replace(/^(?!resource\.(?!kind))/, `${page}.`).replace(/\.kind$/, "");
  const part = PARTS[list];
  // A part that came or went is told by the name of its list, and so is what has one field only.
  return part === undefined || field === "id" ? `${page}.${list}` : `${part}.${field}`;
}

/** One value out of a section by its dotted path with ids, as text for the comparison. */
export function valueAt(section: SectionValue, path: string): string {
  let node: unknown = section;
  for (const step of path.match(/[^.[\]]+|\[[^\]]*\]/g) ?? []) {
    if (step.startsWith("[")) {
      const id = step.slice(1, -1);
      node = Array.isArray(node) ? node.find((item: { id?: string }) => item?.id === id) : undefined;
    } else node = (node as Record<string, unknown> | undefined)?.[step];
  }
  if (Array.isArray(node)) return node.map(String).join(", ");
  return node === undefined || node === null || typeof node === "object" ? "" : String(node);
}
