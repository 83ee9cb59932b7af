import "server-only";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { OpenInspection } from "@/lib/filing/inspection/form";
import { reviewer } from "../manual/testing";
import { openInspection } from "./open-inspection";

export { reviewer };

/** @throws when it is not opened. */
export async function opened(
  staff: Actor,
  input: Omit<OpenInspection, "found" | "letterUntil" | "letterNumber">,
): Promise<string> {
  const made = await openInspection(staff, {
    ...input,
    letterUntil: null,
    letterNumber: null,
    found: "抽查时发现",
  });
  if (!made.ok) throw new Error(made.error.reason ?? made.error.code);
  return made.value.inspectionId;
}

/** As it lies in the database. @throws when it is not there. */
export async function inspectionNow(id: string) {
  const row = (await read().select().from(t.inspections)).find((one) => one.id === id);
  if (row === undefined) throw new Error("no such inspection");
  return row;
}

/** What happened to it, in words. */
export async function storyOf(id: string): Promise<readonly string[]> {
  const rows = await read().select().from(t.inspectionEvents);
  return rows
    .filter(({ inspectionId }) => inspectionId === id)
    .sort((a, b) => a.seq - b.seq)
    .map(({ type, actorKind }) => `${actorKind} ${type}`);
}

/** Messages in the console about inspections, in their order. */
export const told = async (): Promise<readonly string[]> =>
  (await read().select().from(t.notifications))
    .map(({ event }) => event)
    .filter((event) => event.startsWith("inspection_"));
