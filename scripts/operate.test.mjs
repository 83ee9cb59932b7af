import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// The commands of the README as an operator gives them: through npm, in production mode, with data of their own.
const folder = mkdtempSync(join(tmpdir(), "operate-"));
const key = () => randomBytes(32).toString("base64");
const KEYS = {
  ICP_MASTER_KEY: key(),
  ICP_BLIND_INDEX_KEY: key(),
  ICP_AUTH_SECRET: key(),
  ICP_SERVER_ACTIONS_KEY: key(),
};
const DATA = join(folder, "data");
const BACKUP = join(folder, "backup");
/** No setting of whoever runs the tests gets in. */
const OWN = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(ICP_|SMTP_|MAIL_|DATA_DIR|NODE_ENV|VITEST)/.test(name)),
);
const PRODUCTION = { ...OWN, ...KEYS, ICP_MODE: "production", PUBLIC_URL: "https://icp.example.cn" };

/** Runs a program to its end. */
function ends(command, args, settings = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...PRODUCTION, DATA_DIR: DATA, ...settings } });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        said += text;
      });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said }));
  });
}
const npm = (script, args = [], settings = {}) => ends("npm", ["run", "-s", script, "--", ...args], settings);
const levels = ({ said }) =>
  Object.fromEntries([...said.matchAll(/^(ok|warn|fail) +(\S+)/gm)].map(([, level, name]) => [name, level]));

/** Each run starts three programs, and a small machine runs many tests at once. */
const PATIENCE = { timeout: 120_000 };

