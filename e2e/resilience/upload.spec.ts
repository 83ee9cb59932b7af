import { writeFile } from "node:fs/promises";
import { request } from "node:http";
import errors from "../../lib/messages/zh-CN/errors.json" with { type: "json" };
import { signInAs } from "../fixtures";
import { Caller } from "../support/caller";
import { expect, test, untilSettled } from "../support/isolated";
import { BAD_FILES, bigPhoto, noisy, sha256 } from "../support/pictures";
import type { TestServer } from "../support/server";
import { auditHead, filesOf, orderOf, refusalsSince, rows, stateOf } from "../support/state";

const PERSONA = "draft-half";

interface Slot {
  readonly code: string;
  readonly subject: string;
  readonly side: string;
}

/** A slot that this kind of order asks for: whoever got further filled it. */
const slot: Slot = { code: "ORG_CERT", subject: "entity", side: "SINGLE" };
const uploadPath = (orderId: string, hash: string, { code, subject, side }: Slot = slot) =>
  `/api/orders/${orderId}/materials?code=${code}&subject=${subject}&side=${side}&sha256=${hash}`;

interface FileRow {
  readonly received_sha256: string;
  readonly stored_sha256: string;
  readonly bytes: number;
}
const filesIn = (server: TestServer, orderId: string) =>
  rows<FileRow>(
    server,
    `SELECT f.* FROM materials m JOIN files f ON f.id = m.file_id
      WHERE m.order_id = ? AND m.replaced_at IS NULL AND m.code = ? AND m.subject = ? AND m.side = ?`,
    orderId,
    slot.code,
    slot.subject,
    slot.side,
  );

/** What is on its way: received so far, in clear. */
const arrivingIn = (server: TestServer) =>
  filesOf(server).filter((file) => file.startsWith(`${server.dataDir}/tmp/`));

/** The reason as the applicant reads it, up to its first number. */
function sentence(reason: string): string {
  const [, key = ""] = reason.split(".");
  const text = (errors.reason.upload as Record<string, string>)[key] ?? "";
  return text.split("{")[0] ?? "";
}

test("a photo of twelve megabytes arrives whole, by the page's own button", async ({
  page,
  server,
}, info) => {
  const photo = await bigPhoto();
  const { id } = orderOf(server, PERSONA);
  await signInAs(page, PERSONA);
  await page.goto(`/console/orders/${id}/materials`);
  const path = info.outputPath("photo.jpg");
  await writeFile(path, photo);
  await page.locator('input[type="file"]').first().setInputFiles(path);
  const received = () =>
    rows<FileRow>(
      server,
      "SELECT * FROM files WHERE order_id = ? AND received_sha256 = ?",
      id,
      sha256(photo),
    );
  await expect.poll(() => received().length, { timeout: 60_000 }).toBe(1);
  expect(arrivingIn(server)).toEqual([]);
});

test("what is stored is ours: upright, without the sender's bytes, readable by the owner only", async ({
  server,
}) => {
  await untilSettled(server);
  const { id } = orderOf(server, PERSONA);
  const caller = await Caller.as(server, PERSONA);
  const secret = "GPS-AND-MODEL-OF-A-PHONE";
  const tagged = await noisy(900, 700)
    .withExif({ IFD0: { Model: secret } })
    .jpeg()
    .toBuffer();
  const sent = Buffer.concat([tagged, Buffer.from("<script>alert(1)</script>")]);
  const answer = await caller.fetch("POST", uploadPath(id, sha256(sent)), { body: sent });
  const { value } = (await answer.json()) as { value: { materialId: string } };
  expect(answer.status).toBe(200);
  const [file] = filesIn(server, id);
  expect(file?.received_sha256).toBe(sha256(sent));
  const shown = await caller.fetch("GET", `/api/materials/${value.materialId}`);
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect(shown.headers.get("content-type")).toBe("image/jpeg");
  expect(sha256(bytes)).toBe(file?.stored_sha256);
  expect(bytes.includes(secret) || bytes.includes("<script>")).toBe(false);
});

for (const { name, bytes, status, reason } of BAD_FILES) {
  test(`refused with its reason, and nothing is stored: ${name}`, async ({ server }) => {
    await untilSettled(server);
    const { id } = orderOf(server, PERSONA);
    const caller = await Caller.as(server, PERSONA);
    const file = await bytes();
    const [before, head] = [stateOf(server), auditHead(server)];
    const answer = await caller.fetch("POST", uploadPath(id, sha256(file)), { body: file });
    expect([answer.status, (await answer.json()).error]).toEqual([
      status,
      expect.objectContaining({ reason }),
    ]);
    expect(refusalsSince(server, head)).toMatchObject([{ action: "material.upload", object: id }]);
    expect(stateOf(server)).toEqual(before);
  });
}

