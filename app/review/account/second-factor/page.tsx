import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ACCOUNT_WORDS } from "@/app/console/account/shell";
import { viewOr404 } from "@/app/console/view";
import { BeginFactor } from "@/components/account/begin-factor";
import { ConfirmFactor } from "@/components/account/confirm-factor";
import { FactorProofForm } from "@/components/account/factor-proof-form";
import { Messages } from "@/components/shell/messages";
import { Code } from "@/components/ui/code";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Qr } from "@/components/ui/qr";
import { requireActor } from "@/lib/http/page";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { qrPath } from "@/lib/qr";
import { getOwnFactor, type OwnFactorView } from "@/lib/usecases/accounts/own-factor";
import {
  beginFactorAction,
  confirmFactorAction,
  removeFactorAction,
  renewRecoveryCodesAction,
} from "../factor-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.factor"))("title") };
}

/** Where staff set up, renew and take away their second step of signing in. */
export default async function SecondFactorPage() {
  const actor = await requireActor("factor.manage.own");
  const view = viewOr404(await getOwnFactor(actor));
  const [t, account] = [await getTranslations("auth.factor"), await getTranslations("account.staff")];
  return (
    <Messages namespaces={[...ACCOUNT_WORDS, "auth.factor"]}>
      <PageHeader
        title={t("title")}
        description={t("text")}
        breadcrumb={[{ label: account("title"), href: "/review/account" }, { label: t("title") }]}
      />
      <div className="flex flex-col gap-6">
        {actor.needsFactor && (
          <Notice tone="you" title={t("firstTitle")}>
            {t("first")}
          </Notice>
        )}
        <Body view={view} />
      </div>
    </Messages>
  );
}

async function Body({ view }: { view: OwnFactorView }) {
  const t = await getTranslations("auth.factor");
  switch (view.state) {
    case "none":
      return (
        <Panel title={t("none")} description={t(view.offered ? "noneText" : "offText")}>
          {view.offered && (
            <div className="max-w-[28rem]">
              <BeginFactor hasPassword={view.hasPassword} action={beginFactorAction} />
            </div>
          )}
        </Panel>
      );
    case "begun":
      return <Begun {...view} />;
    case "on":
      return <On {...view} />;
  }
}

async function Begun({ secret, uri }: { secret: string; uri: string }) {
  const t = await getTranslations("auth.factor");
  return (
    <Panel title={t("scan")} description={t("scanText")}>
      <div className="flex flex-wrap items-start gap-x-8 gap-y-6">
        <Qr {...qrPath(uri)} label={t("qr")} />
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-6">
          <div>
            <p className="mb-1 text-muted">{t("secret")}</p>
            <Code copy={secret}>{secret.replace(/.{4}(?=.)/g, "$& ")}</Code>
          </div>
          <ConfirmFactor action={confirmFactorAction} />
        </div>
      </div>
    </Panel>
  );
}

async function On(view: Extract<OwnFactorView, { state: "on" }>) {
  const [t, locale] = [await getTranslations("auth.factor"), toLocale(await getLocale())];
  const { since, recoveryLeft, hasPassword, required } = view;
  return (
    <>
      <Notice
        tone={recoveryLeft < 3 ? "you" : "done"}
        title={t("on", { since: formatDateTime(since, locale) })}
      >
        {t("left", { count: recoveryLeft })}
      </Notice>
      <Panel title={t("renew.title")} description={t("renew.text")}>
        <div className="max-w-[28rem]">
          <FactorProofForm purpose="renew" hasPassword={hasPassword} action={renewRecoveryCodesAction} />
        </div>
      </Panel>
      <Panel title={t("remove.title")} description={t(required ? "remove.textRequired" : "remove.text")}>
        <div className="max-w-[28rem]">
          <FactorProofForm purpose="remove" hasPassword={hasPassword} action={removeFactorAction} />
        </div>
      </Panel>
    </>
  );
}
