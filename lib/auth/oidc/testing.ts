import "server-only";
import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import { env, resetEnv } from "@/lib/env";
import type { TestProvider } from "@/lib/identity/testing";
import { authSecret } from "@/lib/secrets";
import { answerHandshake } from "../handshake-route";

/** Lets this process trust an issuer, for customers or staff; gives what takes it back. */
export function trust(
  provider: TestProvider,
  prefix: "OIDC_" | "STAFF_OIDC_",
  more: Record<string, string> = {},
) {
  const values = { ...provider.env(prefix, "Cloud Example"), ...more };
  Object.assign(process.env, values);
  resetEnv();
  return () => {
    for (const name of Object.keys(values)) delete process.env[name];
    resetEnv();
  };
}

/** A browser at our handshake: keeps cookies, and goes where it is sent. */
export class Browser {
  readonly cookies = new Map<string, string>();

  async send(method: "GET" | "POST", path: string, body?: Record<string, string>): Promise<Response> {
    const url = new URL(path, env.PUBLIC_URL);
    const headers = new Headers({
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      "user-agent": "test",
      ...(method === "POST"
        ? {
            origin: env.PUBLIC_URL,
            "sec-fetch-site": "same-origin",
            "content-type": "application/x-www-form-urlencoded",
          }
        : { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }),
    });
    const request = new Request(url, {
      method,
      headers,
      ...(body ? { body: new URLSearchParams(body) } : {}),
    });
    const nextauth = url.pathname.split("/").slice(3);
    const response = await answerHandshake(request as NextRequest, { params: Promise.resolve({ nextauth }) });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = cookie.split("; ");
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (attributes.includes("Max-Age=0") || value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Leaves for the issuer: its address, or the refusal. */
  async leave(endpoint: string, next = "/console"): Promise<Response> {
    const csrfToken = this.csrf();
    return this.send("POST", `/api/auth/signin/${endpoint}`, { csrfToken, callbackUrl: next });
  }

  /** Leaves, consents, and comes back. Where it ends. */
  async through(provider: TestProvider, endpoint: string, next?: string): Promise<string> {
    const left = (await (await this.leave(endpoint, next)).json()) as { url: string };
    const back = await this.send("GET", provider.consent(left.url));
    return back.headers.get("location") ?? "";
  }

  /** next-auth's token against forged posts: a value and its hash with our secret, which the cookie brings along. */
  private csrf(): string {
    const [name, token] = ["icp.csrf", "0".repeat(64)];
    const hash = createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
    this.cookies.set(name, `${token}%7C${hash}`);
    return token;
  }

  get sid(): string | undefined {
    return this.cookies.get("icp.session");
  }
}
