import { audited, Client, happened, rowsOf } from "./client";
import { inReview, type Seen, userOf } from "./people";
import { callNoteOf, dismissalOf, submissionOf, suggestionOf } from "./sealed";

const REVIEW = "app/review/actions.ts#";

/** Somebody of the provider's staff: takes an order, looks into it, decides. */
export class Reviewer extends Client {
  private readonly userId = userOf(this.stage.look, this.name);

  protected async step(): Promise<unknown> {
    const waiting = inReview(this.stage.look);
    const mine = this.chance.of(waiting.filter(({ claimedBy }) => claimedBy === this.userId));
    if (mine !== undefined) return this.review(mine);
    const free = this.chance.of(waiting.filter(({ claimedBy }) => claimedBy === null));
    if (free !== undefined) return this.give("claim", free, "claimed", {});
  }

  private review(order: Seen): Promise<unknown> {
    const next = this.chance.weighed<() => Promise<unknown>>([
      [1, () => this.give("release", order, "released", {})],
      [3, () => this.dismiss(order)],
      [3, () => this.call(order)],
      [3, () => this.reject(order)],
      [4, () => this.approve(order)],
    ]);
    return next?.() ?? Promise.resolve();
  }

  /** A decision about an order as this client saw it. */
  private give(verb: string, { id, version }: Seen, event: string, more: object) {
    const plan = { kind: verb, adds: happened(id, event, this.userId) };
    return this.act(plan, `${REVIEW}${verb}Action`, { orderId: id, version, ...more });
  }

  private approve({ id, version }: Seen) {
    const plan = {
      kind: "approve",
      adds: [
        ...happened(id, "approved_by_provider", this.userId),
        {
          db: "icp",
          sql: "SELECT count(*) FROM outbox WHERE topic = 'gateway.submit' AND order_id = ?",
          values: [id],
        } as const,
      ],
    };
    const overrideReason = "The lead called us himself.";
    return this.act(plan, `${REVIEW}approveAction`, { orderId: id, version, overrideReason });
  }

  private reject({ id, version }: Seen) {
    const suggestion = `Rejected as number ${this.stage.ledger.all.length + 1}.`;
    const plan = {
      kind: "reject",
      adds: [
        ...happened(id, "rejected", this.userId),
        {
          db: "icp",
          sql: "SELECT count(*) FROM corrections WHERE order_id = ? AND opened_by = ?",
          values: [id, this.userId],
          by: 2,
        } as const,
      ],
      words: {
        place: `rejection ${id} ${this.name}`,
        text: suggestion,
        read: (look) => suggestionOf(look, id, this.userId),
      },
    } as const satisfies Parameters<typeof this.act>[0];
    const items = ["order", "materials[ORG_CERT:entity]"].map((target) => ({
      code: target === "order" ? "ACCESS_FILING_IMPOSSIBLE" : "DOC_UNCLEAR",
      target: this.isTarget(id, target) ? target : "order",
      suggestion,
    }));
    return this.act(plan, `${REVIEW}rejectAction`, { orderId: id, version, items });
  }

  /** A person has no certificate of an organisation. */
  private isTarget(orderId: string, target: string): boolean {
    const [, code = ""] = /^materials\[([A-Z_]+):/.exec(target) ?? [];
    const sql = "SELECT 1 FROM materials WHERE order_id = ? AND code = ?";
    return target === "order" || this.stage.look.row(sql, orderId, code) !== undefined;
  }

  private call({ id, version, round }: Seen) {
    const { app } = submissionOf(this.stage.look, id, round);
    const personId = app?.entity.entityLead ?? "";
    const note = `Called as number ${this.stage.ledger.all.length + 1}.`;
    const plan = {
      kind: "call",
      adds: [...happened(id, "phoned", this.userId), rowsOf("calls", id, "user_id", this.userId)],
      words: {
        place: `call ${id} ${this.name}`,
        text: note,
        read: (look) => callNoteOf(look, id, this.userId),
      },
    } as const satisfies Parameters<typeof this.act>[0];
    const input = { orderId: id, version, personId, number: "phone1", outcome: "REACHED_OK", note };
    return this.act(plan, `${REVIEW}recordCallAction`, input);
  }

  private async dismiss({ id, version, round }: Seen): Promise<unknown> {
    const { findings } = submissionOf(this.stage.look, id, round);
    const found = this.chance.of(findings.filter(({ level }) => level === "warn"));
    if (found === undefined) return;
    const { rule, path } = found;
    const reason = `Set aside as number ${this.stage.ledger.all.length + 1}.`;
    const plan = {
      kind: "dismiss",
      adds: [audited("finding.dismiss", id, this.userId)],
      words: {
        place: `note ${id} ${round} ${rule} ${path}`,
        text: reason,
        read: (look) => dismissalOf(look, id, round, rule, path),
      },
    } as const satisfies Parameters<typeof this.act>[0];
    return this.act(plan, `${REVIEW}dismissFindingAction`, { orderId: id, version, rule, path, reason });
  }
}
