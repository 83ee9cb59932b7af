import { createHash } from "node:crypto";
import sharp from "sharp";
import type { ServiceSection } from "@/lib/filing/application/draft-sections";
import { DECLARED_IN_FORCE } from "@/lib/filing/policy/declarations";
import { audited, Client, happened, heardOfRoute, rowsOf } from "./client";
import { accountOf, openItems, orderOf, pictures, type Seen, userOf } from "./people";
import { answerOf, draftOf } from "./sealed";

const CONSOLE = "app/console/actions.ts#";
const WRITABLE = ["DRAFT", "PROVIDER_REJECTED", "AUTHORITY_REJECTED"];
/** Ends every remark these clients write: the number is what tells one save from another. */
const MARK = / ?#\d+$/;

/** A small picture no other upload equals. */
async function picture(colour: number): Promise<Buffer<ArrayBuffer>> {
  const [r, g, b] = [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const blank = sharp({ create: { width: 640, height: 480, channels: 3, background: { r, g, b } } });
  const bytes = await blank
    .jpeg()
    .withExif({ IFD0: { ImageDescription: String(colour) } })
    .toBuffer();
  return Buffer.from(bytes);
}

/** An applicant at his order: writes, uploads, answers, submits, withdraws. */
export class Filer extends Client {
  protected readonly userId = userOf(this.stage.look, this.name);
  protected readonly accountId = accountOf(this.stage.look, this.userId);

  protected async step(): Promise<unknown> {
    const order = orderOf(this.stage.look, this.accountId);
    if (order === undefined) return;
    if (WRITABLE.includes(order.state)) return this.write(order);
    if (order.state === "PROVIDER_REVIEW" && order.claimedBy === null && this.chance.next() < 0.05)
      return this.withdraw(order);
  }

  private write(order: Seen): Promise<unknown> {
    const open = openItems(this.stage.look, order.id).filter(({ answered }) => answered === 0);
    const next = this.chance.weighed<() => Promise<unknown>>([
      [5, () => this.save(order)],
      [2, () => this.upload(order)],
      ...(open.length > 0 ? [[4, () => this.answer(order, open[0]?.id ?? "")] as const] : []),
      ...(open.length === 0 ? [[3, () => this.submit(order)] as const] : []),
    ]);
    return next?.() ?? Promise.resolve();
  }

  /** Reads a service's page from the server, changes the remark, saves: what autosave does. */
  protected async save({ id }: Seen): Promise<unknown> {
    const { look, ledger } = this.stage;
    const service = this.chance.of(draftOf(look, id).app.services);
    if (service === undefined) return;
    const section = `service:${service.id}` as const;
    const read = await this.caller
      .fetch("GET", `/api/orders/${id}/draft?section=${section}`)
      .then(async (answer) => (answer.ok ? ((await answer.json()) as Opened) : null))
      .catch(() => null);
    if (read === null || this.stage.stopped) return;
    const remark = `${(read.value.remark ?? "").replace(MARK, "")} #${ledger.all.length + 1}`.trim();
    const plan = {
      kind: "save",
      adds: [{ db: "icp", sql: "SELECT version FROM order_drafts WHERE order_id = ?", values: [id] }],
      words: {
        place: `${id} ${section}`,
        text: remark,
        read: (at) => draftOf(at, id).app.services.find((one) => one.id === service.id)?.remark ?? null,
      },
    } as const satisfies Parameters<typeof this.perform>[0];
    const body = { section, baseVersion: read.version, value: { ...read.value, remark } };
    return this.perform(plan, async () =>
      heardOfRoute(await this.caller.json("PUT", `/api/orders/${id}/draft`, body)),
    );
  }

  protected async upload({ id }: Seen): Promise<unknown> {
    const slot = this.chance.of(pictures(this.stage.look, id));
    if (slot === undefined) return;
    const bytes = await picture(this.chance.below(0xffffff));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const { code, subject, side, document_date: date } = slot;
    const query = new URLSearchParams({ code, subject, side, sha256, ...(date === null ? {} : { date }) });
    // An approved order drops what was replaced: then nothing can be said of it.
    const tidied = "SELECT 1 FROM audit_log WHERE action = 'material.tidied' AND object = ?";
    const plan = {
      kind: "upload",
      adds: [
        {
          db: "icp",
          sql: `SELECT CASE WHEN EXISTS (${tidied}) THEN NULL ELSE count(*) END
                  FROM materials m JOIN files f ON f.id = m.file_id WHERE m.order_id = ? AND f.received_sha256 = ?`,
          values: [id, id, sha256],
        },
      ],
    } as const;
    return this.perform(plan, async () =>
      heardOfRoute(
        await this.caller.fetch("POST", `/api/orders/${id}/materials?${query}`, {
          body: bytes,
          headers: { "content-type": "image/jpeg" },
        }),
      ),
    );
  }

  private answer({ id }: Seen, correctionId: string) {
    const text = `Answered as number ${this.stage.ledger.all.length + 1}.`;
    const plan = {
      kind: "answer",
      adds: [audited("correction.answer", id, this.userId)],
      words: { place: correctionId, text, read: (look) => answerOf(look, id, correctionId) },
    } as const satisfies Parameters<typeof this.act>[0];
    const input = { orderId: id, correctionId, answer: { kind: "explained", text } };
    return this.act(plan, `${CONSOLE}answerCorrectionAction`, input);
  }

  private submit({ id }: Seen) {
    const { version } = draftOf(this.stage.look, id);
    const plan = {
      kind: "submit",
      adds: [
        ...happened(id, "submitted", this.userId),
        rowsOf("order_submissions", id, "submitted_by", this.userId),
      ],
    };
    return this.act(plan, `${CONSOLE}submitOrderAction`, {
      orderId: id,
      version,
      declarations: DECLARED_IN_FORCE,
    });
  }

  private withdraw({ id }: Seen) {
    const plan = { kind: "withdraw", adds: happened(id, "withdrawn", this.userId) };
    return this.act(plan, `${CONSOLE}withdrawOrderAction`, { orderId: id });
  }
}

interface Opened {
  readonly version: number;
  readonly value: ServiceSection;
}
