import { cp, rm } from "node:fs/promises";
import Sqlite from "better-sqlite3";
import { actionsOfBuild, Caller } from "../../e2e/support/caller";
import { Clock, Lead, Officer } from "./authority";
import type { Chance } from "./chance";
import type { Client, Stage } from "./client";
import { Filer } from "./filer";
import { Ledger } from "./ledger";
import { Look } from "./look";
import { Newcomer } from "./newcomer";
import { FILERS, NEWCOMERS, OFFICER, REVIEWERS } from "./people";
import { Reviewer } from "./reviewer";
import { Victim } from "./server";

const LEASE_MS = 60_000;
/** Two leases one after the other, and some more. */
const REST_MS = 180_000;
/** Nobody waits longer for the answers a kill is meant to follow. */
const PATIENCE_MS = 8_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** When the server dies: so many acknowledged operations from now, and a moment later. */
export interface Fate {
  readonly answers: number;
  readonly momentMs: number;
}

type Made = new (...given: ConstructorParameters<typeof Filer>) => Client;
const CAST: readonly (readonly [Made, readonly string[]])[] = [
  [Filer, FILERS],
  [Newcomer, NEWCOMERS],
  [Reviewer, REVIEWERS],
  [Officer, [OFFICER]],
];

/** A copy of the seeded data, the server on it, and everybody signed in: what a series of kills is done to. */
export class Scene {
  readonly ledger = new Ledger();
  private readonly actions = new Map(actionsOfBuild().map((entry) => [entry.name, entry]));
  private readonly callers = new Map<string, Caller>();

  private constructor(
    readonly dataDir: string,
    readonly server: Victim,
  ) {}

  static async open(template: string, dataDir: string, logFile: string): Promise<Scene> {
    await rm(dataDir, { recursive: true, force: true });
    await cp(template, dataDir, { recursive: true });
    const scene = new Scene(dataDir, await Victim.on(dataDir, logFile));
    await scene.server.start();
    for (const persona of CAST.flatMap(([, names]) => names))
      scene.callers.set(persona, await Caller.as(scene.server, persona));
    return scene;
  }

  /** Everybody works; the server is killed a moment after so many answers. Answers when that was. */
  async load(chance: Chance, { answers, momentMs }: Fate): Promise<number> {
    const look = new Look(this.dataDir, { frozen: false });
    let left = answers;
    let enough = () => {};
    const answered = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const stage: Stage = {
      look,
      ledger: this.ledger,
      actions: this.actions,
      stopped: false,
      onAcknowledged: () => {
        left -= 1;
        if (left <= 0) enough();
      },
    };
    const working = this.cast(stage, chance).map((client) => client.work());
    const failed = Promise.all(working).then(() => undefined);
    let killedAt = 0;
    try {
      await Promise.race([answered, pause(PATIENCE_MS), failed]);
      await Promise.race([pause(momentMs), failed]);
      await this.server.kill();
      killedAt = Date.now();
    } finally {
      stage.stopped = true;
    }
    await Promise.all(working);
    // With a connection left open SQLite would not have to recover.
    look.close();
    return killedAt;
  }

  private cast(stage: Stage, chance: Chance): Client[] {
    const made = CAST.flatMap(([Kind, names]) =>
      names.map((name) => {
        const caller = this.callers.get(name);
        if (caller === undefined) throw new Error(`${name} is not signed in`);
        return new Kind(name, caller, stage, chance.fork(name));
      }),
    );
    const anybody = Caller.anonymous(this.server);
    return [
      ...made,
      new Lead("lead", anybody, stage, chance.fork("lead")),
      new Clock("clock", Caller.anonymous(this.server), stage, chance.fork("clock")),
    ];
  }

  /** As a minute of waiting would: rates are forgotten, and what the dead process held is free again. */
  minutePasses(killedAt: number): void {
    this.change("limits.db", "DELETE FROM hits");
    for (const table of ["outbox", "jobs"])
      this.change(
        "icp.db",
        `UPDATE ${table} SET lease_until = 1 WHERE lease_until <= ${killedAt + LEASE_MS}`,
      );
  }

  /** Waits until all work is done that the server does by itself, leases of the dead included: they run out. */
  async untilAtRest(): Promise<void> {
    const until = Date.now() + REST_MS;
    while (Date.now() < until) {
      await pause(200);
      const answer = await fetch(`${this.server.url}/api/health`);
      const { work } = (await answer.json()) as { work: { due: number } };
      if (work.due === 0 && this.rests()) return;
    }
    throw new Error(`work does not go on: not at rest after ${REST_MS / 1000} s`);
  }

  private rests(): boolean {
    const look = new Look(this.dataDir, { frozen: true });
    try {
      const held = look.rows(
        `SELECT 1 FROM outbox WHERE lease_until IS NOT NULL AND done_at IS NULL
          UNION ALL SELECT 1 FROM jobs WHERE lease_until IS NOT NULL`,
      );
      const taken = look.row<{ value: number }>("SELECT value FROM counters WHERE name = 'gateway.notice'");
      const [newest] = look.atAuthority<{ n: number }>("SELECT coalesce(max(number), 0) AS n FROM notices");
      return held.length === 0 && (taken?.value ?? 0) === (newest?.n ?? 0);
    } finally {
      look.close();
    }
  }

  private change(file: string, sql: string): void {
    const db = new Sqlite(`${this.dataDir}/${file}`, { timeout: 5_000 });
    try {
      db.exec(sql);
    } finally {
      db.close();
    }
  }
}