let mailbox;
const mails = [];
beforeAll(async () => {
  mailbox = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(
        address.startsWith("nobody@") ? Object.assign(new Error("no such box"), { responseCode: 550 }) : null,
      ),
    onData(stream, session, done) {
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.once("end", () => {
        mails.push({ to: session.envelope.rcptTo[0].address, text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise((resolve) => mailbox.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => mailbox.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});
const mail = () => ({
  SMTP_URL: `smtp://127.0.0.1:${mailbox.server.address().port}`,
  MAIL_FROM: "icp@icp.example.cn",
});

describe("operating", PATIENCE, () => {
  test("the first administrator makes the data; the doctor then has nothing against it but what is missing", async () => {
    const before = await npm("doctor");
    expect([before.code, levels(before).data]).toEqual([1, "fail"]);
    const admin = await npm("admin", ["--email", "you@icp.example.cn", "--name", "张三"]);
    expect(admin).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^https:\/\/icp\.example\.cn\/invite\/staff\?t=\S+$/m),
    });
    const after = await npm("doctor");
    expect(after.code, "no mail server: nobody could register").toBe(1);
    expect(Object.entries(levels(after)).filter(([, level]) => level === "fail")).toEqual([["mail", "fail"]]);
    const whole = await npm("doctor", [], mail());
    expect({ code: whole.code, levels: levels(whole) }).toMatchObject({
      code: 0,
      levels: { database: "ok", keys: "ok", audit: "ok", gateway: "ok", mail: "ok", staff: "warn" },
    });
    const stranger = await npm("doctor", [], { ...mail(), ICP_MASTER_KEY: key() });
    expect([stranger.code, levels(stranger).keys]).toEqual([1, "fail"]);
  });

  test("mail:test sends one mail at once, and says why when it cannot", async () => {
    const sent = await npm("mail:test", ["you@icp.example.cn"], mail());
    expect(sent).toMatchObject({ code: 0, said: expect.stringContaining("took the mail") });
    expect(mails.map(({ to }) => to)).toEqual(["you@icp.example.cn"]);
    expect((await npm("mail:test", ["nobody@icp.example.cn"], mail())).code).toBe(1);
    const none = await npm("mail:test", ["you@icp.example.cn"]);
    expect(none).toMatchObject({ code: 1, said: expect.stringContaining("SMTP_URL is not set") });
    expect((await npm("mail:test")).code).toBe(2);
  });

  test("backup and restore: one name once, the right keys only, an empty place only", async () => {
    const made = await npm("backup", [BACKUP]);
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining("The keys are not in it") });
    const kept = readdirSync(BACKUP).map((name) => readFileSync(join(BACKUP, name)));
    for (const secret of Object.values(KEYS))
      expect(kept.some((bytes) => bytes.includes(secret))).toBe(false);
    const again = await npm("backup", [BACKUP]);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining("exists already") });

    const target = join(folder, "restored");
    for (const name of ["ICP_MASTER_KEY", "ICP_BLIND_INDEX_KEY"]) {
      const refused = await npm("restore", [BACKUP], { DATA_DIR: target, [name]: key() });
      expect(refused, name).toMatchObject({
        code: 1,
        said: expect.stringContaining("not the ones the backup was"),
      });
      expect(existsSync(join(target, "icp.db"))).toBe(false);
    }
    const sandbox = await npm("restore", [BACKUP], { DATA_DIR: target, ICP_MODE: "sandbox" });
    expect(sandbox).toMatchObject({ code: 1, said: expect.stringContaining("production mode") });
    const done = await npm("restore", [BACKUP], { DATA_DIR: target });
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining(`into ${target}`) });
    const twice = await npm("restore", [BACKUP], { DATA_DIR: target });
    expect(twice).toMatchObject({ code: 1, said: expect.stringContaining("is not empty") });
    const whole = await npm("doctor", [], { ...mail(), DATA_DIR: target });
    expect([whole.code, levels(whole).keys, levels(whole).audit]).toEqual([0, "ok", "ok"]);

    const damaged = join(folder, "damaged");
    cpSync(BACKUP, damaged, { recursive: true });
    rmSync(join(damaged, "icp.db"));
    const refused = await npm("restore", [damaged], { DATA_DIR: join(folder, "other") });
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("missing or changed") });
    expect((await npm("restore")).code).toBe(2);
  });

  test("work runs beside the server, says so, does what is due and ends when it is told to", async () => {
    const asked = await npm("admin", ["--email", "late@icp.example.cn", "--name", "李四", "--mail"], mail());
    expect(asked).toMatchObject({ code: 0, said: expect.stringContaining("as soon as a server runs") });
    const args = ["--conditions=react-server", "--import", "tsx", "scripts/work.ts"];
    const worker = spawn("node_modules/.bin/node", args, {
      env: { ...PRODUCTION, ...mail(), DATA_DIR: DATA },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => worker.once("close", resolve));
    let said = "";
    worker.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    await expect
      .poll(() => mails.some(({ to }) => to === "late@icp.example.cn"), { timeout: 60_000 })
      .toBe(true);
    worker.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(said).toContain("worker started");
  });

  test.each([
    [
      "an address without TLS",
      { PUBLIC_URL: "http://icp.example.cn" },
      "PUBLIC_URL must begin with https://",
    ],
    [
      "text messages that others read along",
      { SMS_WEBHOOK_URL: "http://sms.example.cn", SMS_WEBHOOK_SECRET: "s".repeat(32) },
      "SMS_WEBHOOK_URL must begin with https://",
    ],
    ["the simulated authority", { ICP_GATEWAY: "sandbox" }, "ICP_GATEWAY"],
    ["a key that is too short", { ICP_MASTER_KEY: "short" }, "ICP_MASTER_KEY"],
    ["one key alone", { ICP_AUTH_SECRET: "" }, "ICP_"],
  ])(
    "npm start refuses production with %s, before it builds or serves anything",
    async (_, settings, words) => {
      const { code, said } = await ends("npm", ["start"], {
        ...settings,
        PORT: "39771",
        NEXT_DIST_DIR: ".next-never",
      });
      expect(said).toContain(words);
      expect(said).not.toMatch(/Building|Ready/);
      expect(code).not.toBe(0);
      for (const secret of Object.values(KEYS)) expect(said).not.toContain(secret);
    },
  );

  test("what is no command says how they are called", async () => {
    const { code, said } = await ends(process.execPath, ["scripts/operate.mjs", "nonsense"]);
    expect([code, said]).toEqual([2, expect.stringContaining("npm run backup")]);
  });
});
