import { useEffect, useSyncExternalStore } from "react";
import type { SectionId } from "@/lib/filing/application/draft-sections";
import type { JudgePage } from "./judge-page";

type Kind = "entity" | "people" | "service";
type Loader = () => Promise<{ readonly judgePage: JudgePage }>;

/**
 * Rules and policy weigh as much as the rest of a page's code and have nothing to say before somebody types. They come
 * once a session, when the focus first goes somewhere; until then the page shows what the server found.
 */
const LOADERS: Readonly<Record<Kind, Loader>> = {
  entity: () => import("./judges/entity"),
  people: () => import("./judges/people"),
  service: () => import("./judges/service"),
};

const here = new Map<Kind, JudgePage>();
const coming = new Map<Kind, Promise<void>>();
const listeners = new Set<() => void>();

/** Undefined where the browser has nothing to judge: what was filed is compared with the register, by the server. */
function kindOf(section: SectionId): Kind | undefined {
  if (section === "filed") return undefined;
  return section === "entity" || section === "people" ? section : "service";
}

/** Judges the page with its rules, if they have come. */
export function judgeHere(section: SectionId): JudgePage | undefined {
  const kind = kindOf(section);
  return kind && here.get(kind);
}

/** Fetches the page's rules, once; settles also when they cannot be had, for then the server judges alone. */
export function fetchJudge(section: SectionId): Promise<void> {
  const kind = kindOf(section);
  if (kind === undefined) return Promise.resolve();
  const begun = coming.get(kind);
  if (begun !== undefined) return begun;
  const fetched = LOADERS[kind]().then(
    ({ judgePage }) => {
      here.set(kind, judgePage);
      for (const listener of listeners) listener();
    },
    () => {
      // Offline, or another build on the server: the next try asks again.
      coming.delete(kind);
    },
  );
  coming.set(kind, fetched);
  return fetched;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Have the page's rules come? Sends for them when the reader begins to use the page. */
export function useJudge(section: SectionId): boolean {
  useEffect(() => {
    const send = () => void fetchJudge(section);
    document.addEventListener("focusin", send, { once: true });
    return () => document.removeEventListener("focusin", send);
  }, [section]);
  return useSyncExternalStore(
    subscribe,
    () => judgeHere(section) !== undefined,
    () => false,
  );
}
