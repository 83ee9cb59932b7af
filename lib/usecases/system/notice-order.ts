import type { Notice } from "@/lib/authority/gateway";

export interface Ordered {
  /** The notices that follow the last one seen without a gap, in order, each once. */
  readonly ready: readonly Notice[];
  /** The number that is missing while later ones are there; null when nothing waits. */
  readonly gap: { readonly number: number; readonly held: number } | null;
}

/**
 * Makes "in order, each once" of whatever a far side offers: seen numbers are left out, twins are one, and what comes
 * after a gap waits. Nothing of it is kept: what was not acknowledged is offered again.
 */
export function inOrder(last: number, offered: readonly Notice[]): Ordered {
  const byNumber = new Map(offered.map((notice) => [notice.number, notice]));
  const ready: Notice[] = [];
  for (let next = byNumber.get(last + 1); next !== undefined; next = byNumber.get(next.number + 1))
    ready.push(next);
  const end = last + ready.length;
  const held = [...byNumber.keys()].filter((number) => number > end).length;
  return { ready, gap: held === 0 ? null : { number: end + 1, held } };
}
