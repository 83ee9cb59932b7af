import { getLocale, getTranslations } from "next-intl/server";
import { deviceOf } from "@/components/account/device";
import { Press } from "@/components/account/press";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { SessionView } from "@/lib/usecases/accounts/own-sessions";
import { endOtherSessionsAction, endSessionAction } from "../actions";

/** Ends all but this one; nothing to press while there is no other. */
export async function EndOthers({ rows }: { rows: readonly SessionView[] }) {
  const t = await getTranslations("account.sessions");
  if (rows.length < 2) return null;
  return (
    <Press
      action={endOtherSessionsAction}
      input={{ confirm: true }}
      said={t("endedOthers")}
      ask={{ title: t("othersTitle"), text: t("othersText") }}
    >
      {t("endOthers")}
    </Press>
  );
}

/** Where somebody is signed in, this browser first; each other one can be ended. */
export async function SessionTable({ rows }: { rows: readonly SessionView[] }) {
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
