import { getLocale, getTranslations } from "next-intl/server";
import { OneField } from "@/components/filing/migration/one-field";
import { ActButton } from "@/components/ui/act-button";
import { Code } from "@/components/ui/code";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { refusalText } from "@/lib/messages/refusal-text";
import type { MigrationView } from "@/lib/usecases/migration/get-migration";
import {
  confirmMigrationCodeAction,
  resendMigrationCodeAction,
  startMigrationAction,
  takeBackMigrationAction,
} from "../../actions";

type Props = { view: MigrationView };

/** The owner's part: names the account, enters the lead's code, waits for the answer. */
export function Request({ view }: Props) {
  if (view.running === null) return <Start view={view} />;
  return view.running.state === "PROVING" ? <Prove view={view} /> : <Wait view={view} />;
}

async function Start({ view }: Props) {
  const [t, locale] = [await getTranslations("migration"), toLocale(await getLocale())];
  const { last, conditions, filing, phone } = view;
  const possible = conditions.every(({ met }) => met);
  return (
    <>
      {last && (
        <Notice tone="ended">
          {t(`last.${last.state}`, { account: last.accountId, at: formatDateTime(last.since, locale) })}
        </Notice>
      )}
      <Panel title={t("start.title")} description={t("start.text", { days: view.days })}>
        {possible ? (
          <div className="max-w-form">
            <OneField
              field="accountId"
              known={{ entityId: filing.id }}
              action={startMigrationAction}
              label={t("start.account")}
              hint={t("start.hint")}
              submit={t("start.submit", { phone: phone ?? "" })}
              done={t("start.done")}
            />
          </div>
        ) : (
          <p className="text-muted">{t("start.notNow")}</p>
        )}
      </Panel>
    </>
  );
}

async function Prove({ view: { running, phone } }: Props) {
  const t = await getTranslations("migration");
  if (running === null) return null;
  const known = { migrationId: running.id, version: running.version };
  return (
    <Panel title={t("prove.title")} description={<To account={running.accountId} />}>
      <div className="max-w-form">
        <OneField
          // Another request asks for another code.
          key={running.version}
          field="code"
          known={known}
          action={confirmMigrationCodeAction}
          label={t("prove.code")}
          hint={t("prove.hint", { phone: phone ?? "" })}
          submit={t("prove.submit")}
          done={t("prove.done")}
        >
          <ActButton
            action={resendMigrationCodeAction}
            input={known}
            label={t("prove.again")}
            done={t("prove.sent")}
          />
          <ActButton action={takeBackMigrationAction} input={known} label={t("back.label")} variant="quiet" />
        </OneField>
      </div>
    </Panel>
  );
}

async function Wait({ view: { running } }: Props) {
  const [t, errors, locale] = [
    await getTranslations("migration"),
    await getTranslations("errors"),
    toLocale(await getLocale()),
  ];
  if (running === null) return null;
  const known = { migrationId: running.id, version: running.version };
  return (
    <Panel
      title={t("wait.title")}
      description={<To account={running.accountId} />}
      actions={
        <ActButton
          action={takeBackMigrationAction}
          input={known}
          label={t("back.label")}
          done={t("back.done")}
          ask={{ title: t("back.title"), text: t("back.text") }}
        />
      }
    >
      <p>{t("wait.text", { at: formatDateTime(running.expiresAt, locale) })}</p>
      {running.obstacle && (
        <div className="mt-3">
          <Notice tone="you">{refusalText(errors, running.obstacle)}</Notice>
        </div>
      )}
    </Panel>
  );
}

async function To({ account }: { account: string }) {
  const t = await getTranslations("migration");
  return (
    <>
      {t("to")} <Code>{account}</Code>
    </>
  );
}
