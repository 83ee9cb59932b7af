import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RealNameForm } from "@/components/account/real-name-form";
import { SectionLayout } from "@/components/form/section-layout";
import { Messages } from "@/components/shell/messages";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { env } from "@/lib/env";
import { requireActor } from "@/lib/http/page";
import { SANDBOX_NAMES } from "@/lib/realname/sandbox";
import { type AccountView, getAccount } from "@/lib/usecases/accounts/get-account";
import { viewOr404 } from "../../view";
import { verifyRealNameAction } from "../actions";
import { AccountSubpage } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.realName"))("title") };
}

/** Verifies whose account it is, or changes it; says before anything is typed when it cannot change now. */
export default async function RealNamePage() {
  const actor = await requireActor("account.edit.own");
  const [t, view] = [await getTranslations("account.realName"), viewOr404(await getAccount(actor))];
  const blocked = view.role !== "owner" ? "not-owner" : view.openOrders > 0 ? "open-order" : null;
  return (
    <AccountSubpage title={t("title")} description={t(view.realName === null ? "text" : "textChange")}>
      {blocked === null ? <Form view={view} /> : <Blocked reason={blocked} />}
    </AccountSubpage>
  );
}

async function Blocked({ reason }: { reason: "not-owner" | "open-order" }) {
  const t = await getTranslations("account.refused");
  return <Notice tone="others">{t(reason)}</Notice>;
}

async function Form({ view }: { view: AccountView }) {
  const t = await getTranslations("account.realName");
  const first = view.realName === null;
  return (
    <SectionLayout rail={<Rail />}>
      <Panel>
        <Messages namespaces={["codes.cert"]}>
          <RealNameForm
            kinds={!first && view.kind === "unit" ? ["unit"] : ["unit", "person"]}
            kind={first ? null : view.kind}
            action={verifyRealNameAction}
            next={first ? "/console/orders/new" : "/console/account"}
          />
        </Messages>
      </Panel>
      <p className="text-muted">{t("kept")}</p>
    </SectionLayout>
  );
}

async function Rail() {
  const t = await getTranslations("account.realName");
  return (
    <>
      <section>
        <h2 className="text-h3">{t("rules.title")}</h2>
        <ul className="mt-2 flex list-disc flex-col gap-2 pl-5 text-muted">
          <li>{t("rules.same")}</li>
          <li>{t("rules.wait")}</li>
          <li>{t("rules.direction")}</li>
          <li>{t("rules.order")}</li>
        </ul>
      </section>
      {env.MODE === "sandbox" && (
        <Notice tone="others" title={t("sandbox.title")}>
          {t("sandbox.text", SANDBOX_NAMES)}
        </Notice>
      )}
    </>
  );
}
