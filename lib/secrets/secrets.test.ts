import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resetEnv } from "@/lib/env";
import {
  authSecret,
  blindIndex,
  masterKey,
  newDataKey,
  open,
  purposeKey,
  seal,
  UnsealError,
  unwrap,
} from ".";
import { ensureSecrets, secrets, secretsPath } from "./store";

const NAMES = ["DATA_DIR", "ICP_MODE", "ICP_MASTER_KEY", "ICP_BLIND_INDEX_KEY", "ICP_AUTH_SECRET"];
const key32 = (fill: number) => Buffer.alloc(32, fill).toString("base64");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-secrets-"));
  process.env.DATA_DIR = folder;
  resetEnv();
  ensureSecrets();
});
afterEach(() => {
  for (const name of NAMES) delete process.env[name];
  resetEnv();
  rmSync(folder, { recursive: true, force: true });
});

const failure = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof UnsealError) return error.code;
    throw error;
  }
  return "opened";
};
const flipped = (blob: Buffer, at: number): Buffer => {
  const copy = Buffer.from(blob);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
};

describe("sealed values", () => {
  const value = { name: "张三", list: [1, 2] };

  it("come back as they were, under a data key that comes back too", () => {
    const { key, wrapped } = newDataKey();
    expect(unwrap(wrapped).equals(key)).toBe(true);
    expect(open(key, seal(key, value, "order:1:draft"), "order:1:draft")).toEqual(value);
  });

  it("never look the same twice and show nothing", () => {
    const { key } = newDataKey();
    const blob = seal(key, value, "a");
    expect(blob.equals(seal(key, value, "a"))).toBe(false);
    expect(blob.includes("张三")).toBe(false);
  });

  it("do not open with one bit changed anywhere", () => {
    const { key } = newDataKey();
    const blob = seal(key, value, "a");
    const outcomes = new Set(
      Array.from({ length: blob.length }, (_, at) => failure(() => open(key, flipped(blob, at), "a"))),
    );
    expect([...outcomes].toSorted()).toEqual(["malformed", "tampered", "version", "wrong_key"]);
  });

  it("do not open elsewhere, with another key, or cut short", () => {
    const { key } = newDataKey();
    const blob = seal(key, value, "order:1:draft");
    expect(failure(() => open(key, blob, "order:2:draft"))).toBe("tampered");
    expect(failure(() => open(newDataKey().key, blob, "order:1:draft"))).toBe("wrong_key");
    expect(failure(() => open(key, blob.subarray(0, blob.length - 1), "order:1:draft"))).toBe("tampered");
    expect(failure(() => open(key, blob.subarray(0, 10), "order:1:draft"))).toBe("malformed");
    expect(failure(() => open(key, Buffer.alloc(0), "order:1:draft"))).toBe("malformed");
  });

  it("still open after a new master key was put in front", () => {
    const { key, wrapped } = newDataKey();
    const stored = JSON.parse(readFileSync(secretsPath(), "utf8"));
    const moved = mkdtempSync(join(tmpdir(), "icp-secrets-"));
    const rotated = { ...stored, masterKeys: [key32(9), ...stored.masterKeys] };
    writeFileSync(join(moved, "secrets.json"), JSON.stringify(rotated));
    process.env.DATA_DIR = moved;
    resetEnv();
    expect(masterKey().equals(Buffer.alloc(32, 9))).toBe(true);
    expect(unwrap(wrapped).equals(key)).toBe(true);
    rmSync(moved, { recursive: true, force: true });
  });
});

describe("blind indexes", () => {
  it("agree on equal values of one kind, and differ by kind and installation", () => {
    const first = blindIndex("phone", "13800138000");
    expect(blindIndex("phone", "13800138000")).toBe(first);
    expect(blindIndex("id_no", "13800138000")).not.toBe(first);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(purposeKey("audit").equals(purposeKey("limits"))).toBe(false);
  });
});

describe("secrets.json", () => {
  it("is private, made once, and leaves no draft behind", () => {
    expect(statSync(secretsPath()).mode & 0o777).toBe(0o600);
    const before = readFileSync(secretsPath(), "utf8");
    expect(ensureSecrets()).toBe(false);
    expect(readFileSync(secretsPath(), "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["secrets.json"]);
    expect(secrets().origin).toBe("sandbox");
  });

  it("is not written when the environment gives the secrets", () => {
    rmSync(secretsPath());
    Object.assign(process.env, {
      ICP_MODE: "production",
      ICP_MASTER_KEY: key32(1),
      ICP_BLIND_INDEX_KEY: key32(2),
      ICP_AUTH_SECRET: "x".repeat(32),
    });
    resetEnv();
    expect(ensureSecrets()).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is said to be broken rather than replaced", () => {
    writeFileSync(secretsPath(), "{}");
    process.env.DATA_DIR = `${folder}/.`;
    resetEnv();
    expect(() => authSecret()).toThrow("not a secrets file");
  });
});
