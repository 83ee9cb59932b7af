import "server-only";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { ResourceRecord } from "@/lib/inventory";
import { Sources } from "../facts/sources";

/** A server of the account; `busy` while the inventory does not say, for then nobody knows whose it is. */
export async function ownServer(accountId: string, resourceId: string): Promise<Result<ResourceRecord>> {
  const found = await new Sources().inventory((far) => far.find(accountId, [resourceId]));
  if (found === null) return fail(refuse("busy"));
  const server = Object.hasOwn(found, resourceId) ? found[resourceId] : undefined;
  return server === undefined ? fail(refuse("not_found")) : ok(server);
}
