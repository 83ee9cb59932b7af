import { openPayload, openSms } from "@/lib/authority/sandbox/payload";
import { Client, heardOf } from "./client";
import { userOf } from "./people";

const DESK = "app/authority/actions.ts#";
/** Most go back to be corrected, so that there is work as long as the server is killed. */
const APPROVED = 0.04;

interface Waiting {
  readonly sequence: number;
  readonly version: number;
}

/** The authority's officer: decides what waits at his desk. */
export class Officer extends Client {
  private readonly userId = userOf(this.stage.look, this.name);

  protected async step(): Promise<unknown> {
    const { look } = this.stage;
    const waiting = look.atAuthority<Waiting>(
      "SELECT sequence, version FROM submissions WHERE state = 'review' ORDER BY sequence",
    );
    const seen = this.chance.of(waiting);
    if (seen === undefined) return;
    const verb = this.chance.next() < APPROVED ? "approve" : "reject";
    const count = (sql: string, ...values: string[]) =>
      ({ db: "authority", sql, values: [seen.sequence, ...values] }) as const;
    const plan = {
      kind: `desk ${verb}`,
      adds: [
        count(
          "SELECT count(*) FROM desk_log WHERE sequence = ? AND action = ? AND officer_id = ?",
          ...[`submission.${verb}`, this.userId],
        ),
        count(
          "SELECT count(*) FROM submissions WHERE sequence = ? AND state = ?",
          verb === "approve" ? "approved" : "rejected",
        ),
        count(
          "SELECT count(*) FROM notices WHERE sequence = ? AND type = ?",
          verb === "approve" ? "approved" : "rejected",
        ),
      ],
    };
    const text = `Sent back as number ${this.stage.ledger.all.length + 1}.`;
    const items = [{ code: "NAME_NOT_OK", target: "order", text }];
    return this.act(plan, `${DESK}${verb}Action`, verb === "approve" ? seen : { ...seen, items });
  }
}

interface Pending extends Record<string, unknown> {
  readonly id: string;
  readonly sequence: number;
  readonly person_id: string;
  readonly wrapped_key: Buffer;
  readonly payload_enc: Buffer;
}

/** Everybody in charge of anything: types the code his phone got into the authority's page. */
export class Lead extends Client {
  protected async step(): Promise<unknown> {
    const { look } = this.stage;
    const pending = this.chance.of(
      look.atAuthority<Pending>(
        `SELECT v.id, v.sequence, v.person_id, s.wrapped_key, s.payload_enc FROM verifications v
           JOIN submissions s ON s.sequence = v.sequence WHERE v.state = 'pending' ORDER BY v.id`,
      ),
    );
    const typed = pending && this.read(pending);
    if (pending === undefined || !typed) return;
    const plan = {
      kind: "verify",
      adds: [
        {
          db: "authority",
          sql: "SELECT count(*) FROM verifications WHERE id = ? AND state = 'done'",
          values: [pending.id],
        },
        {
          db: "authority",
          sql: "SELECT count(*) FROM notices WHERE sequence = ? AND type = 'smsDone'",
          values: [pending.sequence],
        },
      ],
    } as const;
    const action = this.stage.actions.get("app/verify/actions.ts#verifyAction");
    if (action === undefined) throw new Error("no verification page");
    return this.perform(plan, async () => {
      const answer = await this.caller.action(action, [typed]);
      const heard = heardOf(answer);
      // A wrong code is an answer, too.
      return /"value":"(no_record|wait_for_others)"/.test(answer.text)
        ? { outcome: "refused", said: "no_record" }
        : heard;
    });
  }

  /** His number, the end of his document's, and the newest code that was sent to him. */
  private read({ sequence, person_id, wrapped_key: wrappedKey, payload_enc: payloadEnc }: Pending) {
    const row = { sequence, wrappedKey };
    const lead = openPayload({ ...row, payloadEnc }).smsTo.find(({ personId }) => personId === person_id);
    const sent = this.stage.look
      .atAuthority<{ body_enc: Buffer }>(
        "SELECT body_enc FROM outgoing_sms WHERE sequence = ? ORDER BY at DESC, id DESC",
        sequence,
      )
      .map(({ body_enc }) => openSms(row, body_enc))
      .find(({ to }) => to === lead?.phone);
    const code = /\d{6}/.exec(sent?.body ?? "")?.[0];
    return lead && code ? { phone: lead.phone, tail: lead.idNoTail, code } : null;
  }
}

/** Lets business time run on when something waits for it; what it does is the others' doing, so nothing is counted. */
export class Clock extends Client {
  protected async step(): Promise<unknown> {
    const { look, actions } = this.stage;
    const waits =
      look.row("SELECT 1 FROM outbox WHERE topic = 'gateway.submit' AND done_at IS NULL") !== undefined ||
      look.atAuthority("SELECT 1 FROM submissions WHERE state = 'received'").length > 0;
    const advance = actions.get("app/sandbox/actions.ts#advanceClockAction");
    if (!waits || advance === undefined || this.chance.next() > 0.3) return;
    await this.caller.action(advance, [{ step: { to: "minutes", n: 11 } }]).catch(() => null);
  }
}
