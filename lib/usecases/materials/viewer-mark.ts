import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";

/** What is written across documents that staff look at: their name and the order's number. */
export async function viewerMark(userId: string, orderNumber: string): Promise<string> {
  const [user] = await read()
    .select({ name: t.users.displayName })
    .from(t.users)
    .where(eq(t.users.id, userId));
  return `${user?.name ?? userId.slice(0, 8)} ${orderNumber}`;
}
