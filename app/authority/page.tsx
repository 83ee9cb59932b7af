import { redirect } from "next/navigation";

/** The desk opens on what waits for a decision. */
export default function AuthorityPage() {
  redirect("/authority/queue/review");
}
