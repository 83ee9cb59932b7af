import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { deviceOf } from "@/components/account/device";
import { Press } from "@/components/account/press";
import { Panel } from "@/components/ui/panel";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { requireActor } from "@/lib/http/page";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { listOwnSessions, type SessionView } from "@/lib/usecases/accounts/own-sessions";
import { viewOr404 } from "../../view";
import { endOtherSessionsAction, endSessionAction } from "../actions";
import { AccountSubpage } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.sessions"))("title") };
}

/** Where one is signed in. */
export default async function SessionsPage() {
  const actor = await requireActor("account.read.own");
  const [t, sessions] = [await getTranslations("account.sessions"), viewOr404(await listOwnSessions(actor))];
  return (
    <AccountSubpage
      title={t("title")}
      description={t("text")}
      action={
        sessions.length > 1 && (
          <Press
            action={endOtherSessionsAction}
            input={{ confirm: true }}
            said={t("endedOthers")}
            ask={{ title: t("othersTitle"), text: t("othersText") }}
          >
            {t("endOthers")}
          </Press>
        )
      }
    >
      <Panel flush>
        <Sessions rows={sessions} />
      </Panel>
    </AccountSubpage>
  );
}

async function Sessions({ rows }: { rows: readonly SessionView[] }) {
  const [t, locale] = [await getTranslations("account.sessions"), toLocale(await getLocale())];
  return (
    <Table label={t("title")} stacked>
      <THead>
        <Tr>
          <Th>{t("device")}</Th>
          <Th>{t("since")}</Th>
          <Th>{t("seen")}</Th>
          <Th>{t("act")}</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map(({ id, current, userAgent, createdAt, lastSeenAt }) => {
          const device = deviceOf(userAgent) ?? t("unknown");
          return (
            <Tr key={id}>
              <Td label={t("device")} className="font-semibold">
                {device}
              </Td>
              <Td label={t("since")}>{formatDateTime(createdAt, locale)}</Td>
              <Td label={t("seen")}>{formatDateTime(lastSeenAt, locale)}</Td>
              <Td label={t("act")}>
                {current ? (
                  <Tag tone="done">{t("this")}</Tag>
                ) : (
                  <Press
                    action={endSessionAction}
                    input={{ sessionId: id }}
                    said={t("ended")}
                    look={{ size: "small" }}
                    name={t("endOf", { device, since: formatDateTime(createdAt, locale) })}
                  >
                    {t("end")}
                  </Press>
                )}
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}