test("the page says why each file was refused, and what to do", async ({ page, server }) => {
  const { id } = orderOf(server, PERSONA);
  await signInAs(page, PERSONA);
  await page.goto(`/console/orders/${id}/materials`);
  for (const { name, file, mimeType, bytes, reason } of BAD_FILES) {
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: file, mimeType, buffer: await bytes() });
    await expect(page.getByText(sentence(reason)).first(), name).toBeVisible();
  }
});

test("what was announced must arrive: another hash, another length, no hash, a slot nobody asked for", async ({
  server,
}) => {
  await untilSettled(server);
  const { id } = orderOf(server, PERSONA);
  const caller = await Caller.as(server, PERSONA);
  const photo = await noisy(900, 700).jpeg().toBuffer();
  const before = stateOf(server);
  const ask = async (path: string) => {
    const answer = await caller.fetch("POST", path, { body: photo });
    return [answer.status, ((await answer.json()) as { error: { reason?: string } }).error.reason];
  };
  const hash = sha256(photo);
  expect(await ask(uploadPath(id, "0".repeat(64)))).toEqual([422, "upload.changed"]);
  expect(await ask(uploadPath(id, "short"))).toEqual([422, "input.invalid"]);
  expect(await ask(uploadPath(id, hash, { ...slot, subject: "people[ppl_nobody]" }))).toEqual([
    422,
    "upload.no-slot",
  ]);
  expect(await ask(uploadPath(id, hash, { ...slot, subject: "../../etc/passwd" }))).toEqual([
    422,
    "upload.no-slot",
  ]);
  expect(await ask(uploadPath(id, hash, { ...slot, code: "EVERYTHING" }))).toEqual([422, "input.invalid"]);
  expect(stateOf(server)).toEqual(before);
});

test("an order that is being reviewed takes no files", async ({ server }) => {
  await untilSettled(server);
  const { id } = orderOf(server, "at-authority");
  const caller = await Caller.as(server, "at-authority");
  const photo = await noisy(900, 700).jpeg().toBuffer();
  const before = stateOf(server);
  const answer = await caller.fetch("POST", uploadPath(id, sha256(photo)), { body: photo });
  expect([answer.status, (await answer.json()).error.code]).toEqual([409, "wrong_state"]);
  expect(stateOf(server)).toEqual(before);
});

/** Begins an upload of 5 MB, sends one, and gives the way to hang up. */
async function beginUpload(server: TestServer, caller: Caller, path: string) {
  const upload = request(`${server.url}${path}`, {
    method: "POST",
    headers: {
      cookie: caller.cookie,
      origin: server.url,
      "sec-fetch-site": "same-origin",
      "content-length": "5000000",
    },
  });
  const ended = new Promise<void>((resolve) => {
    upload.on("error", () => resolve());
    upload.on("response", (response) => response.resume().on("end", resolve));
  });
  upload.write(await noisy(1000, 400).raw().toBuffer());
  const arriving = () => arrivingIn(server).length;
  await expect.poll(arriving).toBe(1);
  return { hangUp: () => upload.destroy(), ended, arriving };
}

test("a connection that breaks leaves nothing", async ({ server }) => {
  await untilSettled(server);
  const { id } = orderOf(server, PERSONA);
  const caller = await Caller.as(server, PERSONA);
  const before = stateOf(server);
  const { hangUp, ended, arriving } = await beginUpload(server, caller, uploadPath(id, "0".repeat(64)));
  hangUp();
  await ended;
  await expect.poll(arriving).toBe(0);
  expect(stateOf(server)).toEqual(before);
});

test("a server killed in the middle of an upload leaves no document behind in clear", async ({ server }) => {
  await untilSettled(server);
  const { id } = orderOf(server, PERSONA);
  const caller = await Caller.as(server, PERSONA);
  const before = stateOf(server);
  const { ended, arriving } = await beginUpload(server, caller, uploadPath(id, "0".repeat(64)));
  await server.kill9();
  await ended;
  expect(arriving()).toBe(1);
  await server.restart();
  expect(arriving()).toBe(0);
  expect(stateOf(server)).toEqual(before);
});
