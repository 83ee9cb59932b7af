import "server-only";
import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import type { ImportKind, ImportProblem } from "@/lib/imports/kinds";
import { PROBLEMS_SHOWN } from "@/lib/imports/kinds";
import { currentPolicy } from "../policy/current-policy";
import { type ReadRows, readRows } from "./read-rows";
import { businessStore } from "./stores/businesses";
import { customerStore } from "./stores/customers";
import { domainStore } from "./stores/domains";
import { serverStore } from "./stores/servers";
import type { Kept, Store } from "./stores/store";

/** Staff, or the operator at the machine itself (`npm run import`). */
export type Importer = Actor | "operator";

const STORES = {
  customers: customerStore,
  servers: serverStore,
  domains: domainStore,
  businesses: businessStore,
} as const;

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}
export interface ImportPreview extends ImportCounts {
  readonly kind: ImportKind;
  /** Of the bytes: the same must be confirmed. */
  readonly sha256: string;
  /** The import this was compared with; another one meanwhile makes it stale. */
  readonly basis: string;
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** Some of each, by what people may read of them. */
  readonly examples: Readonly<Record<"added" | "changed" | "removed", readonly string[]>>;
}

const EXAMPLES = 20;
const NO_BASIS = "none";

interface Plan<V> extends ImportCounts {
  readonly problems: readonly ImportProblem[];
  readonly remove: readonly string[];
  readonly add: readonly V[];
  readonly examples: ImportPreview["examples"];
}

/** Key by key, whatever the order in which a database and a reader name the fields. */
const canon = (value: object): string =>
  JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const labels = (some: readonly Kept<object>[]): readonly string[] =>
  some.flatMap(({ label }) => label ?? []).slice(0, EXAMPLES);

async function planOf<K extends ImportKind, V extends object>(
  db: Db,
  store: Store<K, V>,
  read: ReadRows<K>,
): Promise<Plan<V>> {
  const resolved = await store.resolve(db, read.rows);
  const problems = [...read.problems, ...resolved.problems].toSorted((a, b) => a.line - b.line);
  const before = new Map((await store.current(db)).map((one) => [one.key, one]));
  const wanted = new Set(resolved.kept.map(({ key }) => key));
  const added = resolved.kept.filter(({ key }) => !before.has(key));
  const changed = resolved.kept.filter(({ key, value }) => {
    const old = before.get(key);
    return old !== undefined && canon(old.value) !== canon(value);
  });
  const removed = [...before.values()].filter(({ key }) => !wanted.has(key));
  return {
    problems,
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    unchanged: resolved.kept.length - added.length - changed.length,
    // What changed is taken out and put in anew: two of them may have changed places.
    remove: [...removed, ...changed].map(({ key }) => key),
    add: [...added, ...changed].map(({ value }) => value),
    examples: { added: labels(added), changed: labels(changed), removed: labels(removed) },
  };
}

async function basisOf(db: Db, kind: ImportKind): Promise<string> {
  const [last] = await db
    .select({ id: t.imports.id })
    .from(t.imports)
    .where(eq(t.imports.kind, kind))
    .orderBy(desc(t.imports.id))
    .limit(1);
  return last?.id ?? NO_BASIS;
}

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const rowsOf = async <K extends ImportKind>(kind: K, bytes: Buffer): Promise<ReadRows<K>> =>
  readRows(kind, bytes, (await currentPolicy()).suffixes);
const storeOf = <K extends ImportKind>(kind: K) => STORES[kind] as unknown as Store<K, object>;

/** What a file would do, and every row that cannot be read. Changes nothing. */
export async function previewImport(
  importer: Importer,
  { kind, bytes }: { readonly kind: ImportKind; readonly bytes: Buffer },
): Promise<Result<ImportPreview>> {
  if (importer !== "operator" && !can(importer, "import.run")) return fail(refuse("forbidden"));
  const basis = await basisOf(read(), kind);
  const plan = await planOf(read(), storeOf(kind), await rowsOf(kind, bytes));
  const { problems, added, changed, removed, unchanged, examples } = plan;
  return ok({
    ...{ kind, basis, added, changed, removed, unchanged, examples },
    sha256: hashOf(bytes),
    problems: problems.slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length,
  });
}

export interface Confirmation {
  readonly kind: ImportKind;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly basis: string;
}

/**
 * Takes a file over, whole or not at all: it is the one that was shown, nothing in it is wrong, and nobody imported
 * another one meanwhile. A file that changes nothing leaves no trace.
 */
export async function confirmImport(
  importer: Importer,
  { kind, bytes, sha256, basis }: Confirmation,
): Promise<Result<ImportCounts>> {
  if (importer !== "operator" && !can(importer, "import.run")) return fail(refuse("forbidden"));
  if (hashOf(bytes) !== sha256) return fail(refuse("stale", { reason: "import.other-file" }));
  const rows = await rowsOf(kind, bytes);
  return withTransaction(async (tx) => {
    if ((await basisOf(tx, kind)) !== basis) return fail(refuse("stale", { reason: "import.moved" }));
    const store = storeOf(kind);
    const plan = await planOf(tx, store, rows);
    if (plan.problems.length > 0) return fail(refuse("invalid", { reason: "import.problems" }));
    const { added, changed, removed, unchanged } = plan;
    const counts = { added, changed, removed, unchanged };
    if (added + changed + removed === 0) return ok(counts);
    await store.remove(tx, plan.remove);
    await store.add(tx, plan.add);
    await record(tx, importer, kind, sha256, counts);
    return ok(counts);
  });
}

async function record(tx: Tx, importer: Importer, kind: ImportKind, sha256: string, counts: ImportCounts) {
  const id = newId();
  const actorId = importer === "operator" ? null : importer.userId;
  await tx.insert(t.imports).values({ id, kind, sha256, ...counts, at: clock().now(), userId: actorId });
  const data = { kind, ...counts };
  await audit(tx, { actorId, action: "import.done", object: id, outcome: "done", data });
}
