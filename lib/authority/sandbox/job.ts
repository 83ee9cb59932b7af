import "server-only";
import { env } from "@/lib/env";
import { runAuthorityWork } from "./work";

/** Job `authority.sandbox`: what the simulated authority does by itself. Production has no simulation. */
export async function run(): Promise<void> {
  if (env.MODE === "sandbox") await runAuthorityWork();
}
