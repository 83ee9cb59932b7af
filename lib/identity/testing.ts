import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWK,
  SignJWT,
  UnsecuredJWT,
} from "jose";

/** What the next answers are to be: true, or false in one way. */
export interface Mood {
  /** Over the claims of the ID token. */
  claims?: Readonly<Record<string, unknown>>;
  /** How the ID token is signed. */
  sign?: "none" | "public-key-as-secret" | "foreign-key" | "no-kid";
  /** Which endpoint answers 500, not at all, or never ends. */
  ill?: {
    readonly endpoint: "discovery" | "authorize" | "token" | "jwks" | "userinfo";
    readonly how: "500" | "silent";
  };
  /** No userinfo in the metadata. */
  noUserinfo?: true;
  /** Over what userinfo says. */
  userinfo?: Readonly<Record<string, unknown>>;
  /** Over the metadata. */
  metadata?: Readonly<Record<string, unknown>>;
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in there: claims of the next sign-ins. */
  person: Readonly<Record<string, unknown>>;
  mood: Mood;
  /** A new key; the one before is no longer published. */
  rotate(): Promise<void>;
  /** Environment of a console that trusts it, under a prefix. */
  env(prefix: "OIDC_" | "STAFF_OIDC_", name: string): Record<string, string>;
  /** Where a browser is sent that asks for `url`: back with a code. What a person's consent would do. */
  consent(url: string): string;
  close(): Promise<void>;
}

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly person: Readonly<Record<string, unknown>>;
}

const base64url = (bytes: Buffer): string => bytes.toString("base64url");

/** A small OpenID provider for tests, which can lie. It asks nobody anything: whoever comes is `person`. */
export async function startProvider(): Promise<TestProvider> {
  const clientId = "icp-console";
  const clientSecret = base64url(randomBytes(24));
  const grants = new Map<string, Grant>();
  const sessions = new Map<string, Grant>();
  let key = await newKey();
  const foreign = await newKey();

  const server: Server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: TestProvider = {
    issuer,
    clientId,
    clientSecret,
    person: { sub: "person-1" },
    mood: {},
    rotate: async () => {
      key = await newKey();
    },
    env: (prefix, name) => ({
      [`${prefix}ISSUER`]: issuer,
      [`${prefix}CLIENT_ID`]: clientId,
      [`${prefix}CLIENT_SECRET`]: clientSecret,
      [`${prefix}NAME`]: name,
    }),
    consent,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function consent(url: string): string {
    const query = new URL(url).searchParams;
    const code = base64url(randomBytes(16));
    const redirectUri = query.get("redirect_uri") ?? "";
    grants.set(code, {
      nonce: query.get("nonce") ?? "",
      challenge: query.get("code_challenge") ?? "",
      redirectUri,
      person: provider.person,
    });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    return back.href;
  }

  const endpoints: Readonly<Record<string, string>> = {
    "/.well-known/openid-configuration": "discovery",
    "/authorize": "authorize",
    "/token": "token",
    "/jwks": "jwks",
    "/userinfo": "userinfo",
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", issuer);
    const endpoint = endpoints[url.pathname];
    const { ill } = provider.mood;
    if (endpoint !== undefined && ill?.endpoint === endpoint) {
      if (ill.how === "500") json(response, 500, { error: "server_error" });
      return;
    }
    if (endpoint === "discovery") return json(response, 200, metadata());
    if (endpoint === "jwks") return json(response, 200, { keys: [key.jwk] });
    if (endpoint === "authorize") return void response.writeHead(302, { location: consent(url.href) }).end();
    if (endpoint === "token") return json(response, ...(await token(request)));
    if (endpoint === "userinfo") return json(response, ...userinfo(request));
    json(response, 404, { error: "not_found" });
  }

  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    ...(provider.mood.noUserinfo ? {} : { userinfo_endpoint: `${issuer}/userinfo` }),
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
    ...provider.mood.metadata,
  });

  async function token(request: IncomingMessage): Promise<[number, object]> {
    const form = new URLSearchParams(await bodyOf(request));
    const code = form.get("code") ?? "";
    const grant = grants.get(code);
    // A code works once, for the client it was made for, with the verifier that belongs to it.
    grants.delete(code);
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
    const challenge = base64url(
      createHash("sha256")
        .update(form.get("code_verifier") ?? "")
        .digest(),
    );
    if (request.headers.authorization !== `Basic ${basic}`) return [401, { error: "invalid_client" }];
    if (grant?.challenge !== challenge || grant.redirectUri !== form.get("redirect_uri"))
      return [400, { error: "invalid_grant" }];
    const accessToken = base64url(randomBytes(16));
    sessions.set(accessToken, grant);
    return [
      200,
      { access_token: accessToken, token_type: "Bearer", expires_in: 60, id_token: await idToken(grant) },
    ];
  }

  async function idToken(grant: Grant): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const { claims: lies, sign } = provider.mood;
    const claims = {
      iss: issuer,
      aud: clientId,
      iat: now,
      exp: now + 60,
      nonce: grant.nonce,
      ...grant.person,
      ...lies,
    };
    if (sign === "none") return new UnsecuredJWT(claims).encode();
    const jwt = new SignJWT(claims);
    if (sign === "public-key-as-secret")
      return jwt.setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(key.spki));
    const { private: secret, jwk } = sign === "foreign-key" ? foreign : key;
    const kid = sign === "no-kid" ? {} : { kid: String(sign === "foreign-key" ? key.jwk.kid : jwk.kid) };
    return jwt.setProtectedHeader({ alg: "RS256", ...kid }).sign(secret);
  }

  function userinfo(request: IncomingMessage): [number, object] {
    const grant = sessions.get((request.headers.authorization ?? "").replace("Bearer ", ""));
    return grant ? [200, { ...grant.person, ...provider.mood.userinfo }] : [401, { error: "invalid_token" }];
  }
  return provider;
}

async function newKey(): Promise<{ jwk: JWK; spki: string; private: CryptoKey }> {
  const pair = await generateKeyPair("RS256", { extractable: true });
  const kid = base64url(randomBytes(6));
  const jwk = { ...(await exportJWK(pair.publicKey)), kid, alg: "RS256", use: "sig" };
  return { jwk, spki: await exportSPKI(pair.publicKey), private: pair.privateKey };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Buffer));
  return Buffer.concat(parts).toString();
}
