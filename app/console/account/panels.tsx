import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { AccountView } from "@/lib/usecases/accounts/get-account";

const BASE = "/console/account";

/** A link at the end of a row, with a name that says of what. */
function Go({ to, name, children }: { to: string; name: string; children: ReactNode }) {
  return (
    <Link href={`${BASE}/${to}`} aria-label={name} className="link inline-block py-0.5">
      {children}
    </Link>
  );
}

/** The account in four sheets: name, signing in, people, end. */
export async function AccountPanels({ view }: { view: AccountView }) {
  const t = await getTranslations("account");
  const owner = view.role === "owner";
  const change = (what: string, to: string) => (
    <Go to={to} name={t("changeOf", { what })}>
      {t("change")}
    </Go>
  );
  return (
    <>
      <RealName view={view} />
      <Panel title={t("signIn.title")}>
        <DescriptionList
          items={[
            {
              id: "email",
              label: t("signIn.email"),
              value: (
                <>
                  <span className="break-all">{view.email}</span>
                  {view.emailChange && <Waits>{t("waiting", { to: view.emailChange.to })}</Waits>}
                </>
              ),
              action: change(t("signIn.email"), "email"),
            },
            {
              id: "password",
              label: t("signIn.password"),
              value: t("signIn.passwordSet"),
              action: change(t("signIn.password"), "password"),
            },
            {
              id: "phone",
              label: t("signIn.phone"),
              value: (
                <>
                  {view.phone ? <span className="tabular-nums">{view.phone}</span> : t("signIn.noPhone")}
                  {view.phoneChange && <Waits>{t("waiting", { to: view.phoneChange.to })}</Waits>}
                </>
              ),
              ...(owner ? { action: change(t("signIn.phone"), "phone") } : {}),
            },
            {
              id: "sessions",
              label: t("signIn.sessions"),
              value: t("signIn.sessionsText"),
              action: (
                <Go to="sessions" name={t("signIn.sessionsGo")}>
                  {t("look")}
                </Go>
              ),
            },
          ]}
        />
      </Panel>
      <Panel
        title={t("people.title")}
        description={t("people.text")}
        actions={<ButtonLink href={`${BASE}/members`}>{t("people.go")}</ButtonLink>}
      >
        <p>{t("people.count", { count: view.members })}</p>
      </Panel>
      <Panel title={t("id.title")} description={t("id.text")}>
        <Code copy={view.id}>{view.id}</Code>
      </Panel>
      {owner && (
        <Panel
          title={t("close.title")}
          description={t("close.text")}
          actions={<ButtonLink href={`${BASE}/close`}>{t("close.go")}</ButtonLink>}
        >
          <p className="text-muted">{view.obstacle ? t(`refused.${view.obstacle}`) : t("close.possible")}</p>
        </Panel>
      )}
    </>
  );
}

const Waits = ({ children }: { children: ReactNode }) => (
  <span className="mt-1 block">
    <Tag tone="you">{children}</Tag>
  </span>
);

async function RealName({ view }: { view: AccountView }) {
  const [t, locale] = [await getTranslations("account.realName"), toLocale(await getLocale())];
  const owner = view.role === "owner";
  if (view.realName === null)
    return (
      <Panel title={t("title")}>
        <Notice
          tone="you"
          title={t("missing.title")}
          actions={
            owner && (
              <ButtonLink href={`${BASE}/real-name`} variant="primary">
                {t("missing.action")}
              </ButtonLink>
            )
          }
        >
          {t(owner ? "missing.text" : "missing.member")}
        </Notice>
      </Panel>
    );
  const { name, idNo, at } = view.realName;
  return (
    <Panel
      title={t("title")}
      actions={owner && <ButtonLink href={`${BASE}/real-name`}>{t("changeIt")}</ButtonLink>}
    >
      <DescriptionList
        items={[
          { id: "kind", label: t("kind"), value: t(view.kind) },
          { id: "name", label: t(`name.${view.kind}`), value: name },
          { id: "idNo", label: t(`number.${view.kind}`), value: <Code>{idNo}</Code> },
          { id: "at", label: t("at"), value: <Tag tone="done">{formatDateTime(at, locale)}</Tag> },
        ]}
      />
      {view.readyAt !== null && (
        <div className="mt-3">
          <Notice tone="others">{t("ready", { at: formatDateTime(view.readyAt, locale) })}</Notice>
        </div>
      )}
    </Panel>
  );
}
