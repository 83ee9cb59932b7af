import type { Role } from "../../../lib/filing/access";
import { Caller } from "../../support/caller";
import type { TestServer } from "../../support/server";
import { forgetRates } from "../../support/state";
import type { Ask } from "./asking";
import { PERSONAS } from "./personas";

/** Somebody of a role (null: a stranger), who asks one thing after another. */
export class Asker {
  private readonly callers = new Map<string, Caller>();

  constructor(
    private readonly server: TestServer,
    private readonly role: Role | null,
  ) {}

  private async signIn(by: string | undefined): Promise<Caller> {
    if (this.role === null) return Caller.anonymous(this.server);
    return Caller.as(this.server, by ?? PERSONAS[this.role]);
  }

  /** The one who asks as long as nothing happens. */
  private async staying(by: string | undefined): Promise<Caller> {
    const key = by ?? "";
    const caller = this.callers.get(key) ?? (await this.signIn(by));
    this.callers.set(key, caller);
    return caller;
  }

  /** What is answered to what he may not. */
  async refused(asks: readonly Ask[]): Promise<{ readonly said: string[]; readonly expected: string[] }> {
    const [said, expected]: [string[], string[]] = [[], []];
    for (const { entry, asked, line, expected: code } of asks.filter((ask) => ask.expected !== null)) {
      forgetRates(this.server);
      said.push(`${line}: ${await entry.ask(await this.staying(asked.by), asked)}`);
      expected.push(`${line}: ${code}`);
    }
    return { said, expected };
  }

  /** Does what he may: the answers he should never have heard. An action may end the session it came with. */
  async allowed(asks: readonly Ask[]): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const { entry, asked, line, never } of asks.filter(({ expected }) => expected === null)) {
      forgetRates(this.server);
      const caller = entry.name.startsWith("action ") ? this.signIn(asked.by) : this.staying(asked.by);
      const code = await entry.ask(await caller, asked);
      if (never.includes(code)) wrong.push(`${line}: ${code}`);
    }
    return wrong;
  }
}
