import "server-only";
import { sendUnasked } from "@/lib/authority/sandbox/usecases/desk-register";
import { deleteCode } from "../codes/change-code";
import { createCode } from "../codes/create-code";
import { DAY, HOUR } from "../testing";
import { isCancel, Orders, pick, type Said } from "./testing-orders";
import { type Code, PLACES, type Who } from "./testing-reference";

/** One wish of somebody; `n` picks among whatever there is to pick from. */
export type Step =
  | {
      readonly do: "file" | "change" | "cancel";
      readonly who: Who;
      readonly n: number;
      readonly kind: number;
    }
  | { readonly do: "on" | "quit" | "back" | "reject"; readonly who: Who }
  | { readonly do: "lend" | "unlend"; readonly who: Who; readonly n: number }
  | { readonly do: "move" | "strike"; readonly n: number }
  | { readonly do: "lapse" };

const CHANGES = ["CHANGE_SERVICE", "CHANGE_SERVICE", "CHANGE_ENTITY", "CHANGE_FILING"] as const;
const CANCELS = ["CANCEL_SERVICE", "CANCEL_ACCESS", "CANCEL_ENTITY"] as const;

/** Takes each wish to the product and to the reference, and tells how the two answered. */
export class Lives extends Orders {
  /** @returns the two answers; null: there was nothing to do. Who has nothing yet begins with something. */
  async take(step: Step): Promise<Said> {
    for (const one of this.tries(step)) {
      const said = await this.answer(one);
      this.told.push(`${JSON.stringify(one)} → ${said === null ? "nothing to do" : (said[1] ?? "done")}`);
      if (said !== null) return said;
      this.told.pop();
    }
    return null;
  }
  /** Mostly people do what can be done; now and then they try what cannot. */
  private tries(step: Step): readonly Step[] {
    if (!("who" in step)) return [step];
    const n = "n" in step ? step.n : this.told.length;
    const given = this.ref.of("C") !== null;
    // One organiser, two accounts: who has nothing leaves it to the other.
    const who = n % 6 === 0 || step.who === "B" ? step.who : given ? "C" : "A";
    const own: Step = { ...step, who };
    const on = { do: "on", who } as const;
    if ("kind" in own && this.ref.orders.has(who) && n % 6 > 0) return [on];
    const doing = (["file", "change", "cancel"] as const)[n % 3] ?? "file";
    const next = [doing, "file" as const].map((one): Step => ({ do: one, who, n, kind: n >> 2 }));
    return [own, on, ...(who === "C" && !given ? [{ do: "move", n } as const] : next)];
  }

  private answer(step: Step): Promise<Said> {
    switch (step.do) {
      case "file":
        return this.file(step.who, step.n, step.kind);
      case "change":
        return this.change(step.who, step.n, CHANGES[step.kind % 4] ?? CHANGES[0]);
      case "cancel":
        return this.cancel(step.who, step.n, CANCELS[step.kind % 3] ?? CANCELS[0]);
      case "on":
        return this.on(step.who);
      case "quit":
      case "back":
        return this.leave(step.who, step.do);
      case "reject":
        return this.reject(step.who);
      case "lend":
        return this.lend(step.who, step.n);
      case "unlend":
        return this.unlend(step.who, step.n);
      case "move":
        return this.move(step.n);
      case "strike":
        return this.strike(step.n);
      case "lapse":
        return this.lapse();
    }
  }

  private async lend(who: Who, n: number): Promise<Said> {
    const server = pick(this.serversOf(who), n);
    const to = pick(["A", "B"] as const, n >> 1) ?? "A";
    const resourceId = this.people.servers.get(server ?? "")?.id;
    if (server === undefined || resourceId === undefined) return null;
    const expected = this.ref.lent(server) < PLACES.codes ? null : "lending.no-quota";
    const actor = this.people.actors[who];
    const accountId = this.people.actors[to].accountId ?? "";
    const made = await createCode(actor, { resourceId, accountId, remark: "" });
    if (!made.ok) return [expected, made.error.reason ?? made.error.code];
    await this.people.learn(who, resourceId, made.value.codeId);
    this.ref.codes.push({ server, owner: who, to, state: "UNUSED", usedFor: null, gone: false });
    return [expected, null];
  }
  private async unlend(who: Who, n: number): Promise<Said> {
    const own = this.ref.codes.filter((one: Code) => one.owner === who && !one.gone);
    const code = pick(own, n);
    if (code === undefined) return null;
    const known = await this.people.known(this.ref.codes.indexOf(code));
    const done = await deleteCode(this.people.actors[who], known);
    if (code.state === "UNUSED") code.gone = true;
    return [code.gone ? null : "lending.delete-used", done.ok ? null : (done.error.reason ?? "refused")];
  }

  private async move(n: number): Promise<Said> {
    const [from, to] = this.ref.of("C") === null ? (["A", "C"] as const) : (["C", "A"] as const);
    const entity = this.ref.of(from);
    if (entity === null || (this.ref.orders.has(from) && n % 4 === 0)) return null;
    const expected = this.ref.moving(entity, to);
    const actual = await this.people.move(from, to, await this.rowOf(entity));
    if (expected === null) this.ref.move(entity, to);
    return [expected, actual];
  }
  private async strike(n: number): Promise<Said> {
    const living = this.ref.entities.filter(({ ended }) => !ended);
    const numbers = living.flatMap((one) => [
      one.number,
      ...this.ref.living(one).map(({ number }) => number),
    ]);
    const number = pick(numbers, n);
    if (number === undefined) return null;
    await this.people.must(
      sendUnasked(await this.people.world.actor("officer"), { number, what: "cancelled" }),
    );
    await this.people.settle();
    this.ref.strike(number);
    this.told.push(`${number} is struck off`);
    return [null, null];
  }
  /** Nobody verifies for a day. What lapsed once already would be sent again by itself. */
  private async lapse(): Promise<Said> {
    const orders = [...this.ref.orders.values()];
    if (orders.some(({ stage }) => stage === "failed")) return null;
    await this.people.world.pass(DAY + HOUR);
    await this.people.settle();
    for (const order of orders.filter(({ stage }) => stage === "sms"))
      if (isCancel(order.type)) this.ref.drop(order.who);
      else order.stage = "failed";
    return [null, null];
  }
}
