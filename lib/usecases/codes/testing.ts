import "server-only";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import type { Actor } from "@/lib/filing/access";
import { inventory, type ResourceRecord } from "@/lib/inventory";
import type { World } from "../testing";
import { createCode } from "./create-code";
import { getServer } from "./get-server";
import type { CodeView } from "./view";

/** A unit with two servers that lends places, and somebody of another account who files on one. */
export class Lender {
  constructor(
    readonly actor: Actor,
    readonly servers: readonly ResourceRecord[],
  ) {}

  static async of(world: World, id = "fresh-unit"): Promise<Lender> {
    const actor = await world.actor(id);
    return new Lender(actor, await inventory().list(actor.accountId ?? ""));
  }

  server(index = 0): ResourceRecord {
    const server = this.servers[index];
    if (server === undefined) throw new Error("no such server");
    return server;
  }

  async page(index = 0) {
    const page = await getServer(this.actor, { resourceId: this.server(index).id });
    if (!page.ok) throw new Error(page.error.reason ?? page.error.code);
    if ("silent" in page.value) throw new Error("the inventory does not answer");
    return page.value;
  }

  /** A new code for somebody. */
  async lend(to: Actor, index = 0, remark = "partner"): Promise<CodeView> {
    const input = { resourceId: this.server(index).id, accountId: to.accountId ?? "", remark };
    const made = await createCode(this.actor, input);
    if (!made.ok) throw new Error(made.error.reason ?? made.error.code);
    const { codeId } = made.value;
    const found = (await this.page(index)).codes.rows.find(({ id }) => id === codeId);
    if (found === undefined) throw new Error("a code that was made is not shown");
    return found;
  }

  /** The code as it is now, on whichever server. */
  async now(codeId: string): Promise<CodeView> {
    for (const index of this.servers.keys()) {
      const found = (await this.page(index)).codes.rows.find(({ id }) => id === codeId);
      if (found !== undefined) return found;
    }
    throw new Error(`code ${codeId} is gone`);
  }
}

/** Enters a code in place of an own server on the first website, with the server's address and place. */
export const enterCode = (applicant: Applicant, code: string, server: ResourceRecord) =>
  applicant.fillWebsites((value) => ({
    ...value,
    resource: { kind: "CODE", code },
    ips: [server.publicIp ?? ""],
    serverLocation: server.province,
  }));

export const codeRows = () => read().select().from(t.authCodes);
