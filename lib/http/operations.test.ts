import { describe, expect, it } from "vitest";
import { CAPABILITIES } from "@/lib/filing/access";
import { type Operation, registeredOperations } from "./registry";

type Module = Readonly<Record<string, unknown>>;
const modules = import.meta.glob<Module>(["/app/**/actions.ts", "/app/**/*-actions.ts", "/app/**/route.ts"], {
  eager: true,
});

/** What answers without the wrapper, and why. */
const OUTSIDE: Readonly<Record<string, string>> = {
  "/app/api/health/route.ts": "machines ask it; it says nothing of anybody",
  "/app/api/auth/[...nextauth]/route.ts":
    "next-auth's own handshake, registered by lib/auth/handshake-route.ts",
};

/** What strangers may call. A new line here is a decision. */
const PUBLIC = [
  "account.email.confirm",
  "account.invitation.accept",
  "account.register",
  "account.register.confirm",
  "account.reset",
  "account.reset.request",
  "authority.password.recover",
  "authority.query",
  "authority.sms.resend",
  "authority.sms.verify",
  "calendar.subscribe",
  "callback.request",
  "example.read",
  "identity.finish",
  "identity.join",
  "identity.prove",
  "preferences.set",
  "provider.mark.read",
  "sandbox.clock.advance",
  "sandbox.delivery.steer",
  "sandbox.outage.set",
  "serving.read",
  "session.end",
  "session.handshake",
  "session.second-step",
  "staff.invitation.accept",
];

const METHODS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);
const entryPoints = Object.entries(modules).flatMap(([path, module]) =>
  Object.keys(module)
    .filter((name) => (path.endsWith("route.ts") ? METHODS.has(name) : typeof module[name] === "function"))
    .map((name) => `${path}#${name}`),
);

describe("operations", () => {
  it("are all behind the wrapper: as many as there are entry points", () => {
    expect(entryPoints.length).toBeGreaterThan(5);
    const wrapped = entryPoints.filter((entry) => OUTSIDE[entry.split("#")[0] ?? ""] === undefined);
    const operations = registeredOperations().filter((operation) => operation.name !== "session.handshake");
    const listing = operations.map((operation) => operation.name).join("\n");
    expect(operations.length, `${wrapped.join("\n")}\n\n${listing}`).toBe(wrapped.length);
  });

  it("name a capability that exists, or are on the short list of public ones", () => {
    const isPublic = (operation: Operation) => operation.capability === "public";
    expect(
      registeredOperations()
        .filter(isPublic)
        .map((operation) => operation.name),
    ).toEqual(PUBLIC);
    for (const { name, capability } of registeredOperations())
      expect(capability === "public" || Object.hasOwn(CAPABILITIES, capability), name).toBe(true);
  });
});
