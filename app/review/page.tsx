import { redirect } from "next/navigation";
import { can } from "@/lib/filing/access";
import { requireActor } from "@/lib/http/page";
import { Welcome } from "./welcome";

/** Reviewers land in the queue; administrators, who see no orders, are told what is theirs. */
export default async function ReviewPage() {
  const actor = await requireActor("review.enter");
  if (can(actor, "review.queue")) redirect("/review/queue/unclaimed");
  return <Welcome />;
}
