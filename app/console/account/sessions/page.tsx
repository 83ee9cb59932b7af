import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { listOwnSessions } from "@/lib/usecases/accounts/own-sessions";
import { viewOr404 } from "../../view";
import { AccountSubpage } from "../shell";
import { EndOthers, SessionTable } from "./session-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.sessions"))("title") };
}

/** Where one is signed in. */
export default async function SessionsPage() {
  const actor = await requireActor("account.read.own");
  const [t, sessions] = [await getTranslations("account.sessions"), viewOr404(await listOwnSessions(actor))];
  return (
    <AccountSubpage title={t("title")} description={t("text")} action={<EndOthers rows={sessions} />}>
      <Panel flush>
        <SessionTable rows={sessions} />
      </Panel>
    </AccountSubpage>
  );
}
