import "server-only";
import { read } from "@/db/client";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { maskCode } from "@/lib/filing/codes/form";
import { accountNameOf } from "../accounts/account-name";
import { type CodeRow, findCode } from "../codes/store";
import { serversOf } from "../facts/codes";
import type { Sources } from "../facts/sources";

/** A service on another account's server, as a reviewer sees it: whose, and which; never the code. */
export interface CodeUse {
  /** Of the field that names it. */
  readonly path: string;
  /** Its end. */
  readonly code: string;
  /** Null: gone, or the inventory does not answer. */
  readonly server: string | null;
  /** Null: no code of this account. */
  readonly owner: string | null;
}

/** Every code a document names. */
export async function codeUses(
  accountId: string,
  app: ApplicationDraft,
  sources: Sources,
): Promise<readonly CodeUse[]> {
  const uses: CodeUse[] = [];
  for (const { id, resource } of app.services) {
    if (resource?.kind !== "CODE" || resource.code === undefined || resource.code === "") continue;
    const row = await findCode(read(), resource.code);
    const mine = row?.targetAccountId === accountId ? row : undefined;
    uses.push({
      path: `services[${id}].resource`,
      code: maskCode(resource.code),
      server: mine ? await serverText(mine, sources) : null,
      owner: mine ? await accountNameOf(mine.accountId) : null,
    });
  }
  return uses;
}

async function serverText(row: CodeRow, sources: Sources): Promise<string | null> {
  const server = (await serversOf(read(), [row], sources))?.get(row.id);
  return server === undefined ? null : [server.name, server.publicIp ?? ""].filter(Boolean).join(" ");
}
