import type { Count, Look } from "./look";

/** What one operation adds, all of it or nothing. Nobody else adds to the same count. */
export interface Adds extends Count {
  readonly by?: number;
}

/** Words that must be readable at a place after the operation, until the next one writes there. */
export interface Words {
  readonly place: string;
  readonly text: string;
  /** Null: there are none. */
  readonly read: (look: Look) => string | null;
}

/** An operation as it is meant. */
export interface Plan {
  readonly kind: string;
  readonly adds: readonly Adds[];
  readonly words?: Words;
}

/** What the client heard: yes, no, or nothing because the connection broke. */
export type Outcome = "acknowledged" | "refused" | "unsure";

export interface Entry extends Plan {
  readonly number: number;
  readonly who: string;
  readonly outcome: Outcome;
  /** What the server said, for whoever reads a violation. */
  readonly said: string;
}

export interface Settled {
  readonly present: number;
  readonly absent: number;
  readonly violations: readonly string[];
}

const keyOf = ({ db, sql, values }: Count) => JSON.stringify([db, sql, values]);
const name = ({ number, who, kind, outcome, said }: Entry) =>
  `#${number} ${who} ${kind} (${outcome}: ${said})`;

/**
 * Everything that was asked for and what was heard of it. A client asks one thing at a time and is the only one who adds
 * to its counts, so after a kill every count is known exactly, but for the one operation nobody heard of: that one may be
 * there whole, or not at all.
 */
export class Ledger {
  private readonly expected = new Map<string, { readonly count: Count; n: number }>();
  private readonly words = new Map<string, { readonly words: Words; readonly entry: Entry }>();
  private round: Entry[] = [];
  private next = 1;
  readonly all: Entry[] = [];

  /** Notes what there is before the operation, the first time somebody adds to it. */
  before(plan: Plan, look: Look): void {
    for (const count of plan.adds) {
      const key = keyOf(count);
      if (!this.expected.has(key)) this.expected.set(key, { count, n: look.count(count) });
    }
  }

  after(plan: Plan, who: string, outcome: Outcome, said: string): void {
    const entry = { ...plan, number: this.next, who, outcome, said };
    this.next += 1;
    this.round.push(entry);
    this.all.push(entry);
  }

  /** Compares everything ever heard with what is there now, and settles what nobody was sure of. */
  settle(look: Look): Settled {
    const violations: string[] = [];
    for (const entry of this.round) if (entry.outcome === "acknowledged") this.expect(entry);
    let present = 0;
    const unsure = this.round.filter(({ outcome }) => outcome === "unsure");
    for (const entry of unsure) {
      const added = entry.adds.map((count) => look.count(count) - (this.expected.get(keyOf(count))?.n ?? 0));
      const whole = entry.adds.map(({ by = 1 }) => by);
      if (added.every((n) => n === 0)) continue;
      if (added.some((n, index) => n !== whole[index]))
        violations.push(`half done: ${name(entry)}: ${added.join()} of ${whole.join()} are there`);
      present += 1;
      this.expect(entry);
      for (const [index, count] of entry.adds.entries())
        if (added[index] !== whole[index]) this.expected.set(keyOf(count), { count, n: look.count(count) });
    }
    violations.push(...this.compare(look));
    this.round = [];
    return { present, absent: unsure.length - present, violations };
  }

  private expect(entry: Entry): void {
    for (const count of entry.adds) {
      const known = this.expected.get(keyOf(count));
      if (known === undefined) throw new Error(`${name(entry)}: nobody looked before it`);
      known.n += count.by ?? 1;
    }
    if (entry.words) this.words.set(entry.words.place, { words: entry.words, entry });
  }

  private compare(look: Look): string[] {
    const violations: string[] = [];
    for (const { count, n } of this.expected.values()) {
      const found = look.count(count);
      if (found === n || Number.isNaN(found)) continue;
      const about = this.all.filter(({ adds }) => adds.some((one) => keyOf(one) === keyOf(count)));
      const last = about.slice(-4).map(name).join("; ");
      violations.push(`expected ${n}, found ${found}: ${count.sql} [${count.values.join()}] after ${last}`);
    }
    for (const { words, entry } of this.words.values()) {
      const found = words.read(look);
      if (found !== words.text)
        violations.push(`not what was written: ${name(entry)} at ${words.place}: ${JSON.stringify(found)}`);
    }
    return violations;
  }
}
