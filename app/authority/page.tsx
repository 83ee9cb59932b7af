import { redirect } from "next/navigation";
import { requireActor } from "@/lib/http/page";

/** The desk opens on what waits for a decision. */
export default async function AuthorityPage() {
  await requireActor("desk.work");
  redirect("/authority/queue/review");
}
