import { readFileSync } from "node:fs";
import { distDir, root } from "./paths";
import type { TestServer } from "./server";

/** Where requests go; a TestServer, or anything else with an address. */
type Site = Pick<TestServer, "url">;

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
}

export interface Refused {
  readonly code: string;
  readonly reason?: string;
}

/** What a server action answered; `error` is null when it was not refused, or when Next itself answered. */
export interface ActionAnswer {
  readonly status: number;
  readonly ok: boolean | null;
  readonly error: Refused | null;
  /** What the use case gave; null when nothing. */
  readonly value: unknown;
  readonly text: string;
}

interface Reference {
  readonly filename: string;
  readonly exportedName: string;
  readonly workers: Readonly<Record<string, unknown>>;
}

export interface ActionEntry {
  readonly id: string;
  /** `app/review/actions.ts#claimAction`. */
  readonly name: string;
  readonly file: string;
  /** A page that has it, as a path; parameters are filled with a placeholder. */
  readonly page: string;
}

/** Every server action of the build, from Next's own list: what an attacker reads off the scripts. */
export function actionsOfBuild(): readonly ActionEntry[] {
  const manifest = JSON.parse(
    readFileSync(`${root}${distDir}/server/server-reference-manifest.json`, "utf8"),
  ) as { node: Record<string, Reference> };
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => {
    const [page = "app/page"] = Object.keys(workers);
    const path = page
      .replace(/^app/, "")
      .replace(/\/page$/, "")
      .replace(/\/\([^)]+\)/g, "")
      .replace(/\[\w+\]/g, "unclaimed");
    return { id, name: `${filename}#${exportedName}`, file: filename, page: path || "/" };
  });
}

/** The parts of a Flight answer: `<id>:<json>` a line; the action's own value is row 1 in all our answers. */
function answerOf(text: string): Pick<ActionAnswer, "ok" | "error" | "value"> {
  for (const line of text.split("\n")) {
    const json = /^[0-9a-f]+:(\{"ok":.*\})$/.exec(line)?.[1];
    if (json === undefined) continue;
    const answer = JSON.parse(json) as { ok: boolean; error?: Refused; value?: unknown };
    return { ok: answer.ok, error: answer.error ?? null, value: answer.value ?? null };
  }
  return { ok: null, error: null, value: null };
}

/** Somebody who speaks HTTP himself, with or without a session: what a browser would never send can be sent. */
export class Caller {
  private readonly cookies = new Map<string, string>();

  private constructor(private readonly site: Site) {}

  static anonymous(site: Site): Caller {
    return new Caller(site);
  }

  /** Somebody who got hold of a `Cookie` header. */
  static withCookie(site: Site, cookie: string): Caller {
    const caller = new Caller(site);
    for (const pair of cookie.split("; ")) {
      const at = pair.indexOf("=");
      caller.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return caller;
  }

  /** Signed in as a persona through the same endpoints as the sandbox's buttons. */
  static async as(site: Site, persona: string): Promise<Caller> {
    const caller = new Caller(site);
    const answer = await caller.handshake("persona", { persona });
    if (answer.includes("error=")) throw new Error(`no sign-in as ${persona}: ${answer}`);
    return caller;
  }

  /** next-auth's two steps; gives the address it would send the browser to, if it answers with one. */
  async handshake(provider: "password" | "persona", fields: Readonly<Record<string, string>>, headers = {}) {
    const answer = await this.postCredentials(provider, fields, headers);
    return ((await answer.json()) as { url: string }).url;
  }

  /** The whole answer to a try with a password. */
  credentials(fields: Readonly<Record<string, string>>, headers = {}): Promise<Response> {
    return this.postCredentials("password", fields, headers);
  }

  private async postCredentials(provider: string, fields: Readonly<Record<string, string>>, headers: object) {
    const { csrfToken } = (await (await this.fetch("GET", "/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/", json: "true" });
    return this.fetch("POST", `/api/auth/callback/${provider}`, { body, headers: { ...headers } });
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** As one of our own pages would ask; headers given replace those. Redirects are not followed. */
  async fetch(method: string, path: string, { headers = {}, body }: Sent = {}): Promise<Response> {
    const own = { origin: this.site.url, "sec-fetch-site": "same-origin", cookie: this.cookie };
    const sent = Object.fromEntries(
      Object.entries({ ...own, ...headers }).filter(([, value]) => value !== ""),
    );
    const init: RequestInit = { method, headers: sent, redirect: "manual" };
    if (body !== undefined) init.body = body;
    const response = await fetch(`${this.site.url}${path}`, init);
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  json(method: string, path: string, value: unknown, headers: Readonly<Record<string, string>> = {}) {
    const body = JSON.stringify(value);
    return this.fetch(method, path, { body, headers: { "content-type": "application/json", ...headers } });
  }

  /** Calls a server action by its id, the way React does, with these arguments. */
  action(entry: ActionEntry, args: readonly unknown[], headers: Readonly<Record<string, string>> = {}) {
    return this.rawAction(entry, JSON.stringify(args), headers);
  }

  async rawAction(
    entry: ActionEntry,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ActionAnswer> {
    const response = await this.fetch("POST", entry.page, {
      body,
      headers: { "next-action": entry.id, "content-type": "text/plain;charset=UTF-8", ...headers },
    });
    const text = await response.text();
    return { status: response.status, text, ...answerOf(text) };
  }
}
