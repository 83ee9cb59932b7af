import type { Finding } from "@/lib/filing/rules/types";

const keyOf = ({ rule, path, message }: Finding): string => `${rule} ${path} ${message}`;

/** Held findings as the page now tells them, e.g. in another language; what no longer stands is dropped. */
export function retold<F extends Finding>(held: readonly F[], now: readonly F[]): readonly F[] {
  const fresh = new Map(now.map((finding) => [keyOf(finding), finding]));
  return held.flatMap((finding) => fresh.get(keyOf(finding)) ?? []);
}
