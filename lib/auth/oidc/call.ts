import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { cookieJar } from "../cookies";

/** What next-auth answered: where to, and which cookies to set (whole header values). */
export interface AuthAnswer {
  readonly location: string | null;
  readonly cookies: readonly string[];
}

interface AuthCall {
  readonly action: "signin" | "callback";
  readonly provider: string;
  readonly method: "GET" | "POST";
  readonly headers: Headers;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
}

/**
 * Asks next-auth outside of its own route, so that nothing but what stands here gets into it, and its answer can be
 * looked at before it goes out. (Its form for `pages/api` takes plain objects; the other one reads Next's request.)
 */
export async function askNextAuth(call: AuthCall, options: NextAuthOptions): Promise<AuthAnswer> {
  const { action, provider, method, headers, query = {}, body } = call;
  const set: string[] = [];
  let location: string | null = null;
  const request = {
    method,
    headers: {},
    cookies: cookieJar(headers),
    query: { ...query, nextauth: [action, provider] },
    body,
  };
  const response = {
    status: () => response,
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? [...set] : undefined),
    setHeader(name: string, value: string | readonly string[]) {
      if (name.toLowerCase() === "set-cookie") set.splice(0, set.length, ...[value].flat());
      if (name.toLowerCase() === "location") location = String(value);
      return response;
    },
    send: () => response,
    json: () => response,
    end: () => response,
  };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return { location, cookies: set };
}
