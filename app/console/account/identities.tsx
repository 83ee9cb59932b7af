import { getLocale, getTranslations } from "next-intl/server";
import { LinkIdentity } from "@/components/account/link-identity";
import { UnlinkIdentity } from "@/components/account/unlink-identity";
import { Messages } from "@/components/shell/messages";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { OwnIdentities } from "@/lib/usecases/identities/own-identities";
import { linkIdentityAction, unlinkIdentityAction } from "./identity-actions";

/** The words of the dialogs in it. */
const WORDS = [
  "account.identities",
  "account.refused",
  "account.forms.yourPassword",
  "auth.reason",
  "auth.showPassword",
  "auth.identity.unavailable",
];

/** Accounts elsewhere that open this one. Nothing where no issuer is configured and none was linked. */
export async function Identities({ own, back }: { own: OwnIdentities; back: string }) {
  const { provider, linked, hasPassword } = own;
  if (provider === null && linked.length === 0) return null;
  const [t, locale] = [await getTranslations("account.identities"), toLocale(await getLocale())];
  const when = (at: number) => formatDateTime(at, locale);
  const name = provider?.name ?? "";
  return (
    <Messages namespaces={WORDS}>
      <Panel title={t("title")} description={t("text")}>
        <div className="flex flex-col gap-4">
          {!hasPassword && (
            <Notice tone="others" actions={<ButtonLink href="/forgot">{t("setPassword")}</ButtonLink>}>
              {t("noPassword")}
            </Notice>
          )}
          {linked.map((one) => (
            <div key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <div className="min-w-0">
                <p className="font-semibold">{one.current ? name : t("old")}</p>
                <p className="text-muted">
                  {t("linked", { at: when(one.linkedAt), used: when(one.usedAt) })}
                </p>
                {one.realName && <Tag tone="done">{t("realName")}</Tag>}
              </div>
              <UnlinkIdentity
                identityId={one.id}
                name={one.current ? name : t("old")}
                action={unlinkIdentityAction}
              />
            </div>
          ))}
          {provider !== null && !linked.some(({ current }) => current) && (
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <p>{t("none", { provider: provider.name })}</p>
              <LinkIdentity
                provider={provider.name}
                endpoint={provider.endpoint}
                withRealName={provider.audience === "customers"}
                back={back}
                action={linkIdentityAction}
              />
            </div>
          )}
        </div>
      </Panel>
    </Messages>
  );
}
