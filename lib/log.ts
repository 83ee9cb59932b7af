import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

/** Never logged, whatever object they sit in (two levels deep); ids and codes are what log lines are for. */
const PERSONAL = [
  "password",
  "token",
  "cookie",
  "authorization",
  "email",
  "phone",
  "mobile",
  "name",
  "realName",
  "idNo",
  "certNo",
  "address",
  "code",
  "payload",
  "document",
  "body",
  "ip",
];
const redact = PERSONAL.filter((field) => field !== "code").flatMap((field) => [
  field,
  `*.${field}`,
  `*.*.${field}`,
]);

/** A message may quote what it stumbled over: quoted text, e-mails, Chinese, long numbers go. */
export function scrub(message: string): string {
  return message
    .replace(/\bparams:[\s\S]*$/, "params: …")
    .replace(/(["'`])(?:(?!\1)[\s\S])*\1/g, "$1…$1")
    .replace(/\S+@\S+/g, "…")
    .replace(/[\u3400-\u9fff\uf900-\ufaff]+/g, "…")
    .replace(/\d{5,}/g, "#");
}

/** Kind, code, scrubbed message and the frames of an error. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    ...("code" in error ? { code: String(error.code) } : {}),
    ...("digest" in error ? { digest: String(error.digest) } : {}),
    message: scrub(error.message),
    stack: frames.slice(0, 12).join("\n"),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

export function createLogger(destination?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level: env.LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: redact, censor: "[redacted]" },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

let shared: pino.Logger | undefined;

type Level = "fatal" | "error" | "warn" | "info" | "debug";
const at = (level: Level) => (data: object, message: string) => {
  shared ??= createLogger();
  shared[level](data, message);
};

/** Structured log: an object with ids and codes, and a fixed sentence. */
export const log = {
  fatal: at("fatal"),
  error: at("error"),
  warn: at("warn"),
  info: at("info"),
  debug: at("debug"),
};
