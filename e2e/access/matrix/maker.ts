import { PERSONA_PASSWORD } from "../../../lib/boot/seed/persona-data";
import type { TestProvider } from "../../../lib/identity/testing";
import { actionsOfBuild, Caller } from "../../support/caller";
import type { TestServer } from "../../support/server";
import { rows, userOf } from "../../support/state";

/** Makes what the tests ask for, by the very actions a person's pages would call: what is refused is an exception. */
export class Maker {
  private readonly callers = new Map<string, Caller>();
  private readonly actions = new Map(actionsOfBuild().map((entry) => [entry.name, entry]));

  constructor(readonly server: TestServer) {}

  async as(persona: string): Promise<Caller> {
    const known = this.callers.get(persona) ?? (await Caller.as(this.server, persona));
    this.callers.set(persona, known);
    return known;
  }

  /** `null` is nobody who is signed in. */
  async does(
    persona: string | null,
    action: string,
    input: object,
  ): Promise<Readonly<Record<string, string>>> {
    const caller = persona === null ? Caller.anonymous(this.server) : await this.as(persona);
    const entry = this.actions.get(action);
    if (entry === undefined) throw new Error(`${action} is not in the build`);
    const { ok, value, error, status } = await caller.action(entry, [input]);
    if (ok !== true) throw new Error(`${action} by ${persona}: ${status} ${JSON.stringify(error)}`);
    return (value ?? {}) as Readonly<Record<string, string>>;
  }

  /** The newest row of a table: ids are in the order of their making. */
  newest(table: string, where = "1", ...values: unknown[]): string {
    const sql = `SELECT max(id) AS id FROM ${table} WHERE ${where}`;
    const id = rows<{ id: string | null }>(this.server, sql, ...values)[0]?.id;
    if (!id) throw new Error(`nothing was made in ${table}`);
    return id;
  }

  newestOf(table: string, persona: string): string {
    return this.newest(table, "user_id = ?", userOf(this.server, persona));
  }

  /** The secret of the newest link of a path that an address or a phone got, off the sandbox's mailbox. */
  async linkTo(receiver: string, path: string): Promise<string> {
    const text = await this.mailbox();
    for (const message of text.split('"to":"').slice(1)) {
      if (!message.startsWith(`${receiver}"`)) continue;
      const at = message.indexOf(path);
      if (at >= 0) return message.slice(at + path.length, at + path.length + 43);
    }
    throw new Error(`${receiver} got no ${path}`);
  }

  /** What the page's scripts are given, in one piece. */
  private async mailbox(): Promise<string> {
    const html = await (await Caller.anonymous(this.server).fetch("GET", "/sandbox/mailbox")).text();
    const pushes = html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g);
    return [...pushes].map(([, json = '""']) => JSON.parse(json) as string).join("");
  }

  /** Goes to the issuer from his own account's page and comes back with an identity linked. */
  async linkIdentity(persona: string, provider: TestProvider, endpoint: string): Promise<string> {
    provider.person = { sub: `matrix-${persona}` };
    await this.does(persona, "app/console/account/identity-actions.ts#linkIdentityAction", {
      password: PERSONA_PASSWORD,
      realName: false,
    });
    const caller = await this.as(persona);
    const { csrfToken } = (await (await caller.fetch("GET", "/api/auth/csrf")).json()) as {
      csrfToken: string;
    };
    const body = new URLSearchParams({ csrfToken, callbackUrl: "/console/account", json: "true" });
    const left = await caller.fetch("POST", `/api/auth/signin/${endpoint}`, { body });
    const { url } = (await left.json()) as { url: string };
    const back = new URL(provider.consent(url));
    const came = await caller.fetch("GET", `${back.pathname}${back.search}`);
    if (came.headers.get("location")?.endsWith("/console/account") !== true)
      throw new Error(`${persona} came back to ${came.status} ${came.headers.get("location")}`);
    return this.newestOf("identities", persona);
  }
}
